// What the operations of the shell work with, and the types that tie them to the contract.
import type { BrowserWindow } from 'electron';
import type { OperationAt, Output } from '../../../core/contract';
import type { Parsed } from '../../../core/inputs';
import type { Theme } from '../../../core/looks';
import type { Arguments } from '../arguments';
import type { ServiceHost } from '../service-host';
import type { SigningKey } from '../signing-key';
import type { WebAccess } from '../web';
import type { WebSecrets } from '../web-secrets';

/** What the operations work with. */
export interface Shell {
  window: BrowserWindow;
  service: ServiceHost;
  args: Arguments;
  dataFolder: string;
  signingKey: () => Promise<SigningKey>;
  webAccess: () => Promise<WebAccess>;
  webSecrets: () => Promise<WebSecrets>;
  /** As the window last asked for; the next start begins with it. */
  look: { theme: Theme; language: string };
  /** Called when the first screen stands. */
  onReady: () => void;
}

type ShellOperation = OperationAt<'shell'>;

/** Those of these names. */
export type ShellHandlers<Names extends ShellOperation> = {
  [Name in Names]: (input: Parsed<Name>, shell: Shell) => Output<Name> | Promise<Output<Name>>;
};
