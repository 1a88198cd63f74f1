// What the screens show of policies: everything that was found, and what of it locks a control.
import type { PolicyFault, PolicyRow } from './policy';

export interface PolicyView {
  /** Null when there is none. */
  file: string | null;
  fault: PolicyFault | null;
  rows: PolicyRow[];
  locks: {
    /** Null leaves it to the person. */
    studio: 'on' | 'off' | null;
    /** Courses may not come in from files and folders. */
    imports: boolean;
    /** Only course files of the organisation's own signers are taken in. */
    unsigned: boolean;
    /** Results of a group may not be looked at. */
    team: boolean;
  };
}
