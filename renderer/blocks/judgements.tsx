// Things to judge one by one with two radio buttons: statements, addresses.
import './judgements.css';
import { type ReactNode, useId } from 'react';
import { RadioButton, RadioField, RadioGroup, Text } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Prose } from '../../core/course/prose';
import { useFormat } from '../text/use-format';
import { Feedback } from './feedback';
import { type Judgements, judged } from './judgements-view';
import { Mark } from './mark';

interface Things {
  count: number;
  /** What is judged; `id` names it for the radio group. */
  thing: (at: number, id?: string) => ReactNode;
  /** The words of the two judgements. */
  word: (judgement: boolean) => string;
}

interface JudgingProps extends Things {
  answer: Judgements;
  onAnswer: (answer: Judgements) => void;
  /** The last try: what was answered, and what was said about each thing. */
  tried: {
    answer: Judgements | null;
    parts: readonly { part: number; right: boolean; feedback: Prose[] }[];
  } | null;
  missing: readonly number[];
  missingId: string;
  labelId: string;
}

export function Judging(props: JudgingProps) {
  const { count, answer, onAnswer, missing, missingId, labelId } = props;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be named by the question above it
    <div role="group" aria-labelledby={labelId} className="judgements">
      {Array.from({ length: count }, (_, at) => (
        <JudgedThing
          key={at}
          {...props}
          at={at}
          given={answer[at] ?? null}
          onJudge={(judgement) => onAnswer(judged(answer, at, judgement))}
          missingId={missing.includes(at) ? missingId : null}
        />
      ))}
    </div>
  );
}

interface JudgedThingProps extends Things {
  at: number;
  given: boolean | null;
  tried: JudgingProps['tried'];
  onJudge: (judgement: boolean) => void;
  missingId: string | null;
}

function JudgedThing(props: JudgedThingProps) {
  const { at, count, thing, word, given, tried, onJudge, missingId } = props;
  const { t } = useTranslation('item');
  const id = useId();
  const part = tried?.parts.find((each) => each.part === at);
  /** The mark speaks of what was answered; the words stay to be read. */
  const isSame = tried?.answer?.[at] === given;
  const mark = part && isSame && (
    <Mark right={part.right}>{part.right ? t('mark.right') : t('mark.notRight')}</Mark>
  );
  const tone = isSame ? (part?.right ? 'right' : 'wrong') : 'plain';
  return (
    <RadioGroup
      className="judgements__thing"
      data-part={at}
      orientation="horizontal"
      validationBehavior="aria"
      aria-labelledby={id}
      isInvalid={missingId !== null}
      {...(missingId !== null && { 'aria-describedby': missingId })}
      value={given === null ? null : String(given)}
      onChange={(value) => onJudge(value === 'true')}
    >
      <div className="judgements__row">
        <div className="judgements__words">
          <Place at={at} of={count} />
          {thing(at, id)}
        </div>
        <div className="judgements__choices">
          {[true, false].map((judgement) => (
            <RadioField
              key={String(judgement)}
              value={String(judgement)}
              className="judgements__field"
            >
              <RadioButton className="judgements__choice">
                <span className="choice__dot" aria-hidden="true" />
                {word(judgement)}
              </RadioButton>
            </RadioField>
          ))}
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

function Place({ at, of }: { at: number; of: number }) {
  const format = useFormat();
  if (of === 1) return null;
  return <span className="judgements__number">{format.number(at + 1)}</span>;
}

interface JudgedProps extends Things {
  given: Judgements | null;
  truth: Judgements;
  feedback: (at: number) => Prose[];
}

/** Each thing with what it is, what was answered, and why. */
export function Judged({ count, thing, word, given, truth, feedback }: JudgedProps) {
  const { t } = useTranslation('item');
  return (
    <ul className="judgements judgements--settled">
      {Array.from({ length: count }, (_, at) => {
        const isTrue = truth[at] === true;
        const own = given?.[at] ?? null;
        const isRight = own === isTrue;
        return (
          <li key={at} className="judgements__thing">
            <div className="judgements__words">
              <Place at={at} of={count} />
              {thing(at)}
            </div>
            <Feedback
              tone={own === null || isRight ? 'right' : 'wrong'}
              marks={
                <>
                  {own !== null && (
                    <Mark right={isRight}>{t('mark.yours', { answer: word(own) })}</Mark>
                  )}
                  {!isRight && <Mark right>{t('mark.rightIs', { answer: word(isTrue) })}</Mark>}
                </>
              }
              words={feedback(at)}
            />
          </li>
        );
      })}
    </ul>
  );
}
