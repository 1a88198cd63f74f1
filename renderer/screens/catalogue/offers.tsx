// The courses of a catalogue in their groups, and all updates at once.
import { Download } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CatalogueView, OfferView } from '../../../core/catalogue/views';
import { ask } from '../../client/client';
import { useAction } from '../../client/use-action';
import { useFormat } from '../../text/use-format';
import { Button } from '../../ui/button';
import { Failed } from '../../ui/failed';
import { Icon } from '../../ui/icon';
import { useSize } from '../pack/use-size';
import { bytesOf, isUpdate } from './catalogue-view';
import { Offer } from './offer';

interface Part {
  offers: readonly OfferView[];
  view: CatalogueView;
  isExpired: boolean;
}

const headingId = (part: string): string => `catalogue-${part}`;

export function Updates(part: Part) {
  const { t } = useTranslation('catalogue');
  const format = useFormat();
  const size = useSize();
  const { state, run } = useAction();
  const { offers, view, isExpired } = part;
  const waiting = offers.filter(
    (offer) =>
      isUpdate(offer) && view.work?.course !== offer.id && !view.waiting.includes(offer.id),
  );
  const bytes = bytesOf(waiting);
  const getAll = () => {
    // The button goes away: the place is kept.
    document.getElementById(headingId('updates'))?.focus();
    void run(() => ask('catalogue.get', { courses: waiting.map(({ id }) => id) }));
  };
  return (
    <Offers id="updates" title={t('updates')} {...part}>
      {waiting.length > 1 && !isExpired && (
        <div className="catalogue__buttons">
          <Button look="primary" onPress={getAll}>
            <Icon of={Download} />
            {bytes === null
              ? t('updateAll', { number: format.number(waiting.length) })
              : t('updateAllSize', { number: format.number(waiting.length), size: size(bytes) })}
          </Button>
        </div>
      )}
      {state.at === 'failed' && <Failed failure={state.failure} />}
    </Offers>
  );
}

interface OffersProps extends Part {
  id: string;
  title: string;
  children?: ReactNode;
}

export function Offers({ id, title, offers, view, isExpired, children }: OffersProps) {
  if (offers.length === 0) return null;
  return (
    <section className="catalogue__part" aria-labelledby={headingId(id)}>
      <h2 id={headingId(id)} tabIndex={-1}>
        {title}
      </h2>
      {children}
      <ul className="catalogue__offers">
        {offers.map((offer) => (
          <li key={offer.id}>
            <Offer offer={offer} view={view} isExpired={isExpired} />
          </li>
        ))}
      </ul>
    </section>
  );
}
