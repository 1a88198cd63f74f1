// A learning record store that statements are sent to, as it was switched on.

/** How xAPI names a person without saying who it is. */
export interface Account {
  homePage: string;
  name: string;
}

export type SignIn =
  | { kind: 'basic'; secret: string }
  /** OAuth 2 client credentials (RFC 6749, 4.4): the secret gets a token, the token signs in. */
  | { kind: 'oauth'; tokenUrl: string; secret: string; scope?: string | undefined };

export interface LrsTarget {
  /** What statements, about and so on are below: `https://lrs.example/xapi`. */
  endpoint: string;
  signIn: SignIn;
  /** Whose statements are fetched: of everybody who learns on this device and is sent there. */
  people(): readonly Account[];
}
