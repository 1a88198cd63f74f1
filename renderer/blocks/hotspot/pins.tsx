// Numbered pins on a picture: put by a click, or with a crosshair that arrow keys move.
import { Trash2 } from 'lucide-react';
import {
  type KeyboardEvent,
  type MouseEvent,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { Pin } from '../../../core/course/blocks/areas';
import { useFormat } from '../../text/use-format';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import type { FormProps } from '../block';
import { Feedback } from '../feedback';
import { Mark } from '../mark';
import { mostPins, movedBy, pinAt, pinToRemove, triedPin } from './hotspot-view';
import { Stage } from './stage';

interface PinsProps extends FormProps<'hotspot'> {
  pins: Pin[];
  onBroken: () => void;
}

export function Pins({ view, pins, onAnswer, missing, missingId, labelId, onBroken }: PinsProps) {
  const { t } = useTranslation('item');
  const format = useFormat();
  const howId = useId();
  const surface = useRef<HTMLDivElement>(null);
  const cross = useRef<HTMLSpanElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const [at, setAt] = useState<Pin>([50, 50]);
  const [told, setTold] = useState('');
  /** The entry whose button gets the focus, after the one that had it is gone. */
  const refocus = useRef<number | null>(null);

  useLayoutEffect(() => {
    const entry = refocus.current;
    refocus.current = null;
    if (entry === null) return;
    const buttons = list.current?.querySelectorAll('button');
    const next = buttons?.[Math.min(entry, buttons.length - 1)] ?? surface.current;
    next?.focus();
  });

  const place = ([x, y]: Pin) => ({ x: format.percent(x / 100), y: format.percent(y / 100) });
  const number = (pin: number): string => format.number(pin + 1);

  const put = (pin: Pin): void => {
    if (pins.length >= mostPins) return;
    onAnswer({ pins: [...pins, pin] });
    setTold(t('hotspot.put', { pin: number(pins.length), ...place(pin) }));
  };
  const remove = (pin: number): void => {
    onAnswer({ pins: pins.filter((_, each) => each !== pin) });
    setTold(t('hotspot.removed', { pin: number(pin) }));
  };

  const onClick = (event: MouseEvent): void => {
    const box = surface.current?.getBoundingClientRect();
    // A click that a screen reader makes has no place of its own.
    const pin = box && event.detail > 0 ? pinAt(event.clientX, event.clientY, box) : at;
    if (!pin) return;
    setAt(pin);
    put(pin);
  };

  const onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const moved = movedBy(at, event.key, event.shiftKey);
    if (moved) {
      setAt(moved);
      setTold(t('hotspot.at', place(moved)));
      requestAnimationFrame(() => cross.current?.scrollIntoView({ block: 'nearest' }));
    } else if (event.key === 'Enter' || event.key === ' ') put(at);
    else if (event.key === 'Backspace' || event.key === 'Delete') {
      const pin = pinToRemove(pins, at);
      if (pin !== null) remove(pin);
    } else return;
    event.preventDefault();
  };

  return (
    <>
      <p className="hotspot__how" id={howId}>
        {t('hotspot.how')}
      </p>
      <Stage image={view.shown.image} onBroken={onBroken}>
        {/* An application of its own: arrow keys belong to the crosshair, not to the reader of the page. */}
        <div
          ref={surface}
          role="application"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it is operated, by pointer and by keys
          tabIndex={0}
          className="hotspot__surface"
          data-part={0}
          data-invalid={missing.length > 0 || undefined}
          aria-label={t('hotspot.surface')}
          aria-describedby={missing.length > 0 ? `${missingId} ${howId}` : `${labelId} ${howId}`}
          onClick={onClick}
          onKeyDown={onKey}
        >
          {pins.map(([x, y], pin) => {
            const tried = triedPin(view, [x, y]);
            const tone = tried ? (tried.right ? 'right' : 'wrong') : 'plain';
            return (
              <span
                key={pin}
                className={`hotspot__pin hotspot__pin--${tone}`}
                style={{ left: `${x}%`, top: `${y}%` }}
                aria-hidden="true"
              >
                {number(pin)}
              </span>
            );
          })}
          <span
            ref={cross}
            className="hotspot__cross"
            style={{ left: `${at[0]}%`, top: `${at[1]}%` }}
            aria-hidden="true"
          />
        </div>
      </Stage>
      {pins.length > 0 && (
        <ol className="hotspot__pins" ref={list} aria-label={t('hotspot.pins')}>
          {pins.map((pin, entry) => (
            <PinEntry
              key={entry}
              tried={triedPin(view, pin)}
              number={number(entry)}
              where={t('hotspot.where', place(pin))}
              onRemove={() => {
                refocus.current = entry;
                remove(entry);
              }}
            />
          ))}
        </ol>
      )}
      <p className="for-ears" role="status">
        {told}
      </p>
    </>
  );
}

interface PinEntryProps {
  tried: ReturnType<typeof triedPin>;
  number: string;
  where: string;
  onRemove: () => void;
}

function PinEntry({ tried, number, where, onRemove }: PinEntryProps) {
  const { t } = useTranslation('item');
  const mark = tried && (
    <Mark right={tried.right}>{tried.right ? t('mark.right') : t('mark.notRight')}</Mark>
  );
  return (
    <li className="hotspot__entry">
      <div className="hotspot__entry-line">
        <span className="hotspot__pin-number" aria-hidden="true">
          {number}
        </span>
        <span className="hotspot__where">
          <span className="for-ears">{t('hotspot.pin', { pin: number })} </span>
          {where}
        </span>
        <Button
          look="quiet"
          aria-label={t('hotspot.removePin', { pin: number })}
          onPress={onRemove}
        >
          <Icon of={Trash2} />
          {t('hotspot.remove')}
        </Button>
      </div>
      {tried && (
        <Feedback tone={tried.right ? 'right' : 'wrong'} marks={mark} words={tried.feedback} />
      )}
    </li>
  );
}
