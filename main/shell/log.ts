// The log file: what failed and where, in the data folder; no answers, no names.
import { join } from 'node:path';
import electronLog from 'electron-log/main';

export interface Log {
  info(...words: string[]): void;
  warn(...words: string[]): void;
  error(...words: string[]): void;
}

const megabyte = 1024 * 1024;

export function openLog(dataFolder: string): Log {
  electronLog.transports.file.resolvePathFn = () => join(dataFolder, 'logs', 'deskwise.log');
  electronLog.transports.file.maxSize = megabyte;
  electronLog.transports.file.level = 'info';
  electronLog.transports.console.level = 'warn';
  electronLog.transports.ipc.level = false;
  return electronLog;
}
