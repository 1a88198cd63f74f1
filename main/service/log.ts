// How the service says what went wrong: what failed and where, no names and no answers.
export type Log = (words: string, error: unknown) => void;
