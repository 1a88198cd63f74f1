// Which addresses of servers may be used: https, and without it only this computer itself.

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** The address in what somebody typed, pasted or decreed; null when it may not be used. Names and passwords do not belong in it. */
export function readWebAddress(written: string): URL | null {
  let url: URL;
  try {
    url = new URL(written.trim());
  } catch {
    return null;
  }
  const { protocol, hostname, username, password } = url;
  const isSafe = protocol === 'https:' || (protocol === 'http:' && loopback.test(hostname));
  return isSafe && username === '' && password === '' ? url : null;
}
