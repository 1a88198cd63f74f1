// What platforms are told, by the names of both editions, and how their object is found.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ItemKind, kindOf } from '../../../core/course/blocks';
import type { CourseProgress } from '../../../core/learning/progress';
import { answers, contents } from '../../../tests/item-arbitraries';
import { findApi } from './scorm';
import { interaction12, scorm12 } from './scorm-12';
import { scorm2004 } from './scorm-2004';

const progress: CourseProgress = {
  status: 'started',
  finishedLessons: 1,
  lessons: 3,
  points: 2,
  possible: 3,
  score: 2 / 3,
  passed: null,
  placedOut: false,
  minutesLeft: 4,
};
const told = (edition: typeof scorm12, some: Partial<CourseProgress>) =>
  Object.fromEntries(edition.standing({ progress: { ...progress, ...some }, save: () => '' }));

describe('SCORM 1.2', () => {
  test.each([
    [{ status: 'new', score: 0 }, undefined, 'incomplete'],
    [{}, '66.67', 'incomplete'],
    [{ status: 'finished', passed: true }, '66.67', 'passed'],
    [{ status: 'finished', passed: false }, '66.67', 'failed'],
    [{ status: 'finished', passed: true, score: null }, undefined, 'completed'],
  ] satisfies [Partial<CourseProgress>, string | undefined, string][])(
    '%j',
    (some, score, status) => {
      const values = told(scorm12, some);
      expect(values['cmi.core.score.raw']).toBe(score);
      expect(values['cmi.core.lesson_status']).toBe(status);
    },
  );

  test.each([
    ['choice', '0[,]12', ['3'], { type: 'choice', response: '0,c', correct: ['3'] }],
    ['choice', '0[,]40', ['3'], { type: 'performance', response: '0[,]40', correct: ['3'] }],
    ['choice', 'elsewhere', ['3'], { type: 'performance', response: 'elsewhere', correct: ['3'] }],
    ['choice', '', [''], { type: 'choice', response: '', correct: [''] }],
    [
      'matching',
      '0[.]1[,]1[.]0',
      ['0[.]0[,]1[.]1'],
      { type: 'matching', response: '0.1,1.0', correct: ['0.0,1.1'] },
    ],
    ['true-false', 'true', ['false'], { type: 'true-false', response: 't', correct: ['f'] }],
    ['numeric', '72', ['70[:]75'], { type: 'numeric', response: '72', correct: [] }],
    [
      'long-fill-in',
      'x'.repeat(300),
      ['y'],
      { type: 'fill-in', response: 'x'.repeat(255), correct: ['y'] },
    ],
  ] as const)('%s %s', (type, response, correct, expected) => {
    expect(interaction12({ type, response, correct: [...correct] })).toEqual(expected);
  });

  /** The forms that the standard lays down (CMIFeedback). */
  const forms: Record<string, RegExp> = {
    'true-false': /^[tf]$/,
    choice: /^([0-9a-z](,[0-9a-z])*)?$/,
    sequencing: /^[0-9a-z](,[0-9a-z])*$/,
    matching: /^[0-9a-z]\.[0-9a-z](,[0-9a-z]\.[0-9a-z])*$/,
    numeric: /^-?\d+(\.\d+)?/,
    'fill-in': /^[\s\S]{0,255}$/,
    performance: /^[\s\S]{0,255}$/,
  };

  test.each(Object.keys(contents) as ItemKind[])(
    'tells of each %s in the form of its type',
    (name) => {
      const kind = kindOf(name);
      const content: fc.Arbitrary<unknown> = contents[name];
      const answerTo = answers[name] as (content: unknown) => fc.Arbitrary<unknown>;
      const given = content.chain((each) =>
        answerTo(each).map((answer) => [each, answer] as const),
      );
      fc.assert(
        fc.property(given, ([each, answer]) => {
          const { type, response, correct } = interaction12(kind.interaction(each, answer));
          for (const text of [response, ...correct]) expect(text).toMatch(forms[type] ?? /^$/);
        }),
        { numRuns: 40 },
      );
    },
  );
});

describe('SCORM 2004', () => {
  test.each([
    [{ status: 'new', score: 0 }, [undefined, '0.3333333', 'incomplete', 'unknown']],
    [{}, ['0.6666667', '0.3333333', 'incomplete', 'unknown']],
    [{ status: 'finished', passed: true }, ['0.6666667', '1', 'completed', 'passed']],
    [{ status: 'finished', passed: false }, ['0.6666667', '1', 'completed', 'failed']],
  ] satisfies [Partial<CourseProgress>, (string | undefined)[]][])('%j', (some, expected) => {
    const values = told(scorm2004, some);
    const names = ['score.scaled', 'progress_measure', 'completion_status', 'success_status'];
    expect(names.map((name) => values[`cmi.${name}`])).toEqual(expected);
  });

  test('writes a moment with two digits of a second', () => {
    const values = Object.fromEntries(
      scorm2004.question(4, {
        id: 'a/b',
        words: 'Which?',
        interaction: { type: 'choice', response: '1', correct: ['0'] },
        share: 0.5,
        points: 2,
        seconds: 61.5,
        at: '2026-11-29T18:00:00.127Z',
      }),
    );
    expect(values).toEqual({
      'cmi.interactions.4.id': 'a/b',
      'cmi.interactions.4.type': 'choice',
      'cmi.interactions.4.timestamp': '2026-11-29T18:00:00.12Z',
      'cmi.interactions.4.correct_responses.0.pattern': '0',
      'cmi.interactions.4.weighting': '2',
      'cmi.interactions.4.learner_response': '1',
      'cmi.interactions.4.result': '0.5',
      'cmi.interactions.4.latency': 'PT1M1.5S',
      'cmi.interactions.4.description': 'Which?',
    });
  });
});

const api = { LMSGetValue: () => '' };

describe('the object of the platform', () => {
  const windowOf = (parts: object): Window => {
    const made: Record<string, unknown> = { opener: null, ...parts };
    made.parent ??= made;
    made.top ??= made.parent;
    return made as unknown as Window;
  };
  test('is found above, or above the window that opened this one', () => {
    const platform = windowOf({ API: api });
    const between = windowOf({ parent: platform });
    expect(findApi(windowOf({ parent: between }), 'API')).toBe(api);
    expect(findApi(windowOf({ opener: between }), 'API')).toBe(api);
    expect(findApi(windowOf({ parent: windowOf({ opener: platform }) }), 'API')).toBe(api);
  });

  test('is none where there is none, or another site is in between', () => {
    expect(findApi(windowOf({}), 'API')).toBe(null);
    const other = windowOf({});
    Object.defineProperty(other, 'API', {
      get: () => {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
    expect(findApi(windowOf({ parent: other }), 'API')).toBe(null);
  });
});
