// Courses of the catalogue on their way into the library: one after the other, each whole or not at all.
import { CatalogueFault, type CourseFailure } from '../../../../core/catalogue/fault';
import type { CatalogueCourse } from '../../../../core/catalogue/index-file';
import type { CatalogueView, OfferOutcome } from '../../../../core/catalogue/views';
import { PackFault } from '../../../../core/pack/fault';
import type { Library } from '../library';
import type { Packs } from '../pack/packs';
import { packFault } from '../pack/work';
import type { Downloads } from './downloads';
import { fetchCourse } from './fetch-course';
import type { CatalogueSource } from './source';

interface Surroundings {
  library: Library;
  packs: Packs;
  downloads: Downloads;
  /** The course as the catalogue has it now, and where its files are. Throws CatalogueFault. */
  offered: (id: string) => { course: CatalogueCourse; source: CatalogueSource };
  onChange: () => void;
  /** A course came. */
  onInstalled: () => void;
  log: (words: string, error: unknown) => void;
}

/** How often progress is told at most. */
const tellMilliseconds = 150;

export class Installing {
  private waiting: string[] = [];
  private work: CatalogueView['work'] = null;
  private outcomes = new Map<string, OfferOutcome>();
  private stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();
  private toldAt = 0;

  constructor(private readonly around: Surroundings) {}

  read(): Pick<CatalogueView, 'work' | 'waiting' | 'outcomes'> {
    const { work, waiting, outcomes } = this;
    return { work, waiting: [...waiting], outcomes: [...outcomes.values()] };
  }

  /** Settles when all of them came, or did not. Those that are on their way are not begun twice. */
  start(ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      if (this.work?.course === id || this.waiting.includes(id)) continue;
      this.outcomes.delete(id);
      this.waiting.push(id);
    }
    this.around.onChange();
    if (this.work === null) this.running = this.run();
    return this.running;
  }

  /** Stops the one that is being fetched, and those that wait. What came of them stays for the next time. */
  stop(): Promise<void> {
    this.waiting = [];
    this.stopping.abort();
    this.stopping = new AbortController();
    return this.running;
  }

  private async run(): Promise<void> {
    for (let id = this.waiting.shift(); id !== undefined; id = this.waiting.shift()) {
      this.work = { course: id, done: 0, of: 0 };
      this.around.onChange();
      const outcome = await this.bring(id, this.stopping.signal);
      if (outcome) this.outcomes.set(id, outcome);
      this.work = null;
      this.around.onChange();
    }
  }

  /** Null when it was stopped. */
  private async bring(id: string, signal: AbortSignal): Promise<OfferOutcome | null> {
    const { library, packs, downloads } = this.around;
    try {
      const { course, source } = this.around.offered(id);
      const roots = library.everywhere(id).map(({ root }) => root);
      const report = (done: number, of: number) => this.tell({ course: id, done, of });
      const keptAt = await packs.inStaging(async (staging) => {
        const unpacked = await fetchCourse(
          course,
          { roots, downloads, source, staging },
          { signal, report },
        );
        signal.throwIfAborted();
        return packs.place(unpacked).keptAt;
      });
      downloads.forget(course.files);
      this.around.onInstalled();
      return { course: id, at: 'installed', version: course.version, keptAt };
    } catch (error) {
      if (signal.aborted) return null;
      return { course: id, at: 'failed', failure: this.failureOf(error) };
    }
  }

  private tell(work: NonNullable<CatalogueView['work']>): void {
    this.work = work;
    const now = Date.now();
    if (now - this.toldAt < tellMilliseconds) return;
    this.toldAt = now;
    this.around.onChange();
  }

  private failureOf(thrown: unknown): CourseFailure {
    const error = packFault(thrown, '');
    if (error instanceof CatalogueFault) {
      return { of: 'catalogue', kind: error.kind, values: error.values };
    }
    if (error instanceof PackFault) return { of: 'course', kind: error.kind, values: error.values };
    this.around.log('a course of the catalogue failed', error);
    return { of: 'course', kind: 'unexpected', values: {} };
  }
}
