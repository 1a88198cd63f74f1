// What the learner will see of the text in the editor, with questions that can be answered.
import './preview.css';
import { type MouseEvent, memo, useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type PictureInText, picturesIn } from '../../../core/studio/picture/pictures';
import type { StudioCourseView } from '../../../core/studio/views';
import type { Links } from '../../../core/views';
import { type GoTarget, ProseView } from '../../prose/prose';
import { wordsOf } from '../../text/languages';
import { useFormat } from '../../text/use-format';
import { Grip } from '../picture/grip';
import { useSteady } from '../workspace/use-steady';
import { languageFolderOf } from './draft-lesson';
import { pictureOf } from './picture-of';
import { type DrawnText, headPlace, objectivesPlace, type Places, pointPlace } from './places';
import { drawGroup, drawItem, Played } from './played';
import { usePractice } from './use-practice';

interface PreviewProps {
  course: StudioCourseView;
  file: string;
  draft: DrawnText;
  /** BCP 47 tag of the text. */
  language: string;
  /** The line the cursor stands in. */
  line: number;
  /** The author pointed at what comes from this line. */
  onLine: (line: number) => void;
  /** The text that all this comes from: asked for when it is needed, as it changes with each key. */
  textNow: () => string;
  /** A picture was drawn wider or narrower; false where the text cannot take that. */
  onPictureWidth: (picture: PictureInText, width: string) => boolean;
  /** A link to another lesson was followed. */
  onGo: (target: GoTarget) => void;
  /** Another number begins anew, or shows every answer. */
  resets: number;
  reveals: number;
}

const noLinks: Links = {};

/** What comes from a line of the text. */
const placedParts = '[data-line], [data-point]';

export const Preview = memo(function Preview(props: PreviewProps) {
  const { course, file, draft, language, line, onLine, onGo, resets, reveals } = props;
  const { textNow, onPictureWidth } = props;
  const { t } = useTranslation('studio');
  const format = useFormat();
  const box = useRef<HTMLDivElement>(null);
  const { id, version, pass } = course;
  const played = usePractice(file, draft.lesson, { course: id, version, pass });
  const { reset, revealAll } = played;
  const links = course.links[languageFolderOf(file)] ?? noLinks;
  const lineOf = useSteady((part: HTMLElement) => lineIn(draft.places, part));
  useFollow(box, line, lineOf, draft);
  useOnce(resets, reset);
  useOnce(reveals, revealAll);

  const onClick = useCallback(
    (event: MouseEvent) => {
      const target = event.target as HTMLElement;
      // What can be operated is for the learner; all else leads to its line.
      if (target.closest('button, a, input, select, textarea, label, [role="option"]')) return;
      const placed = target.closest<HTMLElement>(placedParts);
      const from = placed && lineOf(placed);
      if (from) onLine(from);
    },
    [onLine, lineOf],
  );

  const onWidth = (image: HTMLImageElement, width: string): void => {
    const picture = pictureOf(image, picturesIn(textNow()), links, lineOf);
    if (picture && onPictureWidth(picture, width)) return;
    // As it is written.
    if (picture?.width) image.setAttribute('width', picture.width);
    else image.removeAttribute('width');
  };

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard has the cursor in the editor itself
    // biome-ignore lint/a11y/noStaticElementInteractions: a help for the pointer, nothing that must be reached
    <div ref={box} className="preview" onClick={onClick}>
      <article className="preview__page" aria-label={t('preview.title')}>
        <header className="preview__head" data-line={headPlace}>
          <h2 className="preview__title" {...wordsOf(language)}>
            {draft.title}
          </h2>
          {draft.minutes !== null && (
            <p className="preview__facts">
              {t('preview.minutes', {
                count: draft.minutes,
                minutes: format.number(draft.minutes),
              })}
            </p>
          )}
        </header>
        {draft.objectives.length > 0 && (
          <section className="preview__objectives" data-line={objectivesPlace}>
            <h3>{t('preview.objectives')}</h3>
            <ul {...wordsOf(language)}>
              {draft.objectives.map((objective) => (
                <li key={objective}>{objective}</li>
              ))}
            </ul>
          </section>
        )}
        <Played page={{ played, links, course: id, onGo }}>
          <ProseView
            nodes={draft.prose}
            places={draft.places.nodes}
            links={links}
            course={id}
            language={language}
            onGo={onGo}
            renderItem={drawItem}
            renderGroup={drawGroup}
          />
        </Played>
      </article>
      <Grip box={box} drawn={draft} onWidth={onWidth} />
    </div>
  );
});

/** The line that a part of the page comes from now. */
function lineIn({ lines }: Places, part: HTMLElement): number | undefined {
  const place = part.closest<HTMLElement>('[data-line]')?.dataset.line ?? '';
  const { point } = part.dataset;
  return lines.get(point === undefined ? place : pointPlace(place, point));
}

/**
 * Marks what comes from the line of the cursor, and brings it into view, unless it is there already.
 * A block that was just put into the text is drawn a moment after the cursor went there: another
 * draft is looked at again, and moves the page only if something else than before is meant.
 */
function useFollow(
  box: React.RefObject<HTMLElement | null>,
  line: number,
  lineOf: (part: HTMLElement) => number | undefined,
  draft: DrawnText,
): void {
  const followed = useRef<{ line: number; nearest: HTMLElement | null }>({
    line: 0,
    nearest: null,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is drawn follows from the draft
  useEffect(() => {
    const frame = box.current;
    if (!frame) return;
    const placed = [...frame.querySelectorAll<HTMLElement>(placedParts)];
    let nearest: HTMLElement | undefined;
    let above = 0;
    for (const each of placed) {
      const from = lineOf(each) ?? 0;
      if (from < above || from > line || from === 0) continue;
      nearest = each;
      above = from;
    }
    if (!nearest) return;
    for (const each of placed) each.toggleAttribute('data-here', each === nearest);
    const now = { line, nearest };
    const before = followed.current;
    followed.current = now;
    if (before.line === now.line && before.nearest === now.nearest) return;
    const { top, bottom } = nearest.getBoundingClientRect();
    const around = frame.getBoundingClientRect();
    if (top >= around.top && bottom <= around.bottom) return;
    frame.scrollTop += top - around.top - around.height / 4;
  }, [box, line, lineOf, draft]);
}

/** Does something each time the number becomes another one. */
function useOnce(number: number, work: () => void): void {
  const seen = useRef(number);
  useEffect(() => {
    if (seen.current === number) return;
    seen.current = number;
    work();
  }, [number, work]);
}
