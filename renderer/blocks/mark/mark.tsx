// `mark`: a text whose words, lines or sentences are marked where they stand, or in a list.
import './mark.css';
import { Check, CircleDashed, Eye, ListChecks, type LucideIcon, X } from 'lucide-react';
import { type ReactNode, useCallback, useId, useMemo, useRef, useState } from 'react';
import { ToggleButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { unitRuns } from '../../../core/course/units';
import { UnitContext } from '../../prose/prose-context';
import { Words, WordsInLine } from '../../prose/words';
import { useFormat } from '../../text/use-format';
import { Icon } from '../../ui/icon';
import type { Block, BlockWords, FormProps, SettledProps } from '../block';
import { Feedback } from '../feedback';
import { keyFeedback, partOf } from '../item-view';
import { Mark } from '../mark';
import { begin, countOf, type Finding, findings, missing, runsOf, unitStates } from './mark-view';
import { Judged, UnitList, UnitSign } from './unit-list';
import { useMarker } from './use-marker';

type View = FormProps<'mark'>['view'];

function Form({ view, answer, onAnswer, missing: open, missingId, labelId }: FormProps<'mark'>) {
  const { t } = useTranslation('item');
  const format = useFormat();
  const howId = useId();
  const [asList, setAsList] = useState(false);
  const { shown, verdict } = view;
  const judged = useMemo(() => {
    const marked = new Set(answer);
    const parts = (verdict?.parts ?? []).filter(({ part }) => marked.has(part));
    return new Map(parts.map(({ part, right }) => [part, right]));
  }, [verdict, answer]);
  const how = {
    word: t('marking.how.word'),
    line: t('marking.how.line'),
    sentence: t('marking.how.sentence'),
  }[shown.unit];
  const describedBy = open.length > 0 ? `${missingId} ${howId}` : howId;
  const inBoth = { shown, answer, onAnswer, judged, labelId, describedBy };
  return (
    <div className="marking">
      <div className="marking__head">
        <p className="marking__how" id={howId}>
          {how}
        </p>
        <ToggleButton
          className="button button--quiet marking__switch"
          isSelected={asList}
          onChange={setAsList}
        >
          <Icon of={ListChecks} />
          {t('marking.asList')}
        </ToggleButton>
      </div>
      {asList ? <UnitList {...inBoth} /> : <MarkText {...inBoth} />}
      <p className="marking__count" role="status">
        {t('marking.marked', { count: answer.length, marked: format.number(answer.length) })}
      </p>
      <Tried view={view} />
    </div>
  );
}

interface MarkTextProps {
  shown: View['shown'];
  answer: number[];
  onAnswer: (answer: number[]) => void;
  judged: ReadonlyMap<number, boolean>;
  labelId: string;
  describedBy: string;
}

function MarkText({ shown, answer, onAnswer, judged, labelId, describedBy }: MarkTextProps) {
  const box = useRef<HTMLDivElement>(null);
  const marker = useMarker(box, { shown, answer, onAnswer });
  const { active, isDragging } = marker;
  const markedUnits = marker.marked.join();
  const marked = useMemo(
    () => new Set(markedUnits === '' ? [] : markedUnits.split(',').map(Number)),
    [markedUnits],
  );
  const draw = useCallback(
    (unit: number, words: ReactNode): ReactNode => {
      const right = judged.get(unit);
      return (
        // biome-ignore lint/a11y/useSemanticElements: a button does not wrap like the words of a text
        <span
          role="button"
          className="unit"
          tabIndex={unit === active ? 0 : -1}
          aria-pressed={marked.has(unit)}
          data-unit={unit}
          data-state={marked.has(unit) ? 'marked' : undefined}
          data-tone={right === undefined ? undefined : right ? 'right' : 'wrong'}
        >
          {words}
          {right !== undefined && <Judged right={right} goesOn={judged.get(unit + 1) === right} />}
        </span>
      );
    },
    [active, marked, judged],
  );
  const words = useMemo(() => <Words nodes={shown.text} />, [shown.text]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be named by the question above it
    <div
      ref={box}
      role="group"
      className="marking__text"
      aria-labelledby={labelId}
      aria-describedby={describedBy}
      data-part={0}
      data-by={shown.unit}
      data-dragging={isDragging || undefined}
      {...marker.boxProps}
    >
      <UnitContext value={draw}>{words}</UnitContext>
    </div>
  );
}

/** The words of units that stand next to each other. */
function useQuote(text: View['shown']['text']): (units: readonly number[]) => ReactNode {
  const words = useMemo(
    () =>
      new Map(
        unitRuns(text)
          .flat()
          .map((each) => [each.unit, each.words]),
      ),
    [text],
  );
  return (units) => {
    const quoted = units.map((unit) => words.get(unit) ?? '').join(' ');
    return (
      <q className="marking__quote">
        <WordsInLine nodes={[{ type: 'text', text: quoted }]} />
      </q>
    );
  };
}

/** What the last try said about its marks: it stays true whatever is marked next. */
function Tried({ view }: { view: View }) {
  const { t } = useTranslation('item');
  const quote = useQuote(view.shown.text);
  const { verdict } = view;
  if (!verdict) return null;
  return (
    <ul className="marking__findings">
      {runsOf(verdict.parts).map(({ units, right, part }) => (
        <li key={part}>
          <Feedback
            tone={right ? 'right' : 'wrong'}
            marks={
              <>
                <Mark right={right}>{right ? t('mark.right') : t('mark.notRight')}</Mark>
                {quote(units)}
              </>
            }
            words={partOf(verdict, part)?.feedback ?? []}
          />
        </li>
      ))}
    </ul>
  );
}

const signs: Record<Finding['state'], { icon: LucideIcon; tone: 'right' | 'warn' | 'wrong' }> = {
  shown: { icon: Eye, tone: 'right' },
  found: { icon: Check, tone: 'right' },
  partly: { icon: CircleDashed, tone: 'warn' },
  missed: { icon: CircleDashed, tone: 'warn' },
  wrong: { icon: X, tone: 'wrong' },
};

function Settled({ view, given, keyOf }: SettledProps<'mark'>) {
  const { t } = useTranslation('item');
  const quote = useQuote(view.shown.text);
  const { verdict } = view;
  const states = useMemo(() => unitStates(given, keyOf.answer), [given, keyOf.answer]);
  const stateWords: Record<Finding['state'], string> = {
    shown: t('marking.shown'),
    found: t('marking.found'),
    partly: t('marking.partly'),
    missed: t('marking.missed'),
    wrong: t('marking.wrong'),
  };
  const draw = useCallback(
    (unit: number, words: ReactNode): ReactNode => {
      const state = states.get(unit);
      if (!state) return words;
      const isLast = states.get(unit + 1) !== state;
      return (
        <span className="unit unit--settled" data-state={state}>
          {words}
          {isLast && <UnitSign of={signs[state].icon} tone={signs[state].tone} />}
        </span>
      );
    },
    [states],
  );
  return (
    <div className="marking marking--settled">
      <div className="marking__text" data-by={view.shown.unit}>
        <UnitContext value={draw}>
          <Words nodes={view.shown.text} />
        </UnitContext>
      </div>
      <ul className="marking__findings">
        {findings(given, keyOf.due.spots, verdict?.parts ?? []).map(({ units, state, part }) => {
          const { icon: Sign, tone } = signs[state];
          return (
            <li key={part} className="marking__finding" data-tone={tone}>
              <Feedback
                tone={tone === 'warn' ? 'plain' : tone}
                marks={
                  <>
                    <span className={`verdict-mark verdict-mark--${tone}`}>
                      <Sign aria-hidden="true" />
                      <span>{stateWords[state]}</span>
                    </span>
                    {quote(units)}
                  </>
                }
                words={
                  state === 'wrong'
                    ? (verdict?.parts.find((each) => each.part === part)?.feedback ?? [])
                    : keyFeedback(keyOf, part)
                }
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function useWords(): BlockWords<'mark'> {
  const { t } = useTranslation('item');
  const format = useFormat();
  return {
    missing: ({ unit }) =>
      ({
        word: t('marking.missing.word'),
        line: t('marking.missing.line'),
        sentence: t('marking.missing.sentence'),
      })[unit],
    count: (_view, verdict) => {
      const count = countOf(verdict);
      if (!count) return null;
      if (count.type === 'incomplete') return t('marking.incomplete');
      const right = format.number(count.right);
      return t('marking.count', { count: count.right, right, all: format.number(count.marked) });
    },
  };
}

export const mark: Block<'mark'> = { Form, Settled, begin, missing, useWords };
