// One course of the catalogue: what it is, what it would change, and what can be done with it.
import { useTranslation } from 'react-i18next';
import type { CatalogueView, OfferOutcome, OfferView } from '../../../core/catalogue/views';
import { ask } from '../../client/client';
import { useAction } from '../../client/use-action';
import { wordsOf } from '../../text/languages';
import { useFormat } from '../../text/use-format';
import { Button } from '../../ui/button';
import { Failed } from '../../ui/failed';
import { MandateMark } from '../../ui/mandate';
import { Notice } from '../../ui/notice';
import { Progress } from '../../ui/progress';
import { useSize } from '../pack/use-size';
import { outcomeOf } from './catalogue-view';
import { CourseFailureWords } from './failure';
import { focusTitle, OfferActions, titleId } from './offer-actions';
import { OfferDetails } from './offer-details';

interface OfferProps {
  offer: OfferView;
  view: CatalogueView;
  isExpired: boolean;
}

export function Offer({ offer, view, isExpired }: OfferProps) {
  const { t } = useTranslation('catalogue');
  const format = useFormat();
  const size = useSize();
  const { id, title, here, state, toFetch, bytes } = offer;
  const outcome = outcomeOf(offer, view.outcomes);
  const isWorking = view.work?.course === id;
  const isWaiting = view.waiting.includes(id);
  const isWanted = state === 'new' || state === 'update';
  return (
    <article className="catalogue__offer" aria-labelledby={titleId(id)}>
      <div {...wordsOf(offer.language)}>
        <h3 id={titleId(id)} tabIndex={-1} className="catalogue__title">
          {title}
        </h3>
        <p className="catalogue__summary">{offer.summary}</p>
      </div>
      <p className="screen__facts catalogue__facts">
        <span>
          {state === 'update' && here && here.version !== offer.version
            ? t('fromTo', { from: here.version, to: offer.version })
            : t('version', { version: here?.version ?? offer.version })}
        </span>
        <span>
          {t('lessons', {
            count: offer.lessons.length,
            lessons: format.number(offer.lessons.length),
          })}
        </span>
        <span>{format.minutes(offer.minutes)}</span>
        <span>{format.list(offer.languages.map(format.language))}</span>
        <span>
          {isWanted && toFetch !== null && toFetch !== bytes
            ? t('toFetch', { fetch: size(toFetch), size: size(bytes) })
            : size(bytes)}
        </span>
      </p>
      {offer.mandatory && (
        <p>
          {/* When it is due stands on Home, for the person whom it is due from. */}
          <MandateMark mandate={{ due: null, overdue: false }} />
        </p>
      )}
      <SignedBy offer={offer} />
      {state === 'newer-here' && here && <p>{t('newerHere', { version: offer.version })}</p>}
      {offer.pinned && here && <p>{t('pinned', { version: here.version })}</p>}
      <OfferDetails offer={offer} />
      {isWorking && view.work && <Coming work={view.work} />}
      {isWaiting && <p role="status">{t('waiting')}</p>}
      {outcome && !isWorking && !isWaiting && <Outcome outcome={outcome} title={title} />}
      {!isWorking && !isWaiting && <OfferActions offer={offer} isExpired={isExpired} />}
    </article>
  );
}

function SignedBy({ offer: { signer, here } }: { offer: OfferView }) {
  const { t } = useTranslation('catalogue');
  return (
    <>
      <p className="catalogue__muted">
        {signer.state === 'none' && t('signer.none')}
        {signer.state === 'unknown' && t('signer.unknown')}
        {signer.state === 'known' && t('signer.known', { name: signer.name })}
      </p>
      {here?.signer && (
        <Notice kind="warn" title={t('otherSigner.what')}>
          <p>{t('otherSigner.do')}</p>
        </Notice>
      )}
    </>
  );
}

function Coming({ work }: { work: NonNullable<CatalogueView['work']> }) {
  const { t } = useTranslation('catalogue');
  const size = useSize();
  const { state, run } = useAction();
  const stop = () => {
    focusTitle(work.course);
    void run(() => ask('catalogue.stop', {}));
  };
  const words =
    work.of > 0 ? t('fetched', { done: size(work.done), of: size(work.of) }) : t('ready');
  return (
    <div className="catalogue__coming">
      <Progress done={work.done} of={work.of} label={t('fetchedLabel')} words={words} />
      <p>{words}</p>
      <div>
        <Button onPress={stop}>{t('stop')}</Button>
      </div>
      {state.at === 'failed' && <Failed failure={state.failure} />}
    </div>
  );
}

function Outcome({ outcome, title }: { outcome: OfferOutcome; title: string }) {
  const { t } = useTranslation('catalogue');
  if (outcome.at === 'installed') {
    return (
      <Notice kind="right" title={t('installed', { version: outcome.version })} announced>
        {outcome.keptAt !== null && (
          <>
            <p>{t('keptAt')}</p>
            <code dir="ltr" className="catalogue__path">
              {outcome.keptAt}
            </code>
          </>
        )}
      </Notice>
    );
  }
  return (
    <Notice kind="wrong" title={t('notInstalled', { title })} announced>
      <CourseFailureWords failure={outcome.failure} />
      <p>{t('unchanged')}</p>
    </Notice>
  );
}
