// The one way out: the shell asks the network for the service (system proxy, system certificates, secrets put in there).
export interface WebRequest {
  method: 'GET' | 'POST' | 'PUT' | 'HEAD';
  url: string;
  headers: Record<string, string>;
  body?: Uint8Array;
  /** Names a secret the shell holds; it adds it as Basic authorization. */
  secret?: string;
}

export interface WebReply {
  status: number;
  /** Lower-case names. */
  headers: Record<string, string>;
  body: Uint8Array;
}

export type WebFaultKind =
  | 'offline'
  | 'certificate'
  | 'proxy-sign-in'
  | 'timeout'
  | 'not-allowed'
  | 'too-large'
  | 'broken-off';

export class WebFault extends Error {
  constructor(
    readonly kind: WebFaultKind,
    detail: string,
  ) {
    super(detail);
  }
}

/** Never follows a redirect: gives the 3xx back. */
export type Web = (request: WebRequest, signal: AbortSignal) => Promise<WebReply>;
