// A real web server on this computer alone, with a folder and an address of its own.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

/** Set-up brings it where there is Debian; other systems have no such thing. */
export const hasNginx = process.platform === 'linux';
const program = ['/usr/sbin/nginx', '/usr/bin/nginx'].find(existsSync) ?? 'nginx';

/** One request as the server logged it. */
export interface Served {
  path: string;
  status: number;
  /** Of the answer's body. */
  bytes: number;
}

export class Nginx {
  private child: ChildProcess | undefined;
  private readonly log: string;
  port = 0;

  /** `folder` is for the server's own files; further lines go into its `server` part. */
  constructor(
    private readonly folder: string,
    private readonly site: string,
  ) {
    this.log = join(folder, 'access.log');
  }

  /** Settles when it answers. */
  async start(...lines: string[]): Promise<string> {
    this.port ||= await freePort();
    mkdirSync(join(this.folder, 'logs'), { recursive: true });
    const file = join(this.folder, 'nginx.conf');
    writeFileSync(
      file,
      `daemon off; master_process off; pid ${this.folder}/pid; error_log ${this.folder}/error.log;
events {}
http {
  types { application/json json; application/octet-stream bin; }
  log_format parts '$uri $status $body_bytes_sent';
  access_log ${this.log} parts;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${this.folder}/${name};`).join(' ')}
  server {
    listen 127.0.0.1:${this.port};
    root ${this.site};
    ${lines.join('\n    ')}
  }
}
`,
    );
    const child = spawn(program, ['-p', this.folder, '-c', file], { stdio: 'ignore' });
    this.child = child;
    const failed = new Promise<never>((_, refuse) => {
      child.once('error', refuse);
      child.once('exit', (code) => refuse(new Error(`nginx ended with ${code}`)));
    });
    failed.catch(() => {});
    await Promise.race([failed, this.answers()]);
    writeFileSync(this.log, '');
    return `http://127.0.0.1:${this.port}/`;
  }

  async stop(): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null) return;
    const ended = new Promise((settle) => child.once('exit', settle));
    child.kill();
    await ended;
  }

  /** What it served since it was asked last. */
  served(): Served[] {
    const lines = readFileSync(this.log, 'utf8').split('\n').filter(Boolean);
    writeFileSync(this.log, '');
    return lines.map((line) => {
      const [path = '', status, bytes] = line.split(' ');
      return { path, status: Number(status), bytes: Number(bytes) };
    });
  }

  private async answers(): Promise<void> {
    for (;;) {
      const reply = await fetch(`http://127.0.0.1:${this.port}/`).catch(() => null);
      if (reply) return;
      await new Promise((resume) => setTimeout(resume, 20));
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((settle) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => settle(port));
    });
  });
}
