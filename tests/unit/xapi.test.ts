// What each kind says of an answer in xAPI: whole statements, held against the specification.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import validate from 'xapi-validation';
import { gradedKinds, type ItemKind, kindOf } from '../../core/course/blocks';
import type { Interaction } from '../../core/course/blocks/kind';
import { answers, contents } from '../item-arbitraries';

/** A statement as an LRS would be sent it. */
const statement = ({ type, response, correct }: Interaction, share: number) => ({
  id: '01900000-0000-7000-8000-000000000001',
  actor: { objectType: 'Agent', account: { homePage: 'https://agency.example', name: 'somebody' } },
  verb: { id: 'http://adlnet.gov/expapi/verbs/answered', display: { en: 'answered' } },
  object: {
    objectType: 'Activity',
    id: 'https://agency.example/courses/gallery/one',
    definition: {
      type: 'http://adlnet.gov/expapi/activities/cmi.interaction',
      interactionType: type,
      correctResponsesPattern: correct,
    },
  },
  result: { response, success: share === 1, score: { scaled: share } },
  timestamp: '2026-11-24T10:00:00.000Z',
  version: '1.0.3',
});

/** Forms of responses that the specification lays down for a type. */
const forms: Partial<Record<Interaction['type'], RegExp>> = {
  'true-false': /^(true|false)$/,
  choice: /^[^\s[\]]*(\[,\][^\s[\]]+)*$/,
  sequencing: /^[^\s[\]]+(\[,\][^\s[\]]+)*$/,
  matching: /^[^\s[\]]+\[\.\][^\s[\]]+(\[,\][^\s[\]]+\[\.\][^\s[\]]+)*$/,
  numeric: /^-?\d+(\.\d+)?(e[+-]?\d+)?$/,
};

describe.each(Object.keys(gradedKinds) as ItemKind[])('%s', (name) => {
  const kind = kindOf(name);
  const content: fc.Arbitrary<unknown> = contents[name];
  const answerTo = answers[name] as (content: unknown) => fc.Arbitrary<unknown>;
  const answered = content.chain((each) =>
    answerTo(each).map((answer) => ({ content: each, answer })),
  );

  test('gives statements that an LRS takes', () => {
    fc.assert(
      fc.property(answered, ({ content: each, answer }) => {
        const { share } = kind.grade(each, answer);
        const errors = validate(statement(kind.interaction(each, answer), share));
        expect(errors).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  test('writes responses in the form of their type', () => {
    fc.assert(
      fc.property(answered, ({ content: each, answer }) => {
        const { type, response, correct } = kind.interaction(each, answer);
        const form = forms[type];
        if (form) expect(response).toMatch(form);
        expect(correct.length).toBeGreaterThan(0);
      }),
      { numRuns: 50 },
    );
  });

  test('names the right answer as its own pattern', () => {
    fc.assert(
      fc.property(content, (each) => {
        const { type, response, correct } = kind.interaction(each, kind.key(each).answer);
        if (type === 'numeric' || type === 'performance') return;
        expect(correct).toContain(response);
      }),
      { numRuns: 50 },
    );
  });
});
