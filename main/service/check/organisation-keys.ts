// The organisation's own words that courses ask for, with what is shown where they are not set.
import { eachNode, type SourceText } from './source-text';

export interface OrganisationKey {
  key: string;
  fallbacks: string[];
}

export function organisationKeys(texts: readonly SourceText[]): OrganisationKey[] {
  const found = new Map<string, Set<string>>();
  for (const { prose, lesson } of texts) {
    eachNode(lesson ?? prose, (node) => {
      if (node.type !== 'organisation') return;
      const key = String(node.key);
      const fallbacks = found.get(key) ?? new Set();
      found.set(key, fallbacks.add(String(node.fallback)));
    });
  }
  return [...found]
    .map(([key, fallbacks]) => ({ key, fallbacks: [...fallbacks] }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}
