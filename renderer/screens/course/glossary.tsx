// The words of a course and what they mean, by the alphabet of their language.
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { CourseView } from '../../../core/views';
import { focusOn } from '../../prose/focus-on';
import { InlineView } from '../../prose/inline';
import { type GoTarget, ProseView } from '../../prose/prose';
import { wordsOf } from '../../text/languages';
import { useFormat } from '../../text/use-format';
import { inAlphabet } from './glossary-view';

const termId = (anchor: string): string => `term-${anchor}`;

interface GlossaryProps {
  course: CourseView;
  /** The anchor of the word that somebody looks for; null for none. */
  sought: string | null;
  onGo: (target: GoTarget) => void;
}

export function Glossary({ course, sought, onGo }: GlossaryProps) {
  const { t } = useTranslation('course');
  const format = useFormat();
  const { glossary } = course;
  useEffect(() => {
    if (sought !== null) focusOn(termId(sought));
  }, [sought]);
  return (
    <details className="course__glossary" open={sought !== null}>
      <summary>
        <h2>{t('glossary', { words: format.number(glossary.terms.length) })}</h2>
      </summary>
      <dl {...wordsOf(glossary.language)}>
        {inAlphabet(glossary).map(({ anchor, term, definition }) => (
          <div key={anchor} className="course__term">
            <dt id={termId(anchor)} tabIndex={-1} data-quiet-focus>
              <InlineView nodes={term} />
            </dt>
            <dd>
              <ProseView
                nodes={definition}
                links={course.links}
                glossary={glossary}
                course={course.id}
                language={glossary.language}
                onGo={onGo}
              />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
