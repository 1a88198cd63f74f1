// `truefalse`: statements, each judged with one of two radio buttons.
import './truefalse.css';
import { useId } from 'react';
import { RadioButton, RadioField, RadioGroup, Text } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Words } from '../../prose/words';
import { useFormat } from '../../text/use-format';
import type { Block, BlockWords, FormProps, SettledProps } from '../block';
import { Feedback } from '../feedback';
import { keyFeedback, ordinals, partOf, someRight } from '../item-view';
import { Mark } from '../mark';
import { begin, judged, missing } from './truefalse-view';

function Form({
  view,
  answer,
  onAnswer,
  missing: open,
  missingId,
  labelId,
}: FormProps<'truefalse'>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be named by the question above it
    <div role="group" aria-labelledby={labelId} className="truefalse">
      {view.shown.statements.map((_, at) => (
        <Statement
          key={at}
          view={view}
          at={at}
          given={answer[at] ?? null}
          onJudge={(judgement) => onAnswer(judged(answer, at, judgement))}
          missingId={open.includes(at) ? missingId : null}
        />
      ))}
    </div>
  );
}

interface StatementProps {
  view: FormProps<'truefalse'>['view'];
  at: number;
  given: boolean | null;
  onJudge: (judgement: boolean) => void;
  missingId: string | null;
}

function Statement({ view, at, given, onJudge, missingId }: StatementProps) {
  const { t } = useTranslation('item');
  const id = useId();
  const { verdict } = view;
  const part = partOf(verdict, at);
  /** The mark speaks of what was answered; the words stay to be read. */
  const isSame = verdict?.answer?.[at] === given;
  const mark = part && isSame && (
    <Mark right={part.right}>{part.right ? t('mark.right') : t('mark.notRight')}</Mark>
  );
  const tone = isSame ? (part?.right ? 'right' : 'wrong') : 'plain';
  return (
    <RadioGroup
      className="truefalse__statement"
      data-part={at}
      orientation="horizontal"
      validationBehavior="aria"
      aria-labelledby={id}
      isInvalid={missingId !== null}
      {...(missingId !== null && { 'aria-describedby': missingId })}
      value={given === null ? null : String(given)}
      onChange={(value) => onJudge(value === 'true')}
    >
      <div className="truefalse__row">
        <div className="truefalse__words">
          <Place at={at} of={view.shown.statements.length} />
          <Words nodes={view.shown.statements[at] ?? []} id={id} />
        </div>
        <div className="truefalse__choices">
          <Judgement value="true">{t('truefalse.true')}</Judgement>
          <Judgement value="false">{t('truefalse.false')}</Judgement>
        </div>
      </div>
      {part && (
        <Text slot="description" elementType="div">
          <Feedback tone={tone} marks={mark} words={part.feedback} />
        </Text>
      )}
    </RadioGroup>
  );
}

const Judgement = ({ value, children }: { value: 'true' | 'false'; children: string }) => (
  <RadioField value={value} className="truefalse__field">
    <RadioButton className="truefalse__choice">
      <span className="choice__dot" aria-hidden="true" />
      {children}
    </RadioButton>
  </RadioField>
);

function Place({ at, of }: { at: number; of: number }) {
  const format = useFormat();
  if (of === 1) return null;
  return <span className="truefalse__number">{format.number(at + 1)}</span>;
}

function Settled({ view, given, keyOf }: SettledProps<'truefalse'>) {
  const { t } = useTranslation('item');
  const word = (judgement: boolean) => (judgement ? t('truefalse.true') : t('truefalse.false'));
  return (
    <ul className="truefalse truefalse--settled">
      {view.shown.statements.map((statement, at) => {
        const truth = keyOf.answer[at] === true;
        const own = given?.[at] ?? null;
        const isRight = own === truth;
        return (
          <li key={at} className="truefalse__statement">
            <div className="truefalse__words">
              <Place at={at} of={view.shown.statements.length} />
              <Words nodes={statement} />
            </div>
            <Feedback
              tone={own === null || isRight ? 'right' : 'wrong'}
              marks={
                <>
                  {own !== null && (
                    <Mark right={isRight}>{t('mark.yours', { answer: word(own) })}</Mark>
                  )}
                  {!isRight && <Mark right>{t('mark.rightIs', { answer: word(truth) })}</Mark>}
                </>
              }
              words={keyFeedback(keyOf, at)}
            />
          </li>
        );
      })}
    </ul>
  );
}

function useWords(): BlockWords<'truefalse'> {
  const { t } = useTranslation('item');
  const format = useFormat();
  return {
    missing: (shown, parts) =>
      shown.statements.length === 1
        ? t('truefalse.missingOnly')
        : t('truefalse.missing', { count: parts.length, parts: format.list(ordinals(parts)) }),
    count: (view, verdict) => {
      const all = view.shown.statements.length;
      const right = someRight(verdict, all);
      if (right === null) return null;
      return t('count', { count: right, right: format.number(right), all: format.number(all) });
    },
  };
}

export const truefalse: Block<'truefalse'> = { Form, Settled, begin, missing, useWords };
