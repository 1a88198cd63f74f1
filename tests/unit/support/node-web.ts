// The network as Node reaches it, in the place of the shell's, for tests that need no window.
import { type Web, WebFault } from '../../../main/service/sync/web';

/** Signs in with the secret itself. */
export const nodeWeb: Web = async ({ method, url, headers, body, secret }, signal) => {
  const authorization = secret && `Basic ${Buffer.from(secret).toString('base64')}`;
  try {
    const reply = await fetch(url, {
      method,
      headers: { ...headers, ...(authorization && { authorization }) },
      ...(body && { body: Buffer.from(body) }),
      redirect: 'manual',
      signal,
    });
    return {
      status: reply.status,
      headers: Object.fromEntries(reply.headers),
      body: new Uint8Array(await reply.arrayBuffer()),
    };
  } catch (error) {
    throw new WebFault('broken-off', String(error));
  }
};
