// What SCORM 1.2 is told: the names of its data model, and how little each of them holds.
import type { Interaction } from '../../../core/course/blocks/kind';
import { type Standing, scoreOf } from './lms';
import type { Edition, Value } from './scorm';
import { timespan12 } from './times';

/** How long a text may be. */
const mostText = 255;

/** Choices are named by one sign each, and longer ones mean something else to some platforms. */
const sign = (id: string): string | null => {
  const number = Number(id);
  return Number.isInteger(number) && number >= 0 && number < 36 ? number.toString(36) : null;
};

interface Written {
  type: string;
  response: string;
  correct: string[];
}

/** Lists of signs, or of pairs of them; null where a name does not fit. */
function inSigns({ response, correct }: Interaction): Pick<Written, 'response' | 'correct'> | null {
  const list = (text: string): string | null => {
    if (text === '') return '';
    const entries = text
      .split('[,]')
      .map((entry) => entry.split('[.]').map(sign))
      .map((signs) => (signs.includes(null) ? null : signs.join('.')));
    return entries.includes(null) ? null : entries.join(',');
  };
  const [given, ...right] = [response, ...correct].map(list);
  if (given == null || given.length > mostText) return null;
  const fitting = right.flatMap((each) => (each !== null && each.length <= mostText ? each : []));
  return fitting.length === right.length ? { response: given, correct: fitting } : null;
}

/** What cannot be written in the form of its type is told as what somebody did. */
export function interaction12(interaction: Interaction): Written {
  const cut = (text: string): string => text.slice(0, mostText);
  const asText = (type: string): Written => ({
    type,
    response: cut(interaction.response),
    correct: interaction.correct.map(cut),
  });
  switch (interaction.type) {
    case 'true-false':
      return {
        type: 'true-false',
        response: interaction.response.slice(0, 1),
        correct: interaction.correct.map((each) => each.slice(0, 1)),
      };
    case 'choice':
    case 'sequencing':
    case 'matching': {
      const signs = inSigns(interaction);
      return signs ? { type: interaction.type, ...signs } : asText('performance');
    }
    case 'numeric':
      // A range is no pattern here: without one, the result says whether it was right.
      return {
        type: 'numeric',
        response: interaction.response,
        correct: interaction.correct.filter((each) => /^-?\d+(\.\d+)?$/.test(each)),
      };
    case 'fill-in':
    case 'long-fill-in':
      return asText('fill-in');
    case 'likert':
      return asText('likert');
    case 'performance':
    case 'other':
      return asText('performance');
  }
}

const percent = (share: number): string => String(Math.round(share * 10_000) / 100);

function statusOf({ status, passed, score }: Standing['progress']): string {
  if (status !== 'finished') return 'incomplete';
  return score === null ? 'completed' : passed ? 'passed' : 'failed';
}

export const scorm12: Edition = {
  api: 'API',
  calls: {
    begin: 'LMSInitialize',
    get: 'LMSGetValue',
    set: 'LMSSetValue',
    commit: 'LMSCommit',
    end: 'LMSFinish',
  },
  suspended: { name: 'cmi.suspend_data', characters: 4096 },
  count: 'cmi.interactions._count',
  lasting: { 'cmi.core.lesson_status': ['passed', 'completed'] },

  standing({ progress }) {
    const score = scoreOf(progress);
    return [
      ...(score === null
        ? []
        : ([
            ['cmi.core.score.min', '0'],
            ['cmi.core.score.max', '100'],
            ['cmi.core.score.raw', percent(score)],
          ] satisfies Value[])),
      ['cmi.core.lesson_status', statusOf(progress)],
    ];
  },

  question(at, { id, interaction, share, points, seconds, at: when }) {
    const name = `cmi.interactions.${at}`;
    const { type, response, correct } = interaction12(interaction);
    return [
      [`${name}.id`, id.slice(0, mostText)],
      [`${name}.type`, type],
      [`${name}.time`, new Date(when).toTimeString().slice(0, 8)],
      ...correct.map(
        (each, pattern): Value => [`${name}.correct_responses.${pattern}.pattern`, each],
      ),
      [`${name}.weighting`, String(points)],
      [`${name}.student_response`, response],
      [`${name}.result`, share === 1 ? 'correct' : share === 0 ? 'wrong' : share.toFixed(2)],
      ...(seconds === null ? [] : ([[`${name}.latency`, timespan12(seconds)]] satisfies Value[])),
    ];
  },

  leaving: (seconds) => [
    ['cmi.core.session_time', timespan12(seconds)],
    // Whoever comes back finds everything as it was, also when all is done.
    ['cmi.core.exit', 'suspend'],
  ],
};
