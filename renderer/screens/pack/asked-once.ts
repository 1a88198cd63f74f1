// One question to the person about each export: a page that is opened meanwhile waits for the same answer.

const open = new Map<string, Promise<boolean>>();

/** Gives what the question gives. Once it is answered, or has failed, it can be asked again. */
export function askedOnce(id: string, question: () => Promise<boolean>): Promise<boolean> {
  const before = open.get(id);
  if (before) return before;
  const answer = question().finally(() => open.delete(id));
  open.set(id, answer);
  return answer;
}
