// What can be done with a course of the catalogue: bring it, update it, leave it as it is, open it, take it away.
import { Download, Pin, PinOff, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfferView } from '../../../core/catalogue/views';
import { ask } from '../../client/client';
import { useAction } from '../../client/use-action';
import { useQuery } from '../../client/use-query';
import { paths } from '../../frame/paths';
import { Button, LinkButton } from '../../ui/button';
import { Failed } from '../../ui/failed';
import { Icon } from '../../ui/icon';
import { RemoveCourse, Removed } from '../pack/remove-course';

export const titleId = (course: string): string => `offer-${course}`;

/** The button that was pressed goes away: the place is kept. */
export const focusTitle = (course: string): void =>
  document.getElementById(titleId(course))?.focus();

interface OfferActionsProps {
  offer: OfferView;
  /** Then nothing more is installed. */
  isExpired: boolean;
}

export function OfferActions({ offer, isExpired }: OfferActionsProps) {
  const { t } = useTranslation('catalogue');
  const [asks, setAsks] = useState(false);
  /** Since the page was opened. */
  const [removed, setRemoved] = useState<{ keptAt: string | null } | null>(null);
  const { state, run } = useAction();
  const { id, title, here, pinned } = offer;
  const get = () => {
    focusTitle(id);
    setRemoved(null);
    void run(() => ask('catalogue.get', { courses: [id] }));
  };
  const pin = () => void run(() => ask('catalogue.pin', { course: id, pinned: !pinned }));
  const keep = () => {
    setAsks(false);
    focusTitle(id);
  };
  const tell = (keptAt: string | null) => {
    setRemoved({ keptAt });
    keep();
  };
  if (asks) return <Sure course={id} title={title} onKeep={keep} onRemoved={tell} />;
  return (
    <>
      {removed && <Removed title={title} {...removed} />}
      <div className="catalogue__buttons">
        {offer.state === 'new' && !isExpired && (
          <Button onPress={get} aria-label={t('installNamed', { title })}>
            <Icon of={Download} />
            {t('install')}
          </Button>
        )}
        {offer.state === 'update' && !pinned && !isExpired && (
          <Button onPress={get} aria-label={t('updateNamed', { title })}>
            <Icon of={Download} />
            {t('update')}
          </Button>
        )}
        {here && (
          <LinkButton look="quiet" href={paths.course(id)}>
            {t('open')}
          </LinkButton>
        )}
        {here && (
          <Button look="quiet" onPress={pin}>
            <Icon of={pinned ? PinOff : Pin} />
            {pinned ? t('unpin') : t('pin', { version: here.version })}
          </Button>
        )}
        {here?.removable && (
          <Button look="quiet" onPress={() => setAsks(true)}>
            <Icon of={Trash2} />
            {t('remove')}
          </Button>
        )}
      </div>
      {state.at === 'failed' && <Failed failure={state.failure} retry={state.again} />}
    </>
  );
}

interface SureProps {
  course: string;
  title: string;
  onKeep: () => void;
  onRemoved: (keptAt: string | null) => void;
}

/** As on the page of the course: an own version below it, and what was changed by hand, is named. */
function Sure(props: SureProps) {
  const query = useQuery('pack.added', { course: props.course });
  return (
    <RemoveCourse heading="h4" added={query.state === 'ready' ? query.value : null} {...props} />
  );
}
