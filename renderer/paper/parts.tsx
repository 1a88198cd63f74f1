// The few things that all questions on paper are made of: boxes, lines to write on, what is said about an answer.
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ItemKind } from '../../core/course/blocks';
import { plainText } from '../../core/course/plain-text';
import type { Prose } from '../../core/course/prose';
import type { ItemViewOf } from '../../core/views';
import { Words } from '../prose/words';

export interface PaperProps<K extends ItemKind> {
  view: ItemViewOf<K>;
}

/** What is right; null on a work sheet. */
export const keyOf = <K extends ItemKind>(view: ItemViewOf<K>) => view.verdict?.key ?? null;

/** What is said about one part; nothing on a work sheet. */
export const saidOf = <K extends ItemKind>(view: ItemViewOf<K>, part: number): Prose[] =>
  keyOf(view)?.parts.find((each) => each.part === part)?.feedback ?? [];

/** What to do with the pen. */
export const How = ({ children }: { children: ReactNode }) => (
  <p className="paper__how">{children}</p>
);

/** A box to tick; ticked where that is right. */
export function Box({ isRight = false }: { isRight?: boolean }) {
  const { t } = useTranslation('item');
  return (
    <>
      <span className="paper__box">{isRight && <Check aria-hidden="true" />}</span>
      {isRight && <span className="for-ears">{t('mark.rightAnswer')}: </span>}
    </>
  );
}

/** A place for a letter or a number; what belongs there once it is told. */
export const Slot = ({ children }: { children?: ReactNode }) => (
  <span className="paper__slot">{children}</span>
);

/** A line to write on, or what belongs there. */
export const Line = ({
  children,
  isShort = false,
}: {
  children?: ReactNode;
  isShort?: boolean;
}) => (
  <span className={isShort ? 'paper__line paper__line--short' : 'paper__line'}>{children}</span>
);

/** Whole lines to write on. */
export const Lines = ({ count }: { count: number }) => (
  <div className="paper__lines">
    {Array.from({ length: count }, (_, at) => (
      <div key={at} className="paper__ruled" />
    ))}
  </div>
);

/** The author's words about an answer. */
export const Said = ({ nodes }: { nodes: readonly Prose[] }) =>
  nodes.length === 0 ? null : (
    <div className="paper__said">
      <Words nodes={nodes} />
    </div>
  );

/** A part of an answer sheet under a heading of its own. */
export function Told({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="paper__told">
      <p className="paper__told-title">{title}</p>
      {children}
    </div>
  );
}

/** So many lines as such a text takes. */
export const linesFor = (text: readonly Prose[] | string): number => {
  const words = typeof text === 'string' ? text : plainText(text);
  return Math.min(14, Math.max(3, Math.ceil(words.length / 70) + 1));
};

/** `A`, `B` … by which things on paper are named. */
export const letterOf = (at: number): string =>
  at < 26
    ? String.fromCharCode(65 + at)
    : `${letterOf(Math.floor(at / 26) - 1)}${letterOf(at % 26)}`;
