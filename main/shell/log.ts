// The log file: what failed and where, in the data folder; no answers, no names.
import { join } from 'node:path';
import type { MainLogger } from 'electron-log';

export interface Log {
  info(...words: string[]): void;
  warn(...words: string[]): void;
  error(...words: string[]): void;
}

const megabyte = 1024 * 1024;

/** The file is opened with its first words: no window waits for what writes it. */
export function openLog(dataFolder: string): Log {
  let opened: Promise<MainLogger> | undefined;
  const write =
    (level: keyof Log) =>
    (...words: string[]): void => {
      opened ??= open(dataFolder);
      void opened.then((log) => log[level](...words));
    };
  return { info: write('info'), warn: write('warn'), error: write('error') };
}

async function open(dataFolder: string): Promise<MainLogger> {
  const { default: log } = await import('electron-log/main');
  log.transports.file.resolvePathFn = () => join(dataFolder, 'logs', 'deskwise.log');
  log.transports.file.maxSize = megabyte;
  log.transports.file.level = 'info';
  log.transports.console.level = 'warn';
  log.transports.ipc.level = false;
  return log;
}
