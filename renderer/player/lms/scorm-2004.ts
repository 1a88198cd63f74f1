// What SCORM 2004 is told: the names of its data model. Its interactions are those of xAPI.
import { scoreOf } from './lms';
import type { Edition, Value } from './scorm';
import { isoDuration } from './times';

/** How long a name, a short text and a long one may be. */
const most = { id: 4000, words: 250, text: 4000 } as const;

/** Seven digits are what a platform must tell apart. */
const real = (value: number): string => String(Math.round(value * 1e7) / 1e7);

/** `2026-11-29T18:00:00.12Z`: two digits of a second, not three. */
const moment = (iso: string): string => `${new Date(iso).toISOString().slice(0, 22)}Z`;

export const scorm2004: Edition = {
  api: 'API_1484_11',
  calls: {
    begin: 'Initialize',
    get: 'GetValue',
    set: 'SetValue',
    commit: 'Commit',
    end: 'Terminate',
  },
  suspended: { name: 'cmi.suspend_data', characters: 64_000 },
  count: 'cmi.interactions._count',
  lasting: { 'cmi.completion_status': ['completed'], 'cmi.success_status': ['passed'] },

  standing({ progress }) {
    const { status, passed, lessons, finishedLessons } = progress;
    const score = scoreOf(progress);
    const isDone = status === 'finished';
    return [
      ...(score === null
        ? []
        : ([
            ['cmi.score.min', '0'],
            ['cmi.score.max', '100'],
            ['cmi.score.raw', real(score * 100)],
            ['cmi.score.scaled', real(score)],
          ] satisfies Value[])),
      ['cmi.progress_measure', isDone ? '1' : real(lessons > 0 ? finishedLessons / lessons : 0)],
      ['cmi.completion_status', isDone ? 'completed' : 'incomplete'],
      ['cmi.success_status', passed === null ? 'unknown' : passed ? 'passed' : 'failed'],
    ];
  },

  question(at, { id, words, interaction, share, points, seconds, at: when }) {
    const name = `cmi.interactions.${at}`;
    const { type, response, correct } = interaction;
    return [
      [`${name}.id`, id.slice(0, most.id)],
      [`${name}.type`, type],
      [`${name}.timestamp`, moment(when)],
      ...correct.map(
        (each, pattern): Value => [
          `${name}.correct_responses.${pattern}.pattern`,
          each.slice(0, most.text),
        ],
      ),
      [`${name}.weighting`, real(points)],
      [`${name}.learner_response`, response.slice(0, most.text)],
      [`${name}.result`, share === 1 ? 'correct' : share === 0 ? 'incorrect' : real(share)],
      ...(seconds === null ? [] : ([[`${name}.latency`, isoDuration(seconds)]] satisfies Value[])),
      [`${name}.description`, words.slice(0, most.words)],
    ];
  },

  leaving: (seconds) => [
    ['cmi.session_time', isoDuration(seconds)],
    // Whoever comes back finds everything as it was, also when all is done.
    ['cmi.exit', 'suspend'],
  ],
};
