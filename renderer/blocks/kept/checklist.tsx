// `checklist`: boxes to tick; each tick is saved at once, and says so when it could not be.
import './checklist.css';
import { Check, ListChecks } from 'lucide-react';
import { useRef, useState } from 'react';
import { CheckboxButton, CheckboxField, CheckboxGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../client/use-action';
import { Words } from '../../prose/words';
import { useFormat } from '../../text/use-format';
import { Failed } from '../../ui/failed';
import { Icon } from '../../ui/icon';
import type { KeptBlock, KeptProps } from './kept-block';

function Body({ view, labelId, actions }: KeptProps<'checklist'>) {
  const { t } = useTranslation('kept');
  const format = useFormat();
  const { state, run } = useAction();
  /** Ticks on their way: they are shown at once, and stay on screen when they could not be saved. */
  const [held, setHeld] = useState<number[] | null>(null);
  const newest = useRef(0);
  const ticked = held ?? view.answer ?? [];
  const { items } = view.shown;

  const tick = async (next: number[]): Promise<void> => {
    const number = ++newest.current;
    setHeld(next);
    const isSaved = await run(() => actions.save(next));
    if (isSaved && number === newest.current) setHeld(null);
  };

  const done = { count: items.length, done: format.number(ticked.length) };
  return (
    <>
      <CheckboxGroup
        className="checklist"
        aria-labelledby={labelId}
        value={ticked.map(String)}
        onChange={(values) => void tick(values.map(Number).sort((a, b) => a - b))}
      >
        {items.map((item, at) => (
          <CheckboxField key={at} value={String(at)} className="checklist__item">
            <CheckboxButton className="checklist__button">
              <span className="checklist__box" aria-hidden="true">
                <Check />
              </span>
              <Words nodes={item} inLabel />
            </CheckboxButton>
          </CheckboxField>
        ))}
      </CheckboxGroup>
      {state.at === 'failed' && (
        <>
          <p className="kept__missing">{t('checklist.notSaved')}</p>
          <Failed failure={state.failure} retry={() => void tick(ticked)} />
        </>
      )}
      <p className="kept__note" role="status">
        {ticked.length === items.length ? (
          <span className="kept__done">
            <Icon of={Check} size="small" />
            <span className="kept__words">{t('checklist.allDone')}</span>
          </span>
        ) : (
          t('checklist.done', { ...done, items: format.number(items.length) })
        )}
      </p>
      {ticked.length < items.length && <p className="kept__note">{t('checklist.onHome')}</p>}
    </>
  );
}

export const checklist: KeptBlock<'checklist'> = { icon: ListChecks, Body };
