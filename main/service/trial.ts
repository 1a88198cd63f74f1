// Trying a course out as a learner: a profile of its own that lives in memory, and is gone afterwards.
import { v7 as uuidv7 } from 'uuid';
import type { LearnerView } from '../../core/views';
import type { Service } from './operations/service';
import { openTrialStore, type Store } from './store/store';

export class Trial {
  private current: { learner: string; service: Service; store: Store } | undefined;

  /** A learner with the same settings who has done nothing yet; the one before is forgotten. */
  begin(service: Service, like: LearnerView): LearnerView {
    this.end();
    const store = openTrialStore();
    const id = uuidv7();
    const settings = { ...like.settings, trainers: true };
    const createdAt = service.now().toISOString();
    store.transact(() => store.learners.add(id, like.name, settings, createdAt));
    this.current = { learner: id, store, service: { ...service, store: () => store } };
    return { id, name: like.name, settings, createdAt };
  }

  end(): void {
    this.current?.store.close();
    this.current = undefined;
  }

  /** What an operation works with: the trial's store for its learner, the real one for all others. */
  serviceFor(service: Service, input: unknown): Service {
    const learner = (input as { learner?: unknown } | null)?.learner;
    return this.current && learner === this.current.learner ? this.current.service : service;
  }
}
