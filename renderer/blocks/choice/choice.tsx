// `choice`: radio buttons, or checkboxes where several options are right.
import './choice.css';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  CheckboxButton,
  CheckboxField,
  CheckboxGroup,
  RadioButton,
  RadioField,
  RadioGroup,
  Text,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Prose } from '../../../core/course/prose';
import { Words } from '../../prose/words';
import { useFormat } from '../../text/use-format';
import type { Block, BlockWords, FormProps, SettledProps } from '../block';
import { Feedback } from '../feedback';
import { keyFeedback, partOf } from '../item-view';
import { Mark } from '../mark';
import { begin, countOf, missing, optionState, sorted } from './choice-view';

function Form(props: FormProps<'choice'>) {
  return (
    <div data-part={0}>
      {props.view.shown.several ? <Several {...props} /> : <One {...props} />}
    </div>
  );
}

const naming = ({ labelId, missing: open, missingId }: FormProps<'choice'>) => ({
  'aria-labelledby': labelId,
  isInvalid: open.length > 0,
  ...(open.length > 0 && { 'aria-describedby': missingId }),
});

function One(props: FormProps<'choice'>) {
  const { view, answer, onAnswer } = props;
  return (
    <RadioGroup
      {...naming(props)}
      className="choice"
      validationBehavior="aria"
      value={answer[0] === undefined ? null : String(answer[0])}
      onChange={(value) => onAnswer([Number(value)])}
    >
      {view.shown.options.map((option, at) => (
        <RadioField key={at} value={String(at)} className="choice__option">
          <RadioButton className="choice__button">
            <span className="choice__dot" aria-hidden="true" />
            <Words nodes={option} inLabel />
          </RadioButton>
          <Tried view={view} option={at} />
        </RadioField>
      ))}
    </RadioGroup>
  );
}

function Several(props: FormProps<'choice'>) {
  const { t } = useTranslation('item');
  const { view, answer, onAnswer } = props;
  return (
    <CheckboxGroup
      {...naming(props)}
      className="choice"
      validationBehavior="aria"
      value={answer.map(String)}
      onChange={(values) => onAnswer(sorted(values.map(Number)))}
    >
      <p className="choice__how">{t('choice.several')}</p>
      {view.shown.options.map((option, at) => (
        <CheckboxField key={at} value={String(at)} className="choice__option">
          <CheckboxButton className="choice__button">
            <span className="choice__box" aria-hidden="true">
              <Check />
            </span>
            <Words nodes={option} inLabel />
          </CheckboxButton>
          <Tried view={view} option={at} />
        </CheckboxField>
      ))}
    </CheckboxGroup>
  );
}

/** What the last try said about an option: it stays true whatever is chosen next. */
function Tried({ view, option }: { view: FormProps<'choice'>['view']; option: number }) {
  const { t } = useTranslation('item');
  const part = partOf(view.verdict, option);
  if (!part) return null;
  const mark = <Mark right={part.right}>{part.right ? t('mark.right') : t('mark.notRight')}</Mark>;
  return (
    <Text slot="description" elementType="div">
      <Feedback tone={part.right ? 'right' : 'wrong'} marks={mark} words={part.feedback} />
    </Text>
  );
}

function Settled({ view, given, keyOf }: SettledProps<'choice'>) {
  return (
    <ul className="choice choice--settled">
      {view.shown.options.map((option, at) => (
        <SettledOption
          key={at}
          words={option}
          several={view.shown.several}
          state={optionState(at, given, keyOf.answer)}
          feedback={keyFeedback(keyOf, at)}
        />
      ))}
    </ul>
  );
}

interface SettledOptionProps {
  words: readonly Prose[];
  several: boolean;
  state: ReturnType<typeof optionState>;
  feedback: readonly Prose[];
}

function SettledOption({ words, several, state, feedback }: SettledOptionProps) {
  const { t } = useTranslation('item');
  const marks: Record<typeof state, ReactNode> = {
    'chosen-right': <Mark right>{t('mark.yoursRight')}</Mark>,
    'chosen-wrong': <Mark right={false}>{t('mark.yoursNotRight')}</Mark>,
    right: <Mark right>{t('mark.rightAnswer')}</Mark>,
    other: null,
  };
  const tone = state === 'other' ? 'plain' : state === 'chosen-wrong' ? 'wrong' : 'right';
  const chosen = state === 'chosen-right' || state === 'chosen-wrong';
  return (
    <li className="choice__option" data-selected={chosen || undefined} data-tone={tone}>
      <div className="choice__button" data-selected={chosen || undefined}>
        <span className={several ? 'choice__box' : 'choice__dot'} aria-hidden="true">
          {several && <Check />}
        </span>
        <Words nodes={words} />
      </div>
      <Feedback tone={tone} marks={marks[state]} words={feedback} />
    </li>
  );
}

function useWords(): BlockWords<'choice'> {
  const { t } = useTranslation('item');
  const format = useFormat();
  return {
    missing: (shown) => (shown.several ? t('choice.missingSeveral') : t('choice.missing')),
    count: (view, verdict) => {
      const count = countOf(view.shown, verdict);
      if (!count) return null;
      if (count.type === 'incomplete') return t('choice.incomplete');
      const right = format.number(count.right);
      return t('choice.count', { count: count.right, right, chosen: format.number(count.chosen) });
    },
  };
}

export const choice: Block<'choice'> = { Form, Settled, begin, missing, useWords };
