// What can be done with a course of the catalogue: bring it, update it, leave it as it is, open it, take it away.
import { Download, Pin, PinOff, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfferView } from '../../../core/catalogue/views';
import { ask } from '../../client/client';
import { useAction } from '../../client/use-action';
import { paths } from '../../frame/paths';
import { Button, LinkButton } from '../../ui/button';
import { Failed } from '../../ui/failed';
import { Icon } from '../../ui/icon';

export const titleId = (course: string): string => `offer-${course}`;

/** The button that was pressed goes away: the place is kept. */
const focusTitle = (course: string): void => document.getElementById(titleId(course))?.focus();

interface OfferActionsProps {
  offer: OfferView;
  /** Then nothing more is installed. */
  isExpired: boolean;
}

export function OfferActions({ offer, isExpired }: OfferActionsProps) {
  const { t } = useTranslation('catalogue');
  const [asks, setAsks] = useState(false);
  const { state, run } = useAction();
  const { id, title, here, pinned } = offer;
  const get = () => {
    focusTitle(id);
    void run(() => ask('catalogue.get', { courses: [id] }));
  };
  const pin = () => void run(() => ask('catalogue.pin', { course: id, pinned: !pinned }));
  const keep = () => {
    setAsks(false);
    focusTitle(id);
  };
  if (asks) return <Sure course={id} title={title} onEnd={keep} />;
  return (
    <>
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
  onEnd: () => void;
}

/** The words are those of every course that came as a file. */
function Sure({ course, title, onEnd }: SureProps) {
  const { t } = useTranslation('pack');
  const { state, run } = useAction();
  const remove = async (): Promise<void> => {
    if (await run(() => ask('pack.remove', { course }))) onEnd();
  };
  return (
    <div
      className="pack__sure"
      role="alertdialog"
      aria-labelledby={`sure-${course}`}
      aria-describedby={`means-${course}`}
    >
      <h4 id={`sure-${course}`}>{t('added.sure', { title })}</h4>
      <p id={`means-${course}`}>{t('added.means')}</p>
      <div className="catalogue__buttons">
        <Button autoFocus onPress={onEnd}>
          {t('added.keep')}
        </Button>
        <Button look="danger" isPending={state.at === 'working'} onPress={() => void remove()}>
          {t('added.now')}
        </Button>
      </div>
      {state.at === 'failed' && <Failed failure={state.failure} retry={state.again} />}
    </div>
  );
}
