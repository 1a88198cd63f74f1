// The words of a course and what they mean, by the alphabet of their language.
import { useTranslation } from 'react-i18next';
import type { CourseView } from '../../../core/views';
import { InlineView } from '../../prose/inline';
import { type GoTarget, ProseView } from '../../prose/prose';
import { wordsOf } from '../../text/languages';
import { useFormat } from '../../text/use-format';
import { inAlphabet } from './glossary-view';

interface GlossaryProps {
  course: CourseView;
  onGo: (target: GoTarget) => void;
}

export function Glossary({ course, onGo }: GlossaryProps) {
  const { t } = useTranslation('course');
  const format = useFormat();
  const { glossary } = course;
  return (
    <details className="course__glossary">
      <summary>
        <h2>{t('glossary', { words: format.number(glossary.terms.length) })}</h2>
      </summary>
      <dl {...wordsOf(glossary.language)}>
        {inAlphabet(glossary).map(({ anchor, term, definition }) => (
          <div key={anchor} className="course__term">
            <dt>
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
