// `sort`: cards to put into groups, by dragging or by a drop-down on each card.
import './sort.css';
import { GripVertical } from 'lucide-react';
import { type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { plainText } from '../../../core/course/plain-text';
import { Words } from '../../prose/words';
import { useFormat } from '../../text/use-format';
import { Pick } from '../../ui/pick';
import type { Block, BlockWords, FormProps, SettledProps } from '../block';
import { Feedback } from '../feedback';
import { keyFeedback, partOf, someRight } from '../item-view';
import { Mark } from '../mark';
import { begin, heldBy, missing, nextCard, put } from './sort-view';
import { type Place, useCardDrag } from './use-card-drag';

type View = FormProps<'sort'>['view'];

const textOf = (words: View['shown']['items'][number] | undefined): string =>
  plainText(words ?? []).replace(/\s+/g, ' ');

function Form({ view, answer, onAnswer, missing: open, missingId, labelId }: FormProps<'sort'>) {
  const { t } = useTranslation('item');
  const format = useFormat();
  const box = useRef<HTMLDivElement>(null);
  const howId = useId();
  const [told, setTold] = useState('');
  /** The card whose drop-down has the focus once the cards have moved. */
  const refocus = useRef<number | null>(null);
  const { groups } = view.shown;

  useLayoutEffect(() => {
    const card = refocus.current;
    if (card === null) return;
    refocus.current = null;
    // Once the list that was chosen from is gone: it gives the focus back to a button that moved.
    requestAnimationFrame(() => {
      const place = box.current?.querySelector(`[data-part="${card}"]`);
      place?.querySelector('button')?.focus({ preventScroll: true });
      place?.scrollIntoView({ block: 'nearest' });
    });
  });

  const move = (item: number, place: Place): number => {
    if (answer[item] === place) return item;
    const after = put(answer, item, place);
    onAnswer(after);
    const values = { left: format.number(heldBy(after, null).length) };
    setTold(
      place === null
        ? t('sort.takenOut', values)
        : t('sort.putInto', { ...values, group: textOf(groups[place]) }),
    );
    return nextCard(answer, after, item);
  };
  const drag = useCardDrag(box, move);

  const cards = (place: Place): ReactNode => {
    const held = heldBy(answer, place);
    if (held.length === 0) {
      return (
        <p className="sort__empty">{place === null ? t('sort.allPut') : t('sort.nothingYet')}</p>
      );
    }
    return (
      <ul className="sort__cards">
        {held.map((item) => (
          <li
            key={item}
            className="sort__card"
            data-part={item}
            data-dragged={drag.dragged === item || undefined}
            style={{ transform: drag.shift(item) }}
            {...drag.cardProps(item)}
          >
            <Card
              view={view}
              item={item}
              place={place}
              missingId={open.includes(item) ? missingId : null}
              onPut={(next) => {
                refocus.current = move(item, next);
              }}
            />
          </li>
        ))}
      </ul>
    );
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be named by the question above it
    <div
      ref={box}
      role="group"
      className="sort"
      aria-labelledby={labelId}
      aria-describedby={howId}
      data-dragging={drag.dragged !== null || undefined}
    >
      <p className="sort__how" id={howId}>
        {t('sort.how')}
      </p>
      <Box className="sort__tray" title={t('sort.waiting')} place={null} drag={drag}>
        {cards(null)}
      </Box>
      <div className="sort__groups">
        {groups.map((name, group) => (
          <Box
            key={group}
            className="sort__group"
            title={<Words nodes={name} inLabel />}
            place={group}
            drag={drag}
          >
            {cards(group)}
          </Box>
        ))}
      </div>
      <p className="for-ears" role="status">
        {told}
      </p>
    </div>
  );
}

interface BoxProps {
  className: string;
  title: ReactNode;
  place: Place;
  drag?: ReturnType<typeof useCardDrag>;
  children: ReactNode;
}

/** A group, or the place where cards wait. */
function Box({ className, title, place, drag, children }: BoxProps) {
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset for each group would say too much
    <div
      role="group"
      className={className}
      aria-labelledby={id}
      data-place={place ?? ''}
      data-over={drag?.isOver(place) || undefined}
    >
      <div className="sort__title" id={id}>
        {title}
      </div>
      {children}
    </div>
  );
}

interface CardProps {
  view: View;
  item: number;
  place: Place;
  missingId: string | null;
  onPut: (place: Place) => void;
}

function Card({ view, item, place, missingId, onPut }: CardProps) {
  const { t } = useTranslation('item');
  const id = useId();
  const { groups, items } = view.shown;
  const part = partOf(view.verdict, item);
  const isSame = view.verdict?.answer?.[item] === place;
  const options = groups.map((name) => ({
    text: textOf(name),
    words: <Words nodes={name} inLabel />,
    note: null,
  }));
  const back = { text: t('sort.takeOut'), words: t('sort.takeOut'), note: null };
  return (
    <>
      <span className="sort__handle" data-handle="" aria-hidden="true">
        <GripVertical />
      </span>
      <div className="sort__words">
        <Words nodes={items[item] ?? []} id={id} />
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
      <div className="sort__pick">
        <Pick
          labelledBy={id}
          missingId={missingId}
          placeholder={t('sort.choose')}
          options={place === null ? options : [...options, back]}
          chosen={place}
          {...(place !== null && {
            face: (
              <>
                <span className="for-ears">{textOf(groups[place])}, </span>
                {t('sort.move')}
              </>
            ),
          })}
          onPick={(option) => onPut(option < groups.length ? option : null)}
        />
      </div>
    </>
  );
}

function Settled({ view, given, keyOf }: SettledProps<'sort'>) {
  const { t } = useTranslation('item');
  const { groups, items } = view.shown;
  return (
    <div className="sort sort--settled">
      <div className="sort__groups">
        {groups.map((name, group) => (
          <Box
            key={group}
            className="sort__group"
            title={<Words nodes={name} inLabel />}
            place={group}
          >
            <ul className="sort__cards">
              {heldBy(keyOf.answer, group).map((item) => {
                const own = given?.[item] ?? null;
                const isRight = own === group;
                const mark =
                  own === null ? null : isRight ? (
                    <Mark right>{t('mark.yoursRight')}</Mark>
                  ) : (
                    <Mark right={false}>{t('sort.yourGroup', { group: textOf(groups[own]) })}</Mark>
                  );
                return (
                  <li key={item} className="sort__card">
                    <div className="sort__words">
                      <Words nodes={items[item] ?? []} />
                      <Feedback
                        tone={own === null ? 'plain' : isRight ? 'right' : 'wrong'}
                        marks={mark}
                        words={keyFeedback(keyOf, item)}
                      />
                    </div>
                  </li>
                );
              })}
            </ul>
          </Box>
        ))}
      </div>
    </div>
  );
}

function useWords(): BlockWords<'sort'> {
  const { t } = useTranslation('item');
  const format = useFormat();
  return {
    missing: (_shown, parts) =>
      t('sort.missing', { count: parts.length, left: format.number(parts.length) }),
    count: (view, verdict) => {
      const all = view.shown.items.length;
      const right = someRight(verdict, all);
      if (right === null) return null;
      return t('count', { count: right, right: format.number(right), all: format.number(all) });
    },
  };
}

export const sort: Block<'sort'> = { Form, Settled, begin, missing, useWords };
