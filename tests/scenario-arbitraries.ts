// Random scenarios and ways through them, for properties that must hold for all of them.
import fc from 'fast-check';
import type { AnswerOf, ContentOf } from '../core/course/blocks';
import {
  outcomes,
  type Scene,
  type SceneChoice,
  stages,
} from '../core/course/blocks/scenario-content';
import { offered, startOf, walk } from '../core/course/blocks/scenario-paths';
import type { Inline, Prose } from '../core/course/prose';

type Content = ContentOf<'scenario'>;

const inline = (text: string): Inline[] => [{ type: 'text', text }];
const paragraph = (text: string): Prose => ({ type: 'paragraph', line: 1, children: inline(text) });

const choice = (words: string, to: number, more: Partial<SceneChoice> = {}): SceneChoice => ({
  words: inline(words),
  to,
  feedback: [paragraph(`SECRET feedback ${to}`)],
  effects: [],
  needs: [],
  ...more,
});

/** Scenes in a row, whose first choices lead to the good end; further ones lead anywhere. */
export const scenarios: fc.Arbitrary<Content> = fc
  .record({
    inner: fc.array(
      fc.array(fc.record({ to: fc.nat(9), by: fc.integer({ min: -3, max: 3 }), than: fc.nat(6) }), {
        maxLength: 3,
      }),
      { minLength: 1, maxLength: 4 },
    ),
    stage: fc.constantFrom(...stages),
    start: fc.integer({ min: 0, max: 9 }),
  })
  .map(({ inner, stage, start }) => {
    const all = inner.length + outcomes.length;
    const asking = inner.map((further, at): Scene => {
      const others = further.map(({ to, by, than }, n) =>
        choice(`choice ${n}`, to % all, {
          // Back and on again for ever, a meter would grow without end.
          effects: to % all > at ? [{ meter: 0, by }] : [],
          needs: n === 0 ? [] : [{ meter: 0, is: '>=', than }],
        }),
      );
      // The bad end can be reached from the first scene, whatever else there is.
      const toBad = at === 0 ? [choice('to the bad end', all - 1)] : [];
      const choices = [choice('go on', at + 1), ...toBad, ...others];
      return { title: inline(`Scene ${at}`), prose: [paragraph(`p${at}`)], outcome: null, choices };
    });
    // The last inner scene leads on to the first end, which is the good one.
    const ends = outcomes.map(
      (outcome, at): Scene => ({
        title: inline(`End ${at}`),
        prose: [paragraph(`SECRET end ${at}`)],
        outcome,
        choices: [],
      }),
    );
    return { stage, meters: [{ name: 'trust', start, top: 9 }], scenes: [...asking, ...ends] };
  });

/** A way to an end: anywhere for a while, then by the first choices. */
export const ways = (content: Content): fc.Arbitrary<AnswerOf<'scenario'>> =>
  fc.array(fc.nat(9), { maxLength: 12 }).map((turns) => {
    const path: number[] = [];
    for (let here = startOf(content); ; here = walk(content, path).at(-1) ?? here) {
      const choices = offered(content, here);
      if (choices.length === 0) return { path };
      const turn = turns[path.length] ?? 0;
      path.push(choices[turn % choices.length]?.at ?? 0);
    }
  });

/** Good and bad change places, and all feedback is another. */
export const otherEnds = (content: Content): Content => ({
  ...content,
  scenes: content.scenes.map((scene) => ({
    ...scene,
    outcome: scene.outcome === 'good' ? 'bad' : scene.outcome === 'bad' ? 'good' : scene.outcome,
    choices: scene.choices.map((each) => ({ ...each, feedback: [paragraph('SECRET other')] })),
  })),
});
