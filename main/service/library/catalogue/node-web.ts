// The network as plain Node reaches it: for the command line, which has no shell to ask.
import * as tls from 'node:tls';
import { type Web, WebFault, type WebFaultKind } from '../../sync/web';

const mega = 1024 * 1024;
/** Bytes of one reply. */
const largestReply = 32 * mega;

/** Certificates that the organisation put into the system count, too. Older runtimes cannot. */
export function trustSystemCertificates(): void {
  const { getCACertificates, setDefaultCACertificates }: Partial<typeof tls> = tls;
  if (!getCACertificates || !setDefaultCACertificates) return;
  const all = [...getCACertificates('default'), ...getCACertificates('system')];
  setDefaultCACertificates([...new Set(all)]);
}

export const nodeWeb: Web = async ({ method, url, headers, body }, signal) => {
  try {
    const content = body === undefined ? {} : { body: Uint8Array.from(body) };
    const reply = await fetch(url, { method, headers, redirect: 'manual', signal, ...content });
    const chunks: Uint8Array[] = [];
    let bytes = 0;
    for await (const chunk of reply.body ?? []) {
      bytes += chunk.length;
      if (bytes > largestReply) throw new WebFault('too-large', `${bytes} bytes`);
      chunks.push(chunk);
    }
    return {
      status: reply.status,
      headers: Object.fromEntries(reply.headers),
      body: Buffer.concat(chunks),
    };
  } catch (error) {
    if (signal.aborted || error instanceof WebFault) throw error;
    throw new WebFault(kindOf(error), String((error as Error).message));
  }
};

/** Of an error of `fetch`, which has the reason as its cause. */
function kindOf(error: unknown): WebFaultKind {
  const { cause = error } = error as { cause?: { code?: unknown } };
  const code = String((cause as { code?: unknown } | null)?.code ?? '');
  if (/CERT|SELF_SIGNED|UNABLE_TO|ERR_TLS|ERR_SSL/.test(code)) return 'certificate';
  if (/TIMEOUT|ETIMEDOUT/.test(code)) return 'timeout';
  if (/^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ENETUNREACH|EHOSTUNREACH)$/.test(code)) return 'offline';
  return 'broken-off';
}
