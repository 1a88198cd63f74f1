// What an update would change, lesson by lesson, and what it would not.
import { useTranslation } from 'react-i18next';
import type { LessonChange } from '../../../core/pack/changes';
import type { PackView } from '../../../core/pack/views';
import { wordsOf } from '../../text/languages';
import { useFormat } from '../../text/use-format';
import { Notice } from '../../ui/notice';

export function ChangesList({ pack }: { pack: PackView }) {
  const { t } = useTranslation('pack');
  const { installed, changes, version } = pack;
  return (
    <section className="pack__part" aria-labelledby="pack-changes">
      <h2 id="pack-changes">{t('changes')}</h2>
      {installed === null && <p>{t('isNew')}</p>}
      {installed?.is === 'same' && <p>{t('isSame', { version })}</p>}
      {installed?.is === 'other' && <p>{t('isOther', { version })}</p>}
      {installed?.is === 'older' && <p>{t('isNewer', { from: installed.version, to: version })}</p>}
      {installed && installed.is !== 'same' && (
        <>
          {changes.lessons.length === 0 ? (
            <p>{t('noLessons')}</p>
          ) : (
            <ul className="pack__lessons">
              {changes.lessons.map((lesson) => (
                <Lesson key={`${lesson.change} ${lesson.id}`} lesson={lesson} pack={pack} />
              ))}
            </ul>
          )}
          <Counts words="file" counts={changes.files} />
          {installed.edited.length > 0 && <Edited files={installed.edited} />}
          <Notice>
            <p>{t('keeps')}</p>
          </Notice>
        </>
      )}
    </section>
  );
}

function Lesson({ lesson, pack }: { lesson: LessonChange; pack: PackView }) {
  const { t } = useTranslation('pack');
  const { items, change, title } = lesson;
  const isOnlyWords = change === 'changed' && items.new + items.changed + items.gone === 0;
  return (
    <li className="pack__lesson" data-change={change}>
      <span className="pack__change">{t(`lesson.${change}`)}</span>
      <span className="pack__title" {...wordsOf(pack.language)}>
        {title}
      </span>
      {isOnlyWords && <p className="pack__counts">{t('onlyWords')}</p>}
      {change === 'changed' && <Counts words="item" counts={items} />}
    </li>
  );
}

const kinds = ['changed', 'new', 'gone'] as const;

function Counts({ words, counts }: { words: 'file' | 'item'; counts: LessonChange['items'] }) {
  const { t } = useTranslation('pack');
  const format = useFormat();
  const there = kinds.filter((kind) => counts[kind] > 0);
  if (there.length === 0) return null;
  return (
    <p className="pack__counts">
      {there.map((kind) => (
        <span key={kind}>{t(`${words}.${kind}`, { number: format.number(counts[kind]) })}</span>
      ))}
    </p>
  );
}

/** So many are named; of more, how many there are. */
const few = 5;

export function Edited({ files }: { files: readonly string[] }) {
  const { t } = useTranslation('pack');
  const format = useFormat();
  return (
    <Notice kind="warn" title={t('edited.what')}>
      <p>{t('edited.means')}</p>
      <ul className="pack__files" dir="ltr">
        {files.slice(0, few).map((file) => (
          <li key={file}>
            <code>{file}</code>
          </li>
        ))}
      </ul>
      {files.length > few && <p>{t('edited.all', { number: format.number(files.length) })}</p>}
    </Notice>
  );
}
