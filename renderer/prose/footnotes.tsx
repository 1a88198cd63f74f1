// Notes at the end of a text and the numbers that refer to them; following one moves the focus.
import { CornerLeftUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Prose } from '../../core/course/prose';
import { focusOn } from './focus-on';
import { useProse } from './prose-context';
import { noteId, referenceId } from './prose-view';

export function NoteReference({ number, occurrence }: { number: number; occurrence: number }) {
  const { t, i18n } = useTranslation('prose');
  const { notes, language } = useProse();
  const to = noteId(notes, number);
  const shown = new Intl.NumberFormat(language ?? i18n.language).format(number);
  return (
    <sup className="prose__reference">
      <a
        className="prose__link"
        id={referenceId(notes, number, occurrence)}
        href={`#${to}`}
        aria-label={t('note.reference', { number: shown })}
        onClick={(event) => {
          event.preventDefault();
          focusOn(to);
        }}
      >
        {shown}
      </a>
    </sup>
  );
}

interface FootnotesProps {
  node: Extract<Prose, { type: 'footnotes' }>;
  line: number | undefined;
  draw: (nodes: readonly Prose[]) => ReactNode;
}

export function Footnotes({ node, line, draw }: FootnotesProps) {
  const { t } = useTranslation('prose');
  const { notes } = useProse();
  return (
    <section className="prose__notes" data-line={line} aria-label={t('note.title')}>
      <ol>
        {node.notes.map((note) => (
          <li
            key={note.number}
            value={note.number}
            id={noteId(notes, note.number)}
            tabIndex={-1}
            className="prose__note"
          >
            {draw(note.children)}
            <BackLinks number={note.number} occurrences={note.occurrences} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function BackLinks({ number, occurrences }: { number: number; occurrences: number }) {
  const { t, i18n } = useTranslation('prose');
  const { notes } = useProse();
  const format = new Intl.NumberFormat(i18n.language);
  return (
    <span className="prose__back">
      {Array.from({ length: occurrences }, (_, occurrence) => {
        const to = referenceId(notes, number, occurrence);
        const label =
          occurrences === 1
            ? t('note.back')
            : t('note.backTo', { place: format.format(occurrence + 1) });
        return (
          <a
            key={to}
            className="prose__link"
            href={`#${to}`}
            aria-label={label}
            title={label}
            onClick={(event) => {
              event.preventDefault();
              focusOn(to);
            }}
          >
            <CornerLeftUp className="prose__link-icon" aria-hidden="true" />
          </a>
        );
      })}
    </span>
  );
}
