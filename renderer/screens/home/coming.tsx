// A mandatory course that is not on this computer: on its way from the catalogue, or why it does not come.
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Coming, ComingRow } from '../../../core/catalogue/coming';
import { paths } from '../../frame/paths';
import { wordsOf } from '../../text/languages';
import { MandateMark } from '../../ui/mandate';
import { Progress } from '../../ui/progress';
import { CourseFailureWords } from '../catalogue/failure';
import { useSize } from '../pack/use-size';

export function ComingCourse({ row: { course, title, language, mandate, coming } }: Props) {
  return (
    <li className="promises__row">
      <div className="promises__coming">
        {title === null || language === null ? (
          <p className="promises__id">
            <bdi>{course}</bdi>
          </p>
        ) : (
          <p {...wordsOf(language)}>{title}</p>
        )}
        <p className="promises__from">
          <MandateMark mandate={mandate} />
        </p>
        <How coming={coming} />
      </div>
    </li>
  );
}

interface Props {
  row: ComingRow;
}

function How({ coming }: { coming: Coming }) {
  const { t } = useTranslation('catalogue');
  switch (coming.at) {
    case 'waiting':
      return <p>{t('coming.waiting')}</p>;
    case 'fetching':
      return <Fetching {...coming} />;
    case 'stopped':
      return <Asks words={t('coming.stopped')} />;
    case 'unknown-key':
      return <Asks words={t('coming.unknown-key')} />;
    case 'not-offered':
      return <p>{t('coming.not-offered')}</p>;
    case 'failed':
      return (
        <>
          <p>{t('coming.failed')}</p>
          <CourseFailureWords failure={coming.failure} />
          <Asks words={t('coming.again')} />
        </>
      );
  }
}

function Fetching({ done, of }: { done: number; of: number }) {
  const { t } = useTranslation('catalogue');
  const size = useSize();
  const words = of > 0 ? t('fetched', { done: size(done), of: size(of) }) : t('ready');
  return (
    <>
      <p>{t('coming.waiting')}</p>
      <Progress done={done} of={of} label={t('fetchedLabel')} words={words} />
      <p className="promises__from">{words}</p>
    </>
  );
}

/** What to do is done on the page of the catalogue, which looks anew when it opens. */
function Asks({ words }: { words: string }) {
  const { t } = useTranslation('catalogue');
  return (
    <p>
      {words} <Link href={paths.catalogue()}>{t('coming.open')}</Link>
    </p>
  );
}
