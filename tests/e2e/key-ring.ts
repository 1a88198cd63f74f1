// A key ring of its own for a test, as a Linux desktop has one: GNOME Keyring on a session bus of its own.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { test as base } from './app';

/** Begins and ends within a test; apps started meanwhile find it, and what is in it outlasts them. */
export interface KeyRing {
  /** As when the person has not signed in to the desktop. */
  stop(): Promise<void>;
  start(): Promise<void>;
}

/** What an app looks for; without a desktop's name Chromium asks no key ring. */
const names = ['DBUS_SESSION_BUS_ADDRESS', 'XDG_CURRENT_DESKTOP'] as const;

export const test = base.extend<{ keyRing: KeyRing }>({
  keyRing: async ({ app }, use) => {
    const before = names.map((name) => [name, process.env[name]] as const);
    const home = join(app.dataFolder, 'home');
    mkdirSync(home, { recursive: true, mode: 0o700 });
    let running: ChildProcess[] = [];
    const keyRing: KeyRing = {
      async start() {
        const address = `unix:path=${join(home, 'bus')}`;
        const env = {
          ...process.env,
          DBUS_SESSION_BUS_ADDRESS: address,
          ...{ HOME: home, XDG_DATA_HOME: home, XDG_RUNTIME_DIR: home },
        };
        const bus = spawn('dbus-daemon', ['--session', '--nofork', `--address=${address}`], {
          env,
        });
        const daemon = ['--foreground', '--unlock', '--components=secrets'];
        const holder = spawn('gnome-keyring-daemon', daemon, { env });
        running = [bus, holder];
        holder.stdin.end('the password of this test\n');
        await until(() => isAnswered(address));
        process.env.DBUS_SESSION_BUS_ADDRESS = address;
        process.env.XDG_CURRENT_DESKTOP = 'GNOME';
      },
      async stop() {
        for (const each of running.reverse()) {
          if (each.exitCode !== null || each.signalCode !== null) continue;
          each.kill();
          await once(each, 'exit');
        }
        running = [];
      },
    };
    try {
      await keyRing.start();
      await use(keyRing);
    } finally {
      await keyRing.stop();
      for (const [name, value] of before) {
        if (value === undefined) delete process.env[name];
        else process.env[name] = value;
      }
    }
  },
});

/** Whether somebody keeps secrets on this bus. */
const isAnswered = (address: string): boolean =>
  spawnSync(
    'dbus-send',
    [
      ...[`--bus=${address}`, '--print-reply', '--dest=org.freedesktop.DBus', '/'],
      ...['org.freedesktop.DBus.NameHasOwner', 'string:org.freedesktop.secrets'],
    ],
    { encoding: 'utf8' },
  ).stdout?.includes('boolean true') ?? false;

async function until(isSo: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !isSo(); tries++) await wait(50);
  if (!isSo()) throw new Error('The key ring of the test did not begin.');
}
