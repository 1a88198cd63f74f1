// The password of a place that is being set up: kept while that goes on, and forgotten where the place is not in use in the end.

/** What it asks of the app, each settling in the order of asking. */
export interface SecretAsks {
  keep: () => Promise<{ kept: boolean }>;
  forget: () => Promise<unknown>;
  /** Whether sync has begun with the place. */
  isInUse: () => Promise<boolean>;
}

/** Thrown where the person left before anything was begun. */
export class LeftSetUp extends Error {}

export class SetUpSecret {
  /** Whether the person is elsewhere now. */
  hasLeft = false;
  private isKept = false;

  constructor(private readonly asks: SecretAsks) {}

  /**
   * Keeps it, for a test or for good. Gives whether it outlasts the app.
   * Throws LeftSetUp where the person left meanwhile: nothing may be begun with it any more.
   */
  async keep(): Promise<boolean> {
    this.isKept = true;
    const { kept } = await this.asks.keep();
    if (this.hasLeft) throw new LeftSetUp();
    return kept;
  }

  /** The person comes back, or was never away. */
  enter(): void {
    this.hasLeft = false;
  }

  /**
   * The person leaves. Who tests a server and goes has not asked for their password to be kept; whether
   * sync has begun is asked of who knows, as its answer may not have come here yet.
   */
  async leave(): Promise<void> {
    this.hasLeft = true;
    if (!this.isKept) return;
    try {
      if (await this.asks.isInUse()) return;
      await this.asks.forget();
    } catch {
      // As long as nobody knows, a place that may be in use keeps its password.
    }
  }
}
