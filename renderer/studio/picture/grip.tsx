// A grip at the corner of the picture under the pointer, to draw it wider or narrower; by keyboard its form does the same.
import './picture.css';
import { type PointerEvent, type RefObject, useEffect, useState } from 'react';
import { useFormat } from '../../text/use-format';
import { widthOf } from './width';

interface GripProps {
  /** What scrolls, and holds the pictures. */
  box: RefObject<HTMLElement | null>;
  /** Another one means that the pictures may have moved. */
  drawn: unknown;
  /** Undoes itself where it comes to nothing. */
  onWidth: (picture: HTMLImageElement, width: string) => void;
}

interface Drag {
  /** Where it began, and how wide the picture was, in pixels of the window. */
  x: number;
  wide: number;
  /** The side that the grip is on: 1 is the right one. */
  side: 1 | -1;
  width: string | null;
}

/** In pixels from the corner of what scrolls. */
interface Corner {
  left: number;
  top: number;
}

function cornerOf(picture: HTMLImageElement, box: HTMLElement): Corner & { side: 1 | -1 } {
  const shape = picture.getBoundingClientRect();
  const around = box.getBoundingClientRect();
  const side = getComputedStyle(picture).direction === 'rtl' ? -1 : 1;
  const x = side === 1 ? shape.right : shape.left;
  return {
    left: x - around.left + box.scrollLeft,
    top: shape.bottom - around.top + box.scrollTop,
    side,
  };
}

/** How wide the text around a picture is, in pixels of the window. */
function roomOf(picture: HTMLImageElement): number {
  const around = picture.closest('p, figure, td, th, li') ?? picture.parentElement;
  return around?.clientWidth || 1;
}

export function Grip({ box, drawn, onWidth }: GripProps) {
  const format = useFormat();
  const [picture, setPicture] = useState<HTMLImageElement | null>(null);
  const [corner, setCorner] = useState<Corner | null>(null);
  const [drag, setDrag] = useState<Drag | null>(null);

  useEffect(() => {
    const frame = box.current;
    if (!frame) return;
    const onOver = (event: Event): void => {
      const { target } = event;
      if (target instanceof HTMLImageElement && target.matches('.prose__picture')) {
        setPicture(target);
      } else if (target instanceof Element && !target.closest('.picture-grip')) setPicture(null);
    };
    frame.addEventListener('pointerover', onOver);
    frame.addEventListener('pointerleave', onLeave);
    return () => {
      frame.removeEventListener('pointerover', onOver);
      frame.removeEventListener('pointerleave', onLeave);
    };
    function onLeave(): void {
      setPicture(null);
    }
  }, [box]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is drawn anew lies elsewhere
  useEffect(() => {
    const frame = box.current;
    setCorner(picture?.isConnected && frame ? cornerOf(picture, frame) : null);
  }, [box, picture, drag, drawn]);

  if (!picture || !corner) return null;
  const begin = (event: PointerEvent): void => {
    if (event.button !== 0 || !box.current) return;
    // The focus leaves its field as ever, so that what is typed there is not written over this.
    event.currentTarget.setPointerCapture(event.pointerId);
    const { side } = cornerOf(picture, box.current);
    setDrag({ x: event.clientX, wide: picture.clientWidth, side, width: null });
  };
  const move = (event: PointerEvent): void => {
    if (!drag) return;
    const wide = drag.wide + (event.clientX - drag.x) * drag.side;
    const width = widthOf({ count: (wide / roomOf(picture)) * 100, unit: 'percent' });
    // As it will be; what is written in the text draws it anew.
    picture.setAttribute('width', width);
    setDrag({ ...drag, width });
  };
  const end = (): void => {
    setDrag(null);
    if (drag?.width) onWidth(picture, drag.width);
  };
  return (
    <span
      aria-hidden="true"
      className="picture-grip"
      style={{ left: `${corner.left}px`, top: `${corner.top}px` }}
      onPointerDown={begin}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={end}
    >
      {drag?.width && (
        <span className="picture-grip__width">
          {format.percent(Number.parseInt(drag.width, 10) / 100)}
        </span>
      )}
    </span>
  );
}
