// The search over the library: keeps its index in step with the courses, and looks words up in it.
import { type QueryWord, readQuery } from '../../../core/search/query';
import { searchablesOf } from '../../../core/search/searchable';
import type { Log } from '../log';
import type { Demand, FoundPlace, PlaceText, SearchIndex } from '../store/search-index';
import type { Library } from './library';

export interface Found {
  query: QueryWord[];
  /** The best first. */
  places: (FoundPlace & { demand: Demand })[];
}

/** With fewer found, less is asked for: words inside of longer ones, then some of the words. */
const enough = 5;

/** What has only some of the words is worth no long look. */
const mostWithSome = 80;

/** Between two courses whoever asks something is answered. */
const pauseMilliseconds = 30;

export class LibrarySearch {
  /** Ids of the courses that are not in the index as they now are; undefined: not looked yet. */
  private pending: string[] | undefined;
  /** What could not be taken in, by the fingerprint it then had: it is not tried for ever. */
  private readonly failed = new Map<string, string>();
  private isUnswept = false;
  private wasStartedOver = false;
  private timer: NodeJS.Timeout | undefined;
  private onReady: (() => void) | undefined;
  private opened: SearchIndex | undefined;

  /** The index is opened when it is first wanted: no start waits for it. */
  constructor(
    private readonly library: Library,
    private readonly open: () => SearchIndex,
    private readonly log: Log,
  ) {}

  private get index(): SearchIndex {
    this.opened ??= this.open();
    return this.opened;
  }

  /** The index is as the library is, as far as that can be. */
  get isReady(): boolean {
    this.pending ??= this.outdated();
    return this.pending.length === 0;
  }

  /** The library was read again: goes on until the index is as it is, then calls back. */
  follow(onReady: () => void): void {
    this.onReady = onReady;
    this.pending = undefined;
    clearTimeout(this.timer);
    const goOn = (): void => {
      if (this.step()) this.timer = setTimeout(goOn, pauseMilliseconds);
      else onReady();
    };
    goOn();
  }

  /** Takes one course in or out; false when there is nothing left to do. */
  step(): boolean {
    this.pending ??= this.outdated();
    const id = this.pending[0];
    if (id === undefined) {
      this.sweep();
      return false;
    }
    const found = this.library.find(id);
    try {
      if (found) {
        const texts = this.library
          .glance(found)
          .texts.map((text) => ({ language: text.language, searchables: searchablesOf(text) }));
        this.index.put(id, found.fingerprint, texts);
      } else this.index.drop(id);
      this.isUnswept = true;
    } catch (error) {
      this.log('a course could not be indexed', error);
      if (this.startOver()) return true;
      this.failed.set(id, found?.fingerprint ?? '');
    }
    this.pending.shift();
    return true;
  }

  find(typed: string, language: string): Found {
    const query = readQuery(typed, language);
    return { query, places: this.look(() => this.places(query, language), []) };
  }

  text(place: FoundPlace): PlaceText | undefined {
    return this.look(() => this.index.text(place.id), undefined);
  }

  lineIn(language: string, place: FoundPlace): number | null {
    return this.look(() => this.index.lineIn(language, place), null);
  }

  close(): void {
    clearTimeout(this.timer);
    this.opened?.close();
  }

  private places(query: readonly QueryWord[], language: string): Found['places'] {
    const places = new Map<number, FoundPlace & { demand: Demand }>();
    const add = (demand: Demand, most?: number): void => {
      for (const place of this.index.find(query, demand, language).slice(0, most)) {
        if (!places.has(place.id)) places.set(place.id, { ...place, demand });
      }
    };
    add('all');
    if (places.size < enough) add('all-inside');
    if (places.size < enough && query.length > 1) add('any-inside', mostWithSome);
    return [...places.values()];
  }

  /** Ids of the courses whose texts are not in the index as they are, or that are gone. */
  private outdated(): string[] {
    const indexed = this.look(() => this.index.fingerprints(), new Map<string, string>());
    const courses = this.library.all();
    const known = new Set(courses.map(({ course }) => course.id));
    return [
      ...[...indexed.keys()].filter((id) => !known.has(id)),
      ...courses
        .filter(({ course: { id }, fingerprint }) => indexed.get(id) !== fingerprint)
        .filter(({ course: { id }, fingerprint }) => this.failed.get(id) !== fingerprint)
        .map(({ course }) => course.id),
    ];
  }

  private sweep(): void {
    if (!this.isUnswept) return;
    this.isUnswept = false;
    this.look(() => this.index.sweep(), undefined);
  }

  /** Looks into the index; where it is damaged, it is made anew and for now there is nothing. */
  private look<Value>(work: () => Value, otherwise: Value): Value {
    try {
      return work();
    } catch (error) {
      this.log('the index of the search cannot be read', error);
      if (this.startOver() && this.onReady) this.follow(this.onReady);
      return otherwise;
    }
  }

  /** Once: where that does not help, more of it would not either. */
  private startOver(): boolean {
    if (this.wasStartedOver) return false;
    this.wasStartedOver = true;
    this.index.startOver();
    this.pending = undefined;
    return true;
  }
}
