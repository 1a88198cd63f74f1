// Courses that the organisation asks everybody to finish: what of them is not here comes with a look, without a click.
import type { Coming, ComingRow } from '../../../../core/catalogue/coming';
import type { CatalogueFailure } from '../../../../core/catalogue/fault';
import { inOrderOfDue, mandateOf } from '../../../../core/learning/mandate';
import type { Library } from '../library';
import type { Installing } from './installing';
import { textOf } from './offers';
import type { CatalogueRules } from './rules';
import type { Standing } from './standing';

/** How the last look at the catalogue ended. */
export interface Look {
  isUnderWay: boolean;
  /** Since the app was started. */
  cameThrough: boolean;
  failure: CatalogueFailure | null;
}

interface Surroundings {
  library: Library;
  standing: Standing;
  installing: Installing;
  rules: () => CatalogueRules;
  /** It is switched on, and whose catalogue counts is known: nobody need be asked. */
  isTrusting: () => boolean;
  now: () => Date;
}

export class Mandated {
  /** Those that a person stopped. */
  private readonly held = new Set<string>();

  constructor(private readonly around: Surroundings) {}

  /** Whether there is something to look for that nobody need be asked about. */
  isLookDue(): boolean {
    return this.missing().some((id) => !this.held.has(id)) && this.around.isTrusting();
  }

  /** Begins to bring what is missing and offered by the catalogue that was taken. */
  bring(): void {
    const { standing, installing } = this.around;
    // Whose the newest one is is not known: nothing is taken without a word.
    if (standing.asked) return;
    const offered = new Set(standing.contents()?.index.courses.map(({ id }) => id));
    const wanted = this.missing().filter((id) => offered.has(id) && !this.held.has(id));
    if (wanted.length > 0) void installing.start(wanted);
  }

  /** A person stopped what is under way: it does not begin again by itself before the next start. */
  hold(): void {
    const { work, waiting } = this.around.installing.read();
    for (const id of [...(work ? [work.course] : []), ...waiting]) this.held.add(id);
  }

  /** A person wants these. */
  release(ids: readonly string[]): void {
    for (const id of ids) this.held.delete(id);
  }

  /** What is due first comes first. */
  read(language: string, look: Look): ComingRow[] {
    const { rules, standing, now } = this.around;
    const { mandatory } = rules();
    const offers = standing.contents()?.index.courses ?? [];
    return this.missing().flatMap((id) => {
      const mandate = mandateOf(mandatory, id, 'new', now());
      if (!mandate) return [];
      const offer = offers.find((each) => each.id === id);
      const text = offer && textOf(offer, language);
      const coming = this.comingOf(id, offer !== undefined, look);
      const name = { title: text?.title ?? null, language: text?.language ?? null };
      return [{ course: id, ...name, mandate, coming }];
    });
  }

  private comingOf(id: string, isOffered: boolean, look: Look): Coming {
    const { installing, isTrusting, standing } = this.around;
    const { work, waiting, outcomes } = installing.read();
    if (work?.course === id) return { at: 'fetching', done: work.done, of: work.of };
    if (waiting.includes(id)) return { at: 'waiting' };
    if (standing.asked || !isTrusting()) return { at: 'unknown-key' };
    if (look.isUnderWay) return { at: 'waiting' };
    if (look.failure) return { at: 'failed', failure: { of: 'catalogue', ...look.failure } };
    const outcome = outcomes.find(({ course }) => course === id);
    if (outcome?.at === 'failed') return { at: 'failed', failure: outcome.failure };
    if (this.held.has(id)) return { at: 'stopped' };
    return look.cameThrough && !isOffered ? { at: 'not-offered' } : { at: 'waiting' };
  }

  private missing(): string[] {
    const { library, rules } = this.around;
    return inOrderOfDue(rules().mandatory)
      .map(({ course }) => course)
      .filter((course) => !library.find(course));
  }
}
