// Works on some things ahead of the one that is asked for, and gives the results in order.

export type Result<Value> = { ok: true; value: Value } | { ok: false; error: unknown };

/** At most `width` at a time; whoever stops asking leaves no more than those running. */
export async function* inOrder<Item, Value>(
  items: Iterable<Item>,
  width: number,
  work: (item: Item) => Promise<Value>,
): AsyncGenerator<{ item: Item; result: Result<Value> }> {
  const running: { item: Item; result: Promise<Result<Value>> }[] = [];
  const next = async () => {
    const first = running.shift();
    return first && { item: first.item, result: await first.result };
  };
  for (const item of items) {
    const result = work(item).then(
      (value): Result<Value> => ({ ok: true, value }),
      (error): Result<Value> => ({ ok: false, error }),
    );
    running.push({ item, result });
    if (running.length < width) continue;
    const done = await next();
    if (done) yield done;
  }
  for (let done = await next(); done; done = await next()) yield done;
}
