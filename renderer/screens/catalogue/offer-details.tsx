// What is in a course of the catalogue, and what an update changes: opened by who wants to know.
import { useTranslation } from 'react-i18next';
import type { OfferChanges, OfferView } from '../../../core/catalogue/views';
import { wordsOf } from '../../text/languages';
import { useFormat } from '../../text/use-format';

/** An index names lessons in the course's own language only. */
const languageOfLessons = ({ languages, language }: OfferView): string => languages[0] ?? language;

export function OfferDetails({ offer }: { offer: OfferView }) {
  const { t } = useTranslation('catalogue');
  const { changes, lessons, here } = offer;
  return (
    <details className="catalogue__details">
      <summary>{changes ? t('changes') : t('contents')}</summary>
      {changes ? (
        <Changes changes={changes} offer={offer} />
      ) : (
        <ol className="catalogue__lessons" {...wordsOf(languageOfLessons(offer))}>
          {/* By their places: two lessons may have one title. */}
          {lessons.map((title, at) => (
            <li key={at}>{title}</li>
          ))}
        </ol>
      )}
      {changes && here && here.edited > 0 && <p>{t('edited')}</p>}
    </details>
  );
}

function Changes({ changes, offer }: { changes: OfferChanges; offer: OfferView }) {
  const { t } = useTranslation('catalogue');
  const format = useFormat();
  const { lessons, files } = changes;
  const counts = (['changed', 'new', 'gone'] as const).filter((change) => files[change] > 0);
  return (
    <>
      {lessons.length === 0 && <p>{t('noLessons')}</p>}
      <ul className="catalogue__lessons">
        {lessons.map(({ title, change }, at) => (
          <li key={at}>
            <span className="catalogue__change" data-change={change}>
              {t(`lesson.${change}`)}
            </span>{' '}
            <bdi {...wordsOf(languageOfLessons(offer))}>{title}</bdi>
          </li>
        ))}
      </ul>
      <p className="catalogue__muted">
        {format.list(
          counts.map((change) => t(`file.${change}`, { number: format.number(files[change]) })),
        )}
      </p>
      <p>{t('keeps')}</p>
    </>
  );
}
