// `repair`: a text to write anew, and a list of checks that says what it still lacks.
import './repair.css';
import { Circle, CircleCheck, RotateCcw, Undo2 } from 'lucide-react';
import { useContext, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CheckShown } from '../../../core/course/blocks/repair';
import { countWords, longestText } from '../../../core/course/blocks/text-measures';
import { ItemHeadingLevel, useProse } from '../../prose/prose-context';
import { headingLevel } from '../../prose/prose-view';
import { useFormat } from '../../text/use-format';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import type { Block, BlockWords, FormProps, SettledProps } from '../block';
import { Feedback } from '../feedback';
import { keyFeedback, partOf, someRight } from '../item-view';
import { Mark } from '../mark';
import { begin, missing, turned, withPhrases } from './repair-view';
import { useCheckName } from './use-check-name';

type View = FormProps<'repair'>['view'];

function Form({ view, answer, onAnswer, missing: open, missingId, labelId }: FormProps<'repair'>) {
  const { t } = useTranslation('item');
  const { language } = useProse();
  const id = useId();
  const { text, checks } = view.shown;
  /** What stood there before it was begun again, to be brought back. */
  const [before, setBefore] = useState<string | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const put = (next: string, last: string | null): void => {
    setBefore(last);
    onAnswer({ text: next });
    field.current?.focus();
  };
  return (
    <div className="repair">
      <div className="repair__write">
        <label className="repair__label" id={`${id}-label`} htmlFor={`${id}-text`}>
          {t('repair.own')}
        </label>
        <textarea
          ref={field}
          id={`${id}-text`}
          className="repair__text"
          data-part={0}
          tabIndex={0}
          dir="auto"
          {...(language !== null && { lang: language })}
          spellCheck
          maxLength={longestText}
          aria-labelledby={`${labelId} ${id}-label`}
          aria-describedby={open.length > 0 ? `${missingId} ${id}-count` : `${id}-count`}
          aria-invalid={open.length > 0}
          value={answer.text}
          onChange={(event) => {
            setBefore(null);
            onAnswer({ text: event.target.value });
          }}
        />
        <div className="repair__foot">
          <WordCount id={`${id}-count`} text={answer.text} />
          {before !== null && (
            <Button look="quiet" onPress={() => put(before, null)}>
              <Icon of={Undo2} size="small" directed />
              {t('repair.undo')}
            </Button>
          )}
          {before === null && answer.text !== text && (
            <Button look="quiet" onPress={() => put(text, answer.text)}>
              <Icon of={RotateCcw} size="small" />
              {t('repair.again')}
            </Button>
          )}
        </div>
      </div>
      <Checks view={view} checks={checks} />
    </div>
  );
}

function WordCount({ id, text }: { id: string; text: string }) {
  const { t } = useTranslation('item');
  const format = useFormat();
  const count = useMemo(() => countWords(text), [text]);
  return (
    <p className="repair__count" id={id}>
      {t('repair.words', { count, words: format.number(count) })}
    </p>
  );
}

function Checks({ view, checks }: { view: View; checks: readonly CheckShown[] }) {
  const { t } = useTranslation('item');
  const format = useFormat();
  const name = useCheckName();
  const Heading = useHeading();
  const holding = checks.filter(({ holds }) => holds).length;
  return (
    <div className="repair__checks">
      <div className="repair__head">
        <Heading className="repair__title">{t('repair.checks')}</Heading>
        <p className="repair__sum">
          {t('repair.hold', {
            count: holding,
            right: format.number(holding),
            all: format.number(checks.length),
          })}
        </p>
      </div>
      <ul className="repair__list">
        {checks.map((check, at) => {
          const part = partOf(view.verdict, at);
          return (
            <li key={at} className="repair__check" data-holds={check.holds || undefined}>
              <p className="repair__line">
                <Icon of={check.holds ? CircleCheck : Circle} />
                <span className="repair__name">{name(check)}</span>
                <span className="repair__state">
                  {check.holds ? t('repair.holds') : t('repair.notYet')}
                </span>
              </p>
              {part && !part.right && !check.holds && (
                <Feedback tone="wrong" words={part.feedback} />
              )}
            </li>
          );
        })}
      </ul>
      <Teller checks={checks} />
    </div>
  );
}

/** Says aloud which checks have turned: the eye sees it, the focus stays in the text. */
function Teller({ checks }: { checks: readonly CheckShown[] }) {
  const { t } = useTranslation('item');
  const name = useCheckName();
  const state = checks.map(({ holds }) => holds);
  const before = useRef(state);
  const [told, setTold] = useState('');
  const key = state.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a check that turns is worth a word
  useEffect(() => {
    const { held, lost } = turned(before.current, state);
    before.current = state;
    const names = (places: readonly number[]): string[] =>
      places.flatMap((at) => (checks[at] ? [name(checks[at])] : []));
    const words = [
      ...names(held).map((check) => t('repair.nowHolds', { check })),
      ...names(lost).map((check) => t('repair.holdsNoMore', { check })),
    ];
    if (words.length > 0) setTold(words.join(' '));
  }, [key]);
  return (
    <p className="for-ears" role="status">
      {told}
    </p>
  );
}

function useHeading() {
  const level = useContext(ItemHeadingLevel);
  return `h${headingLevel(level + 1)}` as const;
}

function Settled({ view, given, keyOf }: SettledProps<'repair'>) {
  const { t } = useTranslation('item');
  const name = useCheckName();
  const Heading = useHeading();
  const { shown, verdict } = view;
  const { due } = keyOf;
  return (
    <div className="repair">
      {given !== null && (
        <div className="repair__version">
          <Heading className="repair__title">{t('repair.own')}</Heading>
          <Version text={given.text} />
        </div>
      )}
      <div className="repair__checks">
        <Heading className="repair__title">{t('repair.checks')}</Heading>
        <ul className="repair__list">
          {shown.checks.map((check, at) => {
            const right = given === null ? null : (partOf(verdict, at)?.right ?? false);
            return (
              <li key={at} className="repair__check" data-holds={right || undefined}>
                <p className="repair__name">{name(check)}</p>
                <Wanted check={withPhrases(check, due, at)} />
                <Feedback
                  tone={right === null ? 'plain' : right ? 'right' : 'wrong'}
                  marks={
                    right !== null && (
                      <Mark right={right}>
                        {right ? t('repair.holds') : t('repair.didNotHold')}
                      </Mark>
                    )
                  }
                  words={keyFeedback(keyOf, at)}
                />
              </li>
            );
          })}
        </ul>
      </div>
      <div className="repair__version">
        <Heading className="repair__title">{t('repair.model')}</Heading>
        <Version text={due.model} isModel />
      </div>
    </div>
  );
}

/** The phrases behind a label, now that they may be seen. */
function Wanted({ check: { label, phrases } }: { check: CheckShown }) {
  const { t, i18n } = useTranslation('item');
  if (label === null || phrases === null) return null;
  const any = new Intl.ListFormat(i18n.language, { type: 'disjunction' });
  const what = any.format(phrases.map((phrase) => t('repair.quoted', { phrase })));
  return <p className="repair__wanted">{what}</p>;
}

/** The text as it was written, with its signs. */
function Version({ text, isModel = false }: { text: string; isModel?: boolean }) {
  const { language } = useProse();
  return (
    <div
      className={isModel ? 'repair__read repair__read--model' : 'repair__read'}
      dir="auto"
      {...(language !== null && { lang: language })}
    >
      {text}
    </div>
  );
}

function useWords(): BlockWords<'repair'> {
  const { t } = useTranslation('item');
  const format = useFormat();
  return {
    missing: () => t('repair.missing'),
    count: (view, verdict) => {
      const all = view.shown.checks.length;
      const right = someRight(verdict, all);
      if (right === null) return null;
      return t('repair.hold', {
        count: right,
        right: format.number(right),
        all: format.number(all),
      });
    },
  };
}

export const repair: Block<'repair'> = { Form, Settled, begin, missing, useWords };
