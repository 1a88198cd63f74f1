// Who is learning in this window, and in which language.
import { createContext, useContext } from 'react';
import type { Output } from '../../core/contract';
import type { Input } from '../../core/inputs';
import type { Theme } from '../../core/looks';
import type { LearnerView } from '../../core/views';

export type Changes = Omit<Input<'learners.change'>, 'learner'>;

export interface SessionValue {
  app: Output<'app.read'>;
  learner: LearnerView;
  /** BCP 47 tag wanted for words and courses. */
  language: string;
  theme: Theme;
  /** Another learner sits down. */
  open: (learner: LearnerView) => void;
  /** Changes name or settings; throws AskError. */
  change: (changes: Changes) => Promise<void>;
  /** The learner's data was erased: the one before them, or the first screen of all. */
  leave: () => Promise<void>;
}

const SessionContext = createContext<SessionValue | undefined>(undefined);
export const Session = SessionContext.Provider;

export function useSession(): SessionValue {
  const session = useContext(SessionContext);
  if (!session) throw new Error('this screen needs a session');
  return session;
}
