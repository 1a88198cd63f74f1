// `order`: a list the learner sorts, by dragging, by buttons or by keys.
import './order.css';
import { ArrowDown, ArrowUp, GripVertical } from 'lucide-react';
import {
  type KeyboardEvent,
  type ReactNode,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Words } from '../../prose/words';
import { useFormat } from '../../text/use-format';
import type { Block, BlockWords, FormProps, SettledProps } from '../block';
import { Feedback } from '../feedback';
import { keyFeedback, partOf } from '../item-view';
import { Mark } from '../mark';
import { begin, countOf, missing, moved, placeForKey } from './order-view';
import { useDrag } from './use-drag';
import { useGlide } from './use-glide';

type Way = 'up' | 'down';

function Form({ view, answer, onAnswer, missing: open, missingId, labelId }: FormProps<'order'>) {
  const { t } = useTranslation('item');
  const format = useFormat();
  const list = useRef<HTMLOListElement>(null);
  const howId = useId();
  const [told, setTold] = useState('');
  const glide = useGlide(list);
  /** The button to have the focus again once its row has moved. */
  const refocus = useRef<{ entry: number; way: Way } | null>(null);

  useLayoutEffect(() => {
    const { entry, way } = refocus.current ?? {};
    refocus.current = null;
    if (entry === undefined) return;
    const row = list.current?.querySelector(`[data-entry="${entry}"]`);
    row?.querySelector<HTMLElement>(`[data-way="${way}"]`)?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: 'nearest' });
  });

  const move = (from: number, to: number, way?: Way): void => {
    const last = answer.length - 1;
    const place = Math.min(last, Math.max(0, to));
    const values = { place: format.number(place + 1), all: format.number(answer.length) };
    if (place === from) {
      setTold(place === 0 ? t('order.isFirst') : t('order.isLast'));
      return;
    }
    glide();
    const entry = answer[from];
    if (way && entry !== undefined) refocus.current = { entry, way };
    onAnswer(moved(answer, from, place));
    setTold(t('order.moved', values));
  };

  const drag = useDrag(list, (from, to) => {
    if (from !== to) move(from, to);
    else glide();
  });

  return (
    <div className="order">
      <p className="order__how" id={howId}>
        {t('order.how')}
      </p>
      <ol
        ref={list}
        className="order__list"
        aria-labelledby={labelId}
        aria-describedby={open.length > 0 ? `${missingId} ${howId}` : howId}
      >
        {answer.map((entry, place) => {
          const shift = drag.shift(place);
          return (
            <li
              key={entry}
              className="order__row"
              data-entry={entry}
              data-part={place === 0 ? 0 : undefined}
              data-dragged={drag.dragged === place || undefined}
              data-dragging={drag.dragged !== null || undefined}
              style={shift === 0 ? undefined : { transform: `translateY(${shift}px)` }}
              {...drag.rowProps(place)}
            >
              <Entry
                view={view}
                entry={entry}
                place={place}
                count={answer.length}
                missingId={place === 0 && open.length > 0 ? missingId : null}
                onMove={(to, way) => move(place, to, way)}
              />
            </li>
          );
        })}
      </ol>
      <p className="for-ears" role="status">
        {told}
      </p>
    </div>
  );
}

interface EntryProps {
  view: FormProps<'order'>['view'];
  entry: number;
  place: number;
  count: number;
  missingId: string | null;
  onMove: (to: number, way: Way) => void;
}

function Entry({ view, entry, place, count, missingId, onMove }: EntryProps) {
  const { t } = useTranslation('item');
  const format = useFormat();
  const id = useId();
  const { verdict } = view;
  const part = partOf(verdict, entry);
  const isSame = verdict?.answer?.[place] === entry;
  const words = view.shown.entries[entry] ?? [];
  const mark = part && isSame && (
    <Mark right={part.right}>{part.right ? t('order.inPlace') : t('order.notInPlace')}</Mark>
  );
  const onKey = (way: Way) => (event: KeyboardEvent) => {
    const to = placeForKey(event.key, place, count);
    if (to === null || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    onMove(to, way);
  };
  const button = (way: Way, label: string, icon: ReactNode) => (
    // The keys of a row work on both of its buttons; captured, as buttons keep keys to themselves.
    <span onKeyDownCapture={onKey(way)}>
      <Button
        id={`${id}-${way}`}
        className="order__button"
        data-way={way}
        data-end={(way === 'up' ? place === 0 : place === count - 1) || undefined}
        aria-label={label}
        aria-labelledby={`${id}-${way} ${id}`}
        {...(missingId && { 'aria-describedby': missingId })}
        onPress={() => onMove(way === 'up' ? place - 1 : place + 1, way)}
      >
        {icon}
      </Button>
    </span>
  );
  return (
    <>
      <span className="order__handle" data-handle="" aria-hidden="true">
        <GripVertical />
      </span>
      <span className="order__place" aria-hidden="true">
        {format.number(place + 1)}
      </span>
      <div className="order__words">
        <Words nodes={words} id={id} />
        {part && (
          <Feedback
            tone={isSame ? (part.right ? 'right' : 'wrong') : 'plain'}
            marks={mark}
            words={part.feedback}
          />
        )}
      </div>
      <span className="order__buttons">
        {button('up', t('order.up'), <ArrowUp aria-hidden="true" />)}
        {button('down', t('order.down'), <ArrowDown aria-hidden="true" />)}
      </span>
    </>
  );
}

function Settled({ view, given, keyOf }: SettledProps<'order'>) {
  const { t } = useTranslation('item');
  const format = useFormat();
  return (
    <ol className="order__list order__list--settled">
      {keyOf.answer.map((entry, place) => {
        const own = given?.indexOf(entry) ?? -1;
        const isRight = own === place;
        const mark =
          given === null ? null : isRight ? (
            <Mark right>{t('order.inPlace')}</Mark>
          ) : (
            <Mark right={false}>{t('order.yourPlace', { place: format.number(own + 1) })}</Mark>
          );
        return (
          <li key={entry} className="order__row">
            <span className="order__place" aria-hidden="true">
              {format.number(place + 1)}
            </span>
            <div className="order__words">
              <Words nodes={view.shown.entries[entry] ?? []} />
              <Feedback
                tone={given === null ? 'plain' : isRight ? 'right' : 'wrong'}
                marks={mark}
                words={keyFeedback(keyOf, entry)}
              />
            </div>
          </li>
        );
      })}
    </ol>
  );
}

function useWords(): BlockWords<'order'> {
  const { t } = useTranslation('item');
  const format = useFormat();
  return {
    missing: () => t('order.missing'),
    count: (view, verdict) => {
      const count = countOf(verdict);
      if (!count) return null;
      if (count.type === 'following') return t('order.following');
      const all = view.shown.entries.length;
      const right = format.number(count.right);
      return t('order.count', { count: count.right, right, all: format.number(all) });
    },
  };
}

export const order: Block<'order'> = { Form, Settled, begin, missing, useWords };
