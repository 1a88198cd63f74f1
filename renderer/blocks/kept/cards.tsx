// `cards`: a term, its meaning when one asks for it, and how well it was known; or all as a list.
import './cards.css';
import { Check, Layers, List, RotateCcw } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type RecallGrade, recallGrades } from '../../../core/learning/recall-grades';
import { useAction } from '../../client/use-action';
import { Words, WordsInLine } from '../../prose/words';
import { useFormat } from '../../text/use-format';
import { Button } from '../../ui/button';
import { Failed } from '../../ui/failed';
import { Icon } from '../../ui/icon';
import { beginRound, fitting, graded, numberOf } from './cards-view';
import type { KeptBlock, KeptProps } from './kept-block';

function Body(props: KeptProps<'cards'>) {
  const { t } = useTranslation('kept');
  const [isList, setList] = useState(false);
  return (
    <>
      {isList ? <AllCards {...props} /> : <Practice {...props} />}
      <div>
        <Button look="quiet" onPress={() => setList(!isList)}>
          <Icon of={isList ? Layers : List} />
          {isList ? t('cards.practise') : t('cards.list')}
        </Button>
      </div>
    </>
  );
}

function AllCards({ view, labelId }: KeptProps<'cards'>) {
  return (
    <dl className="cards__list" aria-labelledby={labelId}>
      {view.shown.cards.map(({ key, term, meaning }) => (
        <div key={key} className="cards__entry">
          <dt>
            <WordsInLine nodes={term} />
          </dt>
          <dd>
            <Words nodes={meaning} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

const mostSeconds = 86_400;

function Practice({ view, actions }: KeptProps<'cards'>) {
  const { t } = useTranslation('kept');
  const format = useFormat();
  const { state, run } = useAction();
  const { cards: all } = view.shown;
  const keys = all.map(({ key }) => key);
  const [begun, setRound] = useState(() => beginRound(keys));
  const [isShown, setShown] = useState(false);
  const round = fitting(begun, keys);
  const card = all.find(({ key }) => key === round.left[0]);
  const box = useRef<HTMLDivElement>(null);
  const since = useRef(performance.now());
  const given = useRef<RecallGrade>('good');
  /** The pressed button is gone: where the focus goes on to. */
  const [goTo, setGoTo] = useState<'term' | 'meaning' | 'end' | null>(null);
  useEffect(() => {
    if (goTo === null) return;
    box.current?.querySelector<HTMLElement>(`[data-go="${goTo}"]`)?.focus();
    setGoTo(null);
  }, [goTo]);

  const show = (): void => {
    setShown(true);
    setGoTo('meaning');
  };
  const grade = async (how: RecallGrade): Promise<void> => {
    if (!card || !isShown || state.at === 'working') return;
    given.current = how;
    const seconds = Math.min(
      mostSeconds,
      Math.round((performance.now() - since.current) / 100) / 10,
    );
    if (!(await run(() => actions.recall(card.key, how, seconds)))) return;
    const next = graded(round, how);
    setRound(next);
    setShown(false);
    since.current = performance.now();
    setGoTo(next.left.length === 0 ? 'end' : 'term');
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || !card) return;
    const how = isShown ? recallGrades[Number(event.key) - 1] : undefined;
    if (how) void grade(how);
    // On a button the space bar presses it; elsewhere it turns the card.
    else if (event.key === ' ' && !isShown && !(event.target instanceof HTMLButtonElement)) show();
    else return;
    event.preventDefault();
  };
  const again = (): void => {
    setRound(beginRound(keys));
    setShown(false);
    since.current = performance.now();
    setGoTo('term');
  };

  if (!card) {
    return (
      <div ref={box} className="cards__table">
        <p className="cards__end" data-go="end" tabIndex={-1} data-quiet-focus>
          <Icon of={Check} />
          <span className="kept__words">
            {t('cards.end', { count: round.all, cards: format.number(round.all) })}
          </span>
        </p>
        <div>
          <Button onPress={again}>
            <Icon of={RotateCcw} />
            {t('cards.again')}
          </Button>
        </div>
      </div>
    );
  }
  const place = { number: format.number(numberOf(round)), all: format.number(round.all) };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys that its buttons have too
    <div ref={box} className="cards__table" onKeyDown={onKey}>
      <p className="cards__place">{t('cards.place', place)}</p>
      <div className="cards__card">
        <div className="cards__term" data-go="term" tabIndex={-1} data-quiet-focus>
          <WordsInLine nodes={card.term} />
        </div>
        {isShown && (
          <div className="cards__meaning" data-go="meaning" tabIndex={-1} data-quiet-focus>
            <Words nodes={card.meaning} />
          </div>
        )}
      </div>
      {isShown ? (
        // biome-ignore lint/a11y/useSemanticElements: four buttons, no form
        <div role="group" aria-label={t('cards.how')} className="cards__grades">
          {recallGrades.map((each, at) => (
            <Button key={each} onPress={() => void grade(each)}>
              <span>{t(`grade.${each}`)}</span>
              <kbd className="cards__key">{format.number(at + 1)}</kbd>
            </Button>
          ))}
        </div>
      ) : (
        <div>
          <Button look="primary" onPress={show}>
            {t('cards.show')}
          </Button>
        </div>
      )}
      {state.at === 'failed' && (
        <Failed failure={state.failure} retry={() => void grade(given.current)} />
      )}
    </div>
  );
}

export const cards: KeptBlock<'cards'> = { icon: Layers, Body };
