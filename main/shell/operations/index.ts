// The operations that only the shell can do, by their names in the contract.
import type { OperationAt } from '../../../core/contract';
import { choices } from './choices';
import { exports } from './exports';
import { secrets } from './secrets';
import type { ShellHandlers } from './shell';
import { texts } from './texts';
import { window } from './window';

export const shellHandlers: ShellHandlers<OperationAt<'shell'>> = {
  ...window,
  ...texts,
  ...choices,
  ...exports,
  ...secrets,
};
