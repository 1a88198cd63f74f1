// What the learner has set out to do at work: quiet rows that lead to their place, until they are done.
import './promises.css';
import { Square } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { PromiseRow } from '../../../core/views';
import { paths } from '../../frame/paths';
import { wordsOf } from '../../text/languages';
import { useFormat } from '../../text/use-format';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';

/** So many are shown at once. */
const few = 3;

export function Promises({ promises }: { promises: readonly PromiseRow[] }) {
  const { t } = useTranslation('kept');
  const format = useFormat();
  const [isAll, setAll] = useState(false);
  if (promises.length === 0) return null;
  const shown = isAll ? promises : promises.slice(0, few);
  const more = promises.length - shown.length;
  return (
    <section className="promises" aria-labelledby="open-promises">
      <h2 id="open-promises">{t('home.promises')}</h2>
      <ul className="promises__list">
        {shown.map(({ course, lesson, block, item, text, language, lessonTitle }) => (
          <li key={`${course}/${lesson}/${block}/${item}`} className="promises__row">
            <Icon of={Square} />
            <div {...wordsOf(language)}>
              <Link href={paths.lesson(course, lesson, block)}>{text}</Link>
              <p className="promises__from">{lessonTitle}</p>
            </div>
          </li>
        ))}
      </ul>
      {more > 0 && (
        <div>
          <Button look="quiet" onPress={() => setAll(true)}>
            {t('home.more', { count: more, more: format.number(more) })}
          </Button>
        </div>
      )}
    </section>
  );
}
