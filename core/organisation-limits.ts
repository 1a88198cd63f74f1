// What the organisation's words may come to: alone, so that who only measures a file reads no YAML.

/** What a file may hold at most: it is words for sentences, not documents. */
export const organisationLimits = { characters: 100_000, keys: 500, valueCharacters: 500 } as const;
