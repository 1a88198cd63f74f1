// Ways through a scenario: where a path leads, what can be reached, and the shortest way to a good end.
import type { ScenarioContent, SceneChoice } from './scenario-content';
import { applied, holds } from './scenario-state';

/** A scene as the learner came to it, with the meters as they then stood. */
export interface Stand {
  scene: number;
  values: number[];
}

/** Choices looked at when all ways are tried: a scenario with counters may have ways without end. */
const budget = 10_000;

export const startOf = (content: Pick<ScenarioContent, 'meters'>): Stand => ({
  scene: 0,
  values: content.meters.map(({ start }) => start),
});

/** The choices offered at a stand, each with its place in the file. */
export function offered(
  content: ScenarioContent,
  { scene, values }: Stand,
): { at: number; choice: SceneChoice }[] {
  const choices = content.scenes[scene]?.choices ?? [];
  return choices.flatMap((choice, at) => (holds(choice.needs, values) ? [{ at, choice }] : []));
}

const after = ({ to, effects }: SceneChoice, { values }: Stand): Stand => ({
  scene: to,
  values: applied(effects, values),
});

/** All stands of a path, the first one included; it ends before a choice that is not offered. */
export function walk(content: ScenarioContent, path: readonly number[]): Stand[] {
  const stands = [startOf(content)];
  for (const at of path) {
    const here = stands.at(-1) as Stand;
    const choice = content.scenes[here.scene]?.choices[at];
    if (!choice || !holds(choice.needs, here.values)) break;
    stands.push(after(choice, here));
  }
  return stands;
}

interface Reached extends Stand {
  /** The stand it was first reached from, and by which choice; null at the start. */
  from: { stand: number; choice: number } | null;
}

const nameOf = ({ scene, values }: Stand): string => `${scene}|${values.join('|')}`;

/** Everything that can be reached, nearest first, as far as the budget goes. */
export class Explored {
  readonly reached: Reached[] = [];
  /** False when there may be more than was looked at. */
  readonly isWhole: boolean;
  /** Scenes where somebody may stand with no choice left. */
  readonly stuck = new Set<number>();
  private readonly places = new Map<string, number>();
  private readonly backwards: number[][] = [];

  constructor(private readonly content: ScenarioContent) {
    let looked = 0;
    this.place(startOf(content), null);
    for (let at = 0; at < this.reached.length && looked < budget; at++) {
      const here = this.reached[at] as Reached;
      const choices = offered(content, here);
      const scene = content.scenes[here.scene];
      looked += scene?.choices.length ?? 0;
      if (choices.length === 0 && scene && scene.choices.length > 0) this.stuck.add(here.scene);
      for (const { at: choice, choice: taken } of choices) {
        const to = this.place(after(taken, here), { stand: at, choice });
        this.backwards[to]?.push(at);
      }
    }
    this.isWhole = looked < budget;
  }

  private place(stand: Stand, from: Reached['from']): number {
    const name = nameOf(stand);
    const known = this.places.get(name);
    if (known !== undefined) return known;
    const at = this.reached.push({ ...stand, from }) - 1;
    this.places.set(name, at);
    this.backwards.push([]);
    return at;
  }

  private isGood = ({ scene }: Stand): boolean => this.content.scenes[scene]?.outcome === 'good';

  scenes(): Set<number> {
    return new Set(this.reached.map(({ scene }) => scene));
  }

  /** The highest value of a meter. */
  top(meter: number): number {
    return this.reached.reduce((top, { values }) => Math.max(top, values[meter] ?? 0), 0);
  }

  /** The shortest path that ends as `isWanted` says; undefined when there is none. */
  pathTo(isWanted: (scene: number) => boolean): number[] | undefined {
    let here = this.reached.find(({ scene }) => isWanted(scene));
    if (!here) return undefined;
    const path: number[] = [];
    while (here?.from) {
      path.push(here.from.choice);
      here = this.reached[here.from.stand];
    }
    return path.reverse();
  }

  /** Whether a good end can still be reached from a stand; what was not looked at may lead to one. */
  hopes(): (stand: Stand) => boolean {
    const hopeful = new Set<number>();
    const waiting = this.reached.flatMap((stand, at) => (this.isGood(stand) ? [at] : []));
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      if (hopeful.has(at)) continue;
      hopeful.add(at);
      waiting.push(...(this.backwards[at] ?? []));
    }
    return (stand) => {
      if (this.content.scenes[stand.scene]?.outcome) return this.isGood(stand);
      const at = this.places.get(nameOf(stand));
      return !this.isWhole || (at !== undefined && hopeful.has(at));
    };
  }
}

const known = new WeakMap<ScenarioContent, Explored>();

/** The ways of a scenario, found once: its content never changes. */
export function exploredWays(content: ScenarioContent): Explored {
  const explored = known.get(content) ?? new Explored(content);
  known.set(content, explored);
  return explored;
}

/** Scenes from which an end can be reached, meters apart. A scene without choices counts as one. */
export function endingScenes(scenes: ScenarioContent['scenes']): Set<number> {
  const before: number[][] = scenes.map(() => []);
  const waiting: number[] = [];
  for (const [at, { choices }] of scenes.entries()) {
    if (choices.length === 0) waiting.push(at);
    for (const { to } of choices) before[to]?.push(at);
  }
  const ending = new Set<number>();
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (ending.has(at)) continue;
    ending.add(at);
    for (const each of before[at] ?? []) waiting.push(each);
  }
  return ending;
}

/** Scenes that choices lead to from the first one, meters apart. */
export function linkedScenes(scenes: ScenarioContent['scenes']): Set<number> {
  const linked = new Set<number>();
  const waiting = [0];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (linked.has(at)) continue;
    linked.add(at);
    for (const { to } of scenes[at]?.choices ?? []) waiting.push(to);
  }
  return linked;
}
