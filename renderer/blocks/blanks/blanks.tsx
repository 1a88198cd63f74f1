// `blanks`: running text with gaps to type, choose or reckon.
import './blanks.css';
import { Check, X } from 'lucide-react';
import { type ReactNode, useCallback } from 'react';
import { Input } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { GapContext } from '../../prose/prose-context';
import { Words } from '../../prose/words';
import { useFormat } from '../../text/use-format';
import { Pick } from '../../ui/pick';
import type { Block, BlockWords, FormProps, SettledProps } from '../block';
import { Feedback } from '../feedback';
import { ordinals, partOf, someRight } from '../item-view';
import { begin, filled, type GapAnswer, type GapShown, gapWords, missing } from './blanks-view';

type View = FormProps<'blanks'>['view'];

function Form(props: FormProps<'blanks'>) {
  const { view, answer, onAnswer, onCheck, missing: open, missingId, labelId } = props;
  const { gaps, text } = view.shown;
  const renderGap = (at: number): ReactNode => {
    const gap = gaps[at];
    if (!gap) return null;
    const part = partOf(view.verdict, at);
    const isSame = view.verdict?.answer?.[at] === answer[at];
    return (
      <GapField
        gap={gap}
        at={at}
        all={gaps.length}
        given={answer[at] ?? null}
        onGive={(given) => onAnswer(filled(answer, at, given))}
        onCheck={onCheck}
        right={part && isSame ? part.right : null}
        missingId={open.includes(at) ? missingId : null}
      />
    );
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be named by the label above it
    <div role="group" aria-labelledby={labelId} className="blanks">
      <GapContext value={renderGap}>
        <Words nodes={text} />
      </GapContext>
      <GapFeedback view={view} />
    </div>
  );
}

interface GapFieldProps {
  gap: GapShown;
  at: number;
  all: number;
  given: GapAnswer;
  onGive: (given: string | number) => void;
  onCheck: () => void;
  /** What the last try said about this gap, as long as it is unchanged. */
  right: boolean | null;
  missingId: string | null;
}

function GapField({ gap, at, all, given, onGive, onCheck, right, missingId }: GapFieldProps) {
  const { t } = useTranslation('item');
  const format = useFormat();
  const number = format.number(at + 1);
  const label =
    all === 1 ? t('blanks.gapOnly') : t('blanks.gap', { gap: number, all: format.number(all) });
  const word = right === null ? null : right ? t('mark.right') : t('mark.notRight');
  const tone = right === null ? undefined : right ? 'right' : 'wrong';
  return (
    <span
      className="gap"
      data-part={at}
      data-tone={tone}
      data-invalid={missingId !== null || undefined}
    >
      {all > 1 && (
        <span className="gap__number" aria-hidden="true">
          {number}
        </span>
      )}
      {gap.type === 'options' ? (
        <Pick
          label={label}
          missingId={missingId}
          placeholder={t('blanks.choose')}
          options={gap.options.map((text) => ({ text, words: text, note: null }))}
          chosen={typeof given === 'number' ? given : null}
          onPick={onGive}
        />
      ) : (
        <Input
          className={`gap__input gap__input--${gap.type}`}
          aria-label={label}
          aria-invalid={missingId !== null}
          {...(missingId !== null && { 'aria-describedby': missingId })}
          {...(gap.type === 'number' && { inputMode: 'decimal' as const })}
          dir="auto"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={2000}
          value={String(given ?? '')}
          onChange={(event) => onGive(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) onCheck();
          }}
        />
      )}
      {word !== null && <GapMark right={right === true} word={word} />}
    </span>
  );
}

function GapMark({ right, word }: { right: boolean; word: string }) {
  const Icon = right ? Check : X;
  return (
    <span className={`gap__mark gap__mark--${right ? 'right' : 'wrong'}`}>
      <Icon aria-hidden="true" />
      <span className="for-ears">{word}</span>
    </span>
  );
}

/** What is said about the gaps stands under the text: it would tear the lines apart. */
function GapFeedback({ view }: { view: View }) {
  const { t } = useTranslation('item');
  const format = useFormat();
  const all = view.shown.gaps.length;
  const said = view.verdict?.parts.filter((part) => part.feedback.length > 0) ?? [];
  return said.map((part) => {
    const given = gapWords(view.shown.gaps[part.part], view.verdict?.answer?.[part.part]);
    const gap = format.number(part.part + 1);
    return (
      <Feedback
        key={part.part}
        tone={part.right ? 'right' : 'wrong'}
        marks={
          <strong>
            {all === 1 ? t('blanks.given', { given }) : t('blanks.gapGiven', { gap, given })}
          </strong>
        }
        words={part.feedback}
      />
    );
  });
}

function Settled({ view, given, keyOf }: SettledProps<'blanks'>) {
  const { t } = useTranslation('item');
  const { gaps, text } = view.shown;
  const { verdict } = view;
  const renderGap = useCallback(
    (at: number): ReactNode => {
      const own = gapWords(gaps[at], given?.[at]);
      const truth = gapWords(gaps[at], keyOf.answer[at]);
      if (given !== null && partOf(verdict, at)?.right) {
        return (
          <span className="gap gap--settled" data-tone="right">
            <span className="gap__words">{own}</span>
            <GapMark right word={t('mark.yoursRight')} />
          </span>
        );
      }
      return (
        <>
          {own !== '' && (
            <span className="gap gap--settled" data-tone="wrong">
              <del className="gap__words">{own}</del>
              <GapMark right={false} word={t('mark.yoursNotRight')} />
            </span>
          )}{' '}
          <span className="gap gap--settled" data-tone="right">
            <span className="gap__words">{truth}</span>
            <GapMark right word={t('mark.rightAnswer')} />
          </span>
        </>
      );
    },
    [gaps, given, keyOf, verdict, t],
  );
  return (
    <div className="blanks blanks--settled">
      <GapContext value={renderGap}>
        <Words nodes={text} />
      </GapContext>
      <GapFeedback view={view} />
    </div>
  );
}

function useWords(): BlockWords<'blanks'> {
  const { t } = useTranslation('item');
  const format = useFormat();
  return {
    missing: (shown, parts) =>
      shown.gaps.length === 1
        ? t('blanks.missingOnly')
        : t('blanks.missing', { count: parts.length, parts: format.list(ordinals(parts)) }),
    count: (view, verdict) => {
      const all = view.shown.gaps.length;
      const right = someRight(verdict, all);
      if (right === null) return null;
      return t('count', { count: right, right: format.number(right), all: format.number(all) });
    },
  };
}

export const blanks: Block<'blanks'> = { Form, Settled, begin, missing, useWords };
