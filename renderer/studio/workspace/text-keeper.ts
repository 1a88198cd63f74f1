// Keeps one text on disk while it is written: every pause is saved, and nobody else's words are overwritten.
import type { Failure } from '../../../core/errors';
import type { SaveOutcome, StudioText } from '../../../core/studio/views';
import { failureOf } from '../../client/ask-error';

export type KeptState =
  | { at: 'saved' | 'unsaved' | 'saving' }
  /** Somebody else changed the same lines: nothing is saved until the author decides. */
  | {
      at: 'conflict';
      theirs: string;
      version: string;
      /** Why the other text could not be taken; null where nothing went wrong. */
      failure: Failure | null;
    }
  | { at: 'failed'; failure: Failure };

export interface TextDisk {
  read(): Promise<StudioText>;
  save(text: string, base: string): Promise<SaveOutcome>;
  setAside(text: string): Promise<unknown>;
}

/** Told of each change; `isOutside` where the editor has to take a text up that it did not make. */
export type TextListener = (text: string, state: KeptState, isOutside: boolean) => void;

const pauseMilliseconds = 250;
const longestMilliseconds = 1000;

export class TextKeeper {
  private base = '';
  private saved = '';
  private text = '';
  private state: KeptState = { at: 'saved' };
  private timer: ReturnType<typeof setTimeout> | undefined;
  private unsavedSince: number | undefined;
  private saving: Promise<void> | undefined;
  /** What was put into the history while nothing could be saved. */
  private aside: string | undefined;

  constructor(
    private readonly disk: TextDisk,
    private readonly listener: TextListener,
  ) {}

  /** Settles once the text is there; throws AskError. */
  async open(): Promise<void> {
    const { text, version } = await this.disk.read();
    this.take(text, version);
  }

  /** The text as it is at this moment, which a screen shows a moment later. */
  now(): string {
    return this.text;
  }

  change(text: string): void {
    if (text === this.text) return;
    this.text = text;
    if (this.state.at === 'conflict') {
      this.listener(text, this.state, false);
      return;
    }
    this.show({ at: 'unsaved' });
    this.saveSoon();
  }

  /** Saves what is not saved, at once. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    await this.saving;
    if (this.text !== this.saved && this.state.at !== 'conflict') await this.save();
  }

  /** Something changed on the disk, perhaps this text. */
  async look(): Promise<void> {
    if (this.saving || this.state.at === 'conflict') return;
    let found: StudioText;
    try {
      found = await this.disk.read();
    } catch {
      // Gone, or not to be read for a moment: what is on screen stays, and saving says what is wrong.
      return;
    }
    if (found.version === this.base || this.saving) return;
    if (this.text === this.saved) this.take(found.text, found.version);
    else await this.save();
  }

  /** After a conflict: the author's text takes the place of the other, which stays in the history. */
  async keepMine(): Promise<void> {
    if (this.state.at !== 'conflict') return;
    this.base = this.state.version;
    this.show({ at: 'unsaved' });
    await this.save();
  }

  /**
   * After a conflict: the other text, once the author's is in the history. Where it cannot be put
   * there, both stay and the state says why.
   */
  async takeTheirs(): Promise<void> {
    if (this.state.at !== 'conflict') return;
    try {
      // What is typed meanwhile belongs into the history, too.
      while (this.aside !== this.text) {
        const mine = this.text;
        await this.disk.setAside(mine);
        this.aside = mine;
      }
    } catch (thrown) {
      if (this.state.at === 'conflict') this.show({ ...this.state, failure: failureOf(thrown) });
      return;
    }
    if (this.state.at === 'conflict') this.take(this.state.theirs, this.state.version);
  }

  /** The author leaves, perhaps for good: what cannot be saved as it is goes into the history. */
  leave(): void {
    if (this.state.at !== 'conflict') void this.flush().catch(() => {});
    else if (this.aside !== this.text) {
      this.aside = this.text;
      void this.disk.setAside(this.text).catch(() => {});
    }
  }

  private take(text: string, version: string): void {
    this.base = version;
    this.saved = text;
    this.text = text;
    this.state = { at: 'saved' };
    this.listener(text, this.state, true);
  }

  private show(state: KeptState): void {
    this.state = state;
    this.listener(this.text, state, false);
  }

  private saveSoon(): void {
    const now = Date.now();
    this.unsavedSince ??= now;
    clearTimeout(this.timer);
    const left = this.unsavedSince + longestMilliseconds - now;
    this.timer = setTimeout(
      () => void this.flush(),
      Math.max(0, Math.min(pauseMilliseconds, left)),
    );
  }

  private async save(): Promise<void> {
    this.saving = this.saveNow();
    await this.saving;
    this.saving = undefined;
    if (this.state.at === 'unsaved') this.saveSoon();
  }

  private async saveNow(): Promise<void> {
    const sent = this.text;
    this.unsavedSince = undefined;
    this.show({ at: 'saving' });
    let outcome: SaveOutcome;
    try {
      outcome = await this.disk.save(sent, this.base);
    } catch (thrown) {
      this.show({ at: 'failed', failure: failureOf(thrown) });
      return;
    }
    const isSame = this.text === sent;
    if (outcome.outcome === 'conflict') {
      const { theirs, version } = outcome;
      this.show({ at: 'conflict', theirs, version, failure: null });
    } else if (outcome.outcome === 'merged') {
      // Written on meanwhile: it goes by the old base once more, and is put together then.
      if (isSame) this.take(outcome.text, outcome.version);
      else this.show({ at: 'unsaved' });
    } else {
      this.base = outcome.version;
      this.saved = sent;
      this.show({ at: isSame ? 'saved' : 'unsaved' });
    }
  }
}
