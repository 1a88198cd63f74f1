// No platform: the browser keeps what was done, for this file on this computer alone.
import type { Lms, Standing } from './lms';
import { Troubles } from './lms';

export class Alone implements Lms {
  private readonly troubles = new Troubles();
  trouble = this.troubles.trouble;
  onTrouble = this.troubles.onTrouble;

  /** Another course has another `key`. */
  constructor(private readonly key: string) {}

  async begin(): Promise<string | null> {
    try {
      return window.localStorage.getItem(this.key);
    } catch {
      // Switched off by the person or their organisation.
      this.troubles.set('unkept');
      return null;
    }
  }

  tell({ save }: Standing): void {
    try {
      // It never leaves this computer, so what is private may stay in it.
      window.localStorage.setItem(this.key, save('all', true));
      this.troubles.set(null);
    } catch {
      this.troubles.set('unkept');
    }
  }

  answered(): void {}
  back = (): null => null;
  pause(): void {}
  end(): void {}
}
