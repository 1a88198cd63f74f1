// `form`: a window with settings, each a row of radio buttons or a drop-down.
import './form.css';
import '../../ui/choices.css';
import { useId } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { inlineText } from '../../../core/course/plain-text';
import { WordsInLine } from '../../prose/words';
import { useFormat } from '../../text/use-format';
import { Pick } from '../../ui/pick';
import type { Block, BlockWords, FormProps, SettledProps } from '../block';
import { Feedback } from '../feedback';
import { keyFeedback, partOf, someRight } from '../item-view';
import { Mark } from '../mark';
import { PracticeFrame } from '../practice-frame';
import { areInSight, begin, missing, set } from './form-view';

type View = FormProps<'form'>['view'];

function Form({ view, answer, onAnswer, missing: open, missingId, labelId }: FormProps<'form'>) {
  const { title, heads, rows } = view.shown;
  return (
    <PracticeFrame title={title}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be named by the question above it */}
      <div role="group" aria-labelledby={labelId} className="form">
        <Heads heads={heads} />
        {rows.map((_, row) => (
          <Setting
            key={row}
            view={view}
            row={row}
            chosen={answer[row] ?? null}
            onChoose={(choice) => onAnswer(set(answer, row, choice))}
            missingId={open.includes(row) ? missingId : null}
          />
        ))}
      </div>
    </PracticeFrame>
  );
}

/** The names of the two columns, where the rows do have columns. */
const Heads = ({ heads }: { heads: View['shown']['heads'] }) => (
  <div className="form__row form__heads" aria-hidden="true">
    <WordsInLine nodes={heads[0]} />
    <WordsInLine nodes={heads[1]} />
  </div>
);

interface SettingProps {
  view: View;
  row: number;
  chosen: number | null;
  onChoose: (choice: number) => void;
  missingId: string | null;
}

function Setting({ view, row, chosen, onChoose, missingId }: SettingProps) {
  const { t } = useTranslation('item');
  const id = useId();
  const { setting = [], choices = [] } = view.shown.rows[row] ?? {};
  const part = partOf(view.verdict, row);
  const isSame = view.verdict?.answer?.[row] === chosen;
  return (
    <div className="form__row" data-part={row} data-missing={missingId !== null || undefined}>
      <div className="form__setting" id={id}>
        <WordsInLine nodes={setting} />
      </div>
      <div className="form__choice">
        {areInSight(choices) ? (
          <RadioGroup
            className="form__radios"
            orientation="horizontal"
            validationBehavior="aria"
            aria-labelledby={id}
            isInvalid={missingId !== null}
            {...(missingId !== null && { 'aria-describedby': missingId })}
            value={chosen === null ? null : String(chosen)}
            onChange={(value) => onChoose(Number(value))}
          >
            {choices.map((choice, at) => (
              <Radio key={at} value={String(at)} className="choices__one">
                <span className="choices__mark" />
                <span className="form__words">
                  <WordsInLine nodes={choice} />
                </span>
              </Radio>
            ))}
          </RadioGroup>
        ) : (
          <Pick
            labelledBy={id}
            missingId={missingId}
            placeholder={t('form.choose')}
            options={choices.map((choice) => ({
              text: inlineText(choice),
              words: <WordsInLine nodes={choice} />,
              note: null,
            }))}
            chosen={chosen}
            onPick={onChoose}
          />
        )}
        {part && (
          <Feedback
            tone={isSame ? (part.right ? 'right' : 'wrong') : 'plain'}
            marks={
              isSame && (
                <Mark right={part.right}>{part.right ? t('mark.right') : t('mark.notRight')}</Mark>
              )
            }
            words={part.feedback}
          />
        )}
      </div>
    </div>
  );
}

function Settled({ view, given, keyOf }: SettledProps<'form'>) {
  const { t } = useTranslation('item');
  const { title, heads, rows } = view.shown;
  return (
    <PracticeFrame title={title}>
      <Heads heads={heads} />
      <ul className="form form--settled">
        {rows.map(({ setting, choices }, row) => {
          const own = given?.[row] ?? null;
          const right = keyOf.answer[row] ?? 0;
          const isRight = own === right;
          return (
            <li key={row} className="form__row">
              <div className="form__setting">
                <WordsInLine nodes={setting} />
              </div>
              <div className="form__choice">
                <WordsInLine nodes={choices[right] ?? []} />
                <Feedback
                  tone={own === null || isRight ? 'right' : 'wrong'}
                  marks={
                    <>
                      {own !== null && isRight && <Mark right>{t('mark.yoursRight')}</Mark>}
                      {!isRight && <Mark right>{t('mark.rightAnswer')}</Mark>}
                      {own !== null && !isRight && (
                        <Mark right={false}>
                          {t('mark.yours', { answer: inlineText(choices[own] ?? []) })}
                        </Mark>
                      )}
                    </>
                  }
                  words={keyFeedback(keyOf, row)}
                />
              </div>
            </li>
          );
        })}
      </ul>
    </PracticeFrame>
  );
}

function useWords(): BlockWords<'form'> {
  const { t } = useTranslation('item');
  const format = useFormat();
  return {
    missing: (shown, parts) =>
      t('form.missing', {
        count: parts.length,
        settings: format.list(parts.map((row) => inlineText(shown.rows[row]?.setting ?? []))),
      }),
    count: (view, verdict) => {
      const all = view.shown.rows.length;
      const right = someRight(verdict, all);
      if (right === null) return null;
      return t('count', { count: right, right: format.number(right), all: format.number(all) });
    },
  };
}

export const form: Block<'form'> = { Form, Settled, begin, missing, useWords };
