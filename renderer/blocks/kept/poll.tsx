// `poll`: one of a list, or a place on a scale; asked a second time, it shows what has moved.
import './poll.css';
import { Check, Gauge } from 'lucide-react';
import { useState } from 'react';
import { Radio, RadioButton, RadioField, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../client/use-action';
import { Words } from '../../prose/words';
import { useFormat } from '../../text/use-format';
import { Button } from '../../ui/button';
import { Failed } from '../../ui/failed';
import { Icon } from '../../ui/icon';
import type { KeptBlock, KeptProps } from './kept-block';
import { PollShift } from './poll-shift';
import { stepsOf } from './poll-view';

function Body(props: KeptProps<'poll'>) {
  const { view, actions } = props;
  const { t } = useTranslation('kept');
  const { state, run } = useAction();
  const [held, setHeld] = useState<number | null>(null);
  const [isMissing, setMissing] = useState(false);
  const chosen = held ?? view.answer;
  const isKept = view.answer !== null && chosen === view.answer;

  const keep = async (): Promise<void> => {
    setMissing(chosen === null);
    if (chosen === null) return;
    if (await run(() => actions.save(chosen))) setHeld(null);
  };
  const choose = (value: number): void => {
    setHeld(value);
    setMissing(false);
  };
  return (
    <>
      {view.shown.type === 'list' ? (
        <Options {...props} chosen={chosen} choose={choose} />
      ) : (
        <Scale {...props} chosen={chosen} choose={choose} />
      )}
      {isMissing && <p className="kept__missing">{t('poll.missing')}</p>}
      {state.at === 'failed' && <Failed failure={state.failure} retry={() => void keep()} />}
      {!isKept && (
        <div className="kept__actions">
          <Button look="primary" isPending={state.at === 'working'} onPress={() => void keep()}>
            {t('poll.keep')}
          </Button>
        </div>
      )}
      <div role="status">
        {isKept && (
          <p className="kept__note kept__done">
            <Icon of={Check} size="small" />
            <span className="kept__words">{t('poll.kept')}</span>
          </p>
        )}
        {isKept && view.answer !== null && view.after && (
          <PollShift shown={view.shown} before={view.after.before} now={view.answer} />
        )}
      </div>
    </>
  );
}

interface ChoosingProps extends KeptProps<'poll'> {
  chosen: number | null;
  choose: (value: number) => void;
}

const group = ({ labelId, chosen, choose }: ChoosingProps) => ({
  'aria-labelledby': labelId,
  value: chosen === null ? null : String(chosen),
  onChange: (value: string) => choose(Number(value)),
});

function Options(props: ChoosingProps) {
  const { shown } = props.view;
  if (shown.type !== 'list') return null;
  return (
    <RadioGroup {...group(props)} className="poll">
      {shown.options.map((option, at) => (
        <RadioField key={at} value={String(at)} className="poll__option">
          <RadioButton className="poll__button">
            <span className="poll__dot" aria-hidden="true" />
            <Words nodes={option} inLabel />
          </RadioButton>
        </RadioField>
      ))}
    </RadioGroup>
  );
}

function Scale(props: ChoosingProps) {
  const format = useFormat();
  const { shown } = props.view;
  if (shown.type !== 'scale') return null;
  const steps = stepsOf(shown);
  return (
    <RadioGroup {...group(props)} orientation="horizontal" className="poll poll--scale">
      <div className="poll__steps">
        {steps.map((step) => (
          <Radio key={step} value={String(step)} className="poll__step">
            {format.number(step)}
            {step === shown.from && <EndForEars words={shown.low} />}
            {step === shown.to && <EndForEars words={shown.high} />}
          </Radio>
        ))}
      </div>
      <div className="poll__ends" aria-hidden="true">
        <Words nodes={shown.low} inLabel />
        <Words nodes={shown.high} inLabel />
      </div>
    </RadioGroup>
  );
}

/** The ends stand apart from their numbers, so each says its words itself. */
const EndForEars = ({ words }: { words: ChoosingProps['view']['question'] }) => (
  <span className="for-ears">
    {' '}
    <Words nodes={words} inLabel />
  </span>
);

export const poll: KeptBlock<'poll'> = { icon: Gauge, Body };
