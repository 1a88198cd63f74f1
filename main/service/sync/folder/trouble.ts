// From what went wrong to what a person is told, with pauses that grow and differ from desk to desk.
import type { SyncState } from '../../../../core/sync/state';
import { backOff } from '../pace';
import { type FolderFault, faultOf } from './faults';

/** Refused so often in a row, it is no file that someone holds open, but one that may not be written. */
const refusedOften = 4;

export class Trouble {
  #tries = 0;
  #refused = 0;

  /** `random` gives numbers from 0 to 1. */
  constructor(
    private readonly now: () => Date,
    private readonly random: () => number,
  ) {}

  /** All went well: the next trouble is a new one. */
  over(): void {
    this.#tries = 0;
    this.#refused = 0;
  }

  of(error: unknown): SyncState {
    const fault = faultOf(error);
    this.#refused = fault === 'refused' ? this.#refused + 1 : 0;
    return this.#stateOf(fault);
  }

  #stateOf(fault: FolderFault): SyncState {
    switch (fault) {
      case 'gone':
        return { kind: 'problem', problem: 'folder-gone' };
      case 'read-only':
        return { kind: 'problem', problem: 'folder-read-only' };
      case 'full':
        return { kind: 'problem', problem: 'folder-full' };
      case 'refused':
        return this.#refused >= refusedOften ? this.#stateOf('read-only') : this.#waiting();
      case 'busy':
      case 'trouble':
        return this.#waiting();
    }
  }

  #waiting(): SyncState {
    const pause = backOff(++this.#tries, this.random);
    return {
      kind: 'waiting',
      until: new Date(this.now().getTime() + pause).toISOString(),
      why: 'trouble',
    };
  }
}
