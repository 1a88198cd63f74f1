// What kept a source from being read, as a person is told.
import { OperationError } from '../../../core/errors';
import type { SourceFailure } from '../../../core/team/views';
import { storageError } from '../store/database';
import { codeOf, FolderGone, faultOf } from '../sync/folder/faults';
import { standingOf, Trouble } from '../sync/trouble';
import { WebFault } from '../sync/web';

/** Undefined for what is a fault of the program. */
export function sourceFailure(error: unknown, place: string): SourceFailure | undefined {
  if (error instanceof Trouble || error instanceof WebFault) return ofNetwork(error);
  if (error instanceof FolderGone) return { kind: 'problem', problem: 'folder-gone' };
  const named = storageError(error, place);
  if (named instanceof OperationError) {
    return { kind: 'failure', failure: { kind: named.kind, values: named.values } };
  }
  if (codeOf(error) === undefined) return undefined;
  return faultOf(error) === 'gone'
    ? { kind: 'problem', problem: 'folder-gone' }
    : { kind: 'trouble' };
}

function ofNetwork(error: unknown): SourceFailure {
  const standing = standingOf(error);
  if (standing.kind === 'problem') return { kind: 'problem', problem: standing.problem };
  if (standing.kind === 'sign-in-needed') return { kind: 'sign-in-needed' };
  return { kind: standing.kind === 'wait' && standing.why === 'offline' ? 'offline' : 'trouble' };
}
