// A proxy that wants a sign-in, and a secure server that nobody vouches for, for the tests of the way out.
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Proxy {
  server: Server;
  url: string;
  /** Where to, and whether who asked was let through. */
  asked: string[];
}

/** A proxy that lets through who signs in, and leads every name to one port of this computer. */
export async function openProxy(to: number): Promise<Proxy> {
  const asked: string[] = [];
  const right = `Basic ${Buffer.from('clerk:open').toString('base64')}`;
  const server = createServer((_, response) => response.writeHead(400).end());
  server.on('connect', (request, client) => {
    asked.push(`${request.url} ${request.headers['proxy-authorization'] === right}`);
    if (request.headers['proxy-authorization'] !== right) {
      const wants = 'Proxy-Authenticate: Basic realm="p"\r\nContent-Length: 0\r\n\r\n';
      client.end(`HTTP/1.1 407 Who is it\r\n${wants}`);
      return;
    }
    const target = connect(to, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connected\r\n\r\n');
      target.pipe(client).pipe(target);
    });
    target.on('error', () => client.destroy());
    client.on('error', () => target.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { server, url: `http://127.0.0.1:${port}`, asked };
}

/** One that nobody vouches for, with its key. */
export function madeUpCertificate(name: string): { key: Buffer; cert: Buffer } {
  const folder = mkdtempSync(join(tmpdir(), 'deskwise-certificate-'));
  try {
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
    const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'];
    const names = ['-subj', `/CN=${name}`, '-addext', `subjectAltName=DNS:${name}`];
    const into = ['-nodes', '-days', '2', '-keyout', key, '-out', cert];
    execFileSync('openssl', ['req', '-x509', ...curve, ...names, ...into], { stdio: 'pipe' });
    return { key: readFileSync(key), cert: readFileSync(cert) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
