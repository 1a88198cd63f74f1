// Keeps half an answer: saves it when the learner pauses, at once when they leave.

export interface DraftKeeper<Answer> {
  /** The learner changed the answer. */
  change: (answer: Answer) => void;
  /** Saves now what waits to be saved. */
  flush: () => void;
  /** Forgets what waits: the whole answer is on its way. */
  drop: () => void;
}

export function draftKeeper<Answer>(
  save: (answer: Answer) => Promise<void>,
  onSaved: (saved: boolean) => void,
  delay = 400,
): DraftKeeper<Answer> {
  let waiting: { answer: Answer } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const flush = (): void => {
    clearTimeout(timer);
    if (!waiting) return;
    const kept = waiting;
    waiting = null;
    save(kept.answer).then(
      () => onSaved(true),
      () => {
        // Saved with the next change or when leaving, unless something newer waits by then.
        waiting ??= kept;
        onSaved(false);
      },
    );
  };

  return {
    change(answer) {
      waiting = { answer };
      clearTimeout(timer);
      timer = setTimeout(flush, delay);
    },
    flush,
    drop() {
      clearTimeout(timer);
      waiting = null;
    },
  };
}
