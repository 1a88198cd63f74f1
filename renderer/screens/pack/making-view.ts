// What keeps an export under way from coming to its end.
import type { Failure } from '../../../core/errors';
import type { ExportView } from '../../../core/player/formats';

/** Once the person was asked where it is to go, it is thrown away on purpose. */
export function failureIn(view: ExportView, isAsked: boolean): Failure | null {
  if (view.at === 'failed') return view.failure;
  return view.at === 'gone' && !isAsked ? { kind: 'interrupted', values: {} } : null;
}
