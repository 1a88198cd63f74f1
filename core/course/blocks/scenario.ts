// `scenario`: scenes with choices that lead on to other scenes, graded by how it ends.
import { z } from '../../zod';
import { inlineText, plainText } from '../plain-text';
import type { Inline, Prose } from '../prose';
import { inFileOrder } from './arrangement';
import type { GradedKind, PartGrade } from './kind';
import type { Outcome, ScenarioContent, Stage } from './scenario-content';
import { exploredWays, offered, walk } from './scenario-paths';
import { readScenario } from './scenario-read';

export interface SceneShown {
  title: Inline[];
  prose: Prose[];
  /** Only those that the meters allow; `at` is the place in the file, which an answer names. */
  choices: { at: number; words: Inline[] }[];
  /** Null in the scene where the learner stands. */
  chosen: number | null;
  /** Of the meters, as the learner came here. */
  values: number[];
}

export interface ScenarioShown {
  stage: Stage;
  meters: { name: string; top: number }[];
  /** Scenes visited so far, the one where the learner stands last. */
  path: SceneShown[];
  ended: boolean;
}

/** Places of the choices, from the first scene on. */
export interface ScenarioAnswer {
  path: number[];
}

export interface ScenarioDue {
  scenes: {
    title: Inline[];
    prose: Prose[];
    outcome: Outcome | null;
    choices: { words: Inline[]; to: number; feedback: Prose[] }[];
  }[];
  /** Places of the scenes that the learner came through; empty without an answer. */
  taken: number[];
  /** Places of the scenes on the shortest way to a good end. */
  best: number[];
}

const shares: Record<Outcome, number> = { good: 1, mixed: 0.5, bad: 0 };

const scenesOf = (content: ScenarioContent, path: readonly number[]): number[] =>
  walk(content, path).map(({ scene }) => scene);

const goodPath = (content: ScenarioContent): number[] =>
  exploredWays(content).pathTo((scene) => content.scenes[scene]?.outcome === 'good') ?? [];

/** One part for each choice: right as long as a good end could still be reached afterwards. */
function partsOf(content: ScenarioContent, path: readonly number[]): PartGrade[] {
  const stands = walk(content, path);
  const hasHope = exploredWays(content).hopes();
  const endsWell = content.scenes[stands.at(-1)?.scene ?? 0]?.outcome === 'good';
  return path.map((at, part) => {
    const to = stands[part + 1];
    const choice = content.scenes[stands[part]?.scene ?? 0]?.choices[at];
    const right = endsWell || (to !== undefined && hasHope(to));
    return { part, right, feedback: choice?.feedback ?? [] };
  });
}

const stepNames = (path: readonly number[]): string =>
  path.map((choice, step) => `${step}[.]${choice}`).join('[,]');

export const scenario: GradedKind<ScenarioContent, ScenarioShown, ScenarioAnswer, ScenarioDue> = {
  attributes: ['as', 'meters'],

  // Whoever has seen an end knows the way: it is told, and the scenario may be begun anew.
  defaultTries: 1,

  read: readScenario,

  revisionText: ({ meters, scenes }) =>
    [
      meters.map(({ name, start }) => `${name} ${start}`).join(', '),
      ...scenes.flatMap(({ title, prose, outcome, choices }) => [
        `# ${inlineText(title)} ${outcome ?? ''}`,
        plainText(prose),
        ...choices.map(({ words, to, effects, needs }) =>
          [inlineText(words), to, JSON.stringify([effects, needs])].join(' '),
        ),
      ]),
    ].join('\n'),

  /** Choices keep their order: the lists only say how many there are. */
  arrange: ({ scenes }) => scenes.map(({ choices }) => inFileOrder(choices.length)),

  show(content, _arrangement, given) {
    const path = given?.path ?? [];
    const stands = walk(content, path);
    const sceneShown = (stand: (typeof stands)[number], at: number): SceneShown => {
      const { title = [], prose = [] } = content.scenes[stand.scene] ?? {};
      return {
        title,
        prose,
        choices: offered(content, stand).map(({ at: place, choice }) => ({
          at: place,
          words: choice.words,
        })),
        chosen: at < stands.length - 1 ? (path[at] ?? null) : null,
        values: stand.values,
      };
    };
    return {
      stage: content.stage,
      meters: content.meters.map(({ name, top }) => ({ name, top })),
      path: stands.map(sceneShown),
      ended: content.scenes[stands.at(-1)?.scene ?? 0]?.outcome != null,
    };
  },

  unfolds: true,

  partsIn: null,

  answer: z.strictObject({ path: z.array(z.int().min(0).max(999)).max(1000) }),

  isComplete(content, { path }) {
    const stands = walk(content, path);
    const last = content.scenes[stands.at(-1)?.scene ?? 0];
    return stands.length === path.length + 1 && last?.outcome != null;
  },

  toFile: (answer) => answer,
  toScreen: (answer) => answer,

  grade(content, { path }) {
    const outcome = content.scenes[scenesOf(content, path).at(-1) ?? 0]?.outcome ?? 'bad';
    return { share: shares[outcome], parts: partsOf(content, path) };
  },

  key(content) {
    const path = goodPath(content);
    return { answer: { path }, parts: partsOf(content, path) };
  },

  due: (content, answer) => ({
    scenes: content.scenes.map(({ title, prose, outcome, choices }) => ({
      title,
      prose,
      outcome,
      choices: choices.map(({ words, to, feedback }) => ({ words, to, feedback })),
    })),
    taken: answer === null ? [] : scenesOf(content, answer.path),
    best: scenesOf(content, goodPath(content)),
  }),

  interaction: (content, { path }) => ({
    type: 'performance',
    response: stepNames(path),
    correct: [stepNames(goodPath(content))],
  }),

  sample: `::: scenario #the-helpful-caller {as=phone}
Your telephone rings at ten past nine. Decide what you do.

### The call

“Good morning, this is the help desk. Your computer sends out viruses. I need your password to stop it.”

- [Give the password, as it is urgent](#password-given)
  > Nobody at a help desk needs your password, however urgent it sounds.
- [Say that you will call back, and hang up](#call-back)
  > A call that is real survives a minute’s break.

### Call back

You look up the number of the help desk in the directory and call it.

- [Tell them what the caller wanted](#reported)
  > Now they can warn everybody else.
- [Ask whether your computer is all right, and say no more](#nobody-warned)
  > The next person to be called does not know.

### Reported {outcome=good}

Within ten minutes a warning goes out to the whole building.

### Nobody warned {outcome=mixed}

Your account is safe. Your colleague’s telephone rings at a quarter past nine.

### Password given {outcome=bad}

By noon somebody has read your mailbox, and writes to the mayor in your name.

> [!HINT] Who called whom?

> [!WHY] Hang up, look up the number yourself, call back, and report it.
:::
`,
};
