// A scenario as data: where the learner stands, what a choice changed, which ends there are.

import type {
  ScenarioAnswer,
  ScenarioDue,
  ScenarioShown,
} from '../../../core/course/blocks/scenario';
import { inlineText } from '../../../core/course/plain-text';
import type { Inline, Prose } from '../../../core/course/prose';

export const begin = (_shown: ScenarioShown, saved: ScenarioAnswer | null): ScenarioAnswer =>
  saved ?? { path: [] };

/** The choices behind the scenes that are shown. */
export const pathOf = (shown: ScenarioShown): number[] =>
  shown.path.flatMap(({ chosen }) => chosen ?? []);

/** A choice was made, and the scene it leads to is not here yet. */
export const isOnTheWay = (shown: ScenarioShown, answer: ScenarioAnswer): boolean =>
  pathOf(shown).join() !== answer.path.join();

/** An answer is whole once it has come to an end. */
export const missing = (shown: ScenarioShown, answer: ScenarioAnswer): number[] =>
  shown.ended && !isOnTheWay(shown, answer) ? [] : [0];

const quotationMark = /^\s*[“”"«»„‚‘]/;

/** Words in quotation marks are said; all others tell what happens. */
export const isSaid = (words: readonly Inline[]): boolean => quotationMark.test(inlineText(words));

/** Runs of what is said and what is told, in their order: quotes and quoted paragraphs are speech. */
export function saidAndTold(prose: readonly Prose[]): { said: boolean; nodes: Prose[] }[] {
  const runs: { said: boolean; nodes: Prose[] }[] = [];
  for (const node of prose) {
    const said = node.type === 'quote' || (node.type === 'paragraph' && isSaid(node.children));
    const nodes = node.type === 'quote' ? node.children : [node];
    const last = runs.at(-1);
    // Each quote is a bubble of its own, as each message is.
    if (last && !said && !last.said) last.nodes.push(...nodes);
    else runs.push({ said, nodes: [...nodes] });
  }
  return runs;
}

export interface MeterView {
  name: string;
  value: number;
  /** Of a full bar. */
  share: number;
  /** Since the scene before. */
  change: number;
}

/** The meters as they stand in a scene of the path. */
export function metersAt({ meters, path }: ScenarioShown, at: number): MeterView[] {
  return meters.map(({ name, top }, meter) => {
    const value = path[at]?.values[meter] ?? 0;
    const before = path[at - 1]?.values[meter] ?? value;
    return {
      name: name.replaceAll('_', ' '),
      value,
      share: top > 0 ? Math.min(1, Math.max(0, value / top)) : 0,
      change: Math.round((value - before) * 1e6) / 1e6,
    };
  });
}

/** The choice after which no good end could be reached any more; null when there was none. */
export function turningPoint(parts: readonly { part: number; right: boolean }[]): number | null {
  return parts.find(({ right }) => !right)?.part ?? null;
}

export interface Ending {
  scene: number;
  isOwn: boolean;
}

/** All ends, in the order of the file. */
export const endingsOf = ({ scenes, taken }: ScenarioDue): Ending[] =>
  scenes.flatMap(({ outcome }, scene) =>
    outcome === null ? [] : [{ scene, isOwn: taken.at(-1) === scene }],
  );
