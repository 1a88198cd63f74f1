// A course that everybody has to finish and that is not here: how it stands with its coming from the catalogue.
import type { Mandate } from '../learning/mandate';
import type { CourseFailure } from './fault';

export type Coming =
  /** In bytes. */
  | { at: 'fetching'; done: number; of: number }
  /** For its turn, or for the next look at the catalogue. */
  | { at: 'waiting' }
  /** A person stopped it; it goes on when somebody asks for it, or at the next start. */
  | { at: 'stopped' }
  /** Nobody has said yet whose catalogue counts. */
  | { at: 'unknown-key' }
  /** The catalogue has no such course. */
  | { at: 'not-offered' }
  | { at: 'failed'; failure: CourseFailure };

export interface ComingRow {
  course: string;
  /** As the catalogue calls it; null where it does not know the course. */
  title: string | null;
  /** BCP 47 tag of the title. */
  language: string | null;
  mandate: Mandate;
  coming: Coming;
}
