// Trying a course out as a learner: a profile of its own that lives in memory, and is gone afterwards.
import { v7 as uuidv7 } from 'uuid';
import type { LearnerView } from '../../core/views';
import { openTrialStore, type Store } from './store/store';

export class Trial {
  private current: { learner: string; store: Store } | undefined;

  /** A learner with the same settings who has done nothing yet; the one before is forgotten. */
  begin(like: LearnerView, now: Date): LearnerView {
    this.end();
    const store = openTrialStore();
    const id = uuidv7();
    const { name } = like;
    const settings = { ...like.settings, trainers: true };
    const createdAt = now.toISOString();
    store.transact(() => store.learners.add(id, name, settings, createdAt));
    this.current = { learner: id, store };
    return { id, name, settings, createdAt };
  }

  end(): void {
    this.current?.store.close();
    this.current = undefined;
  }

  /** What an operation works with: the trial's store for its learner, the real one for all others. */
  serviceFor<Service extends { store(): Store }>(service: Service, input: unknown): Service {
    const learner = (input as { learner?: unknown } | null)?.learner;
    if (!this.current || learner !== this.current.learner) return service;
    const { store } = this.current;
    return { ...service, store: () => store };
  }
}
