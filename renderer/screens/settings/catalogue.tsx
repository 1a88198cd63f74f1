// Where more courses come from: the address, whose key is trusted, and switching it off.
import { LibraryBig, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { CatalogueView } from '../../../core/catalogue/views';
import { ask } from '../../client/client';
import { useAction } from '../../client/use-action';
import { useQuery } from '../../client/use-query';
import { paths } from '../../frame/paths';
import { useSession } from '../../frame/session';
import { Button, LinkButton } from '../../ui/button';
import { Failed } from '../../ui/failed';
import { HandOn } from '../../ui/hand-on';
import { Icon } from '../../ui/icon';
import { Waiting } from '../../ui/waiting';
import { CatalogueAddress } from '../catalogue/address';
import { Lost } from '../catalogue/lost';
import { KeyId } from '../pack/signer';

const saidId = 'catalogue-said';

export function CatalogueSettings() {
  const { t } = useTranslation('catalogue');
  const { language } = useSession();
  const query = useQuery('catalogue.read', { language });
  return (
    <section className="settings" aria-labelledby="catalogue">
      <h2 id="catalogue">{t('title')}</h2>
      <p>{t('settings.lead')}</p>
      {query.state === 'loading' && <Waiting />}
      {query.state === 'failed' && <Failed failure={query.failure} retry={query.retry} />}
      {query.state === 'ready' && <Choice view={query.value} />}
    </section>
  );
}

function Choice({ view }: { view: CatalogueView }) {
  const { t } = useTranslation('catalogue');
  const [, go] = useLocation();
  const { state, run } = useAction();
  const [isOff, setOff] = useState(false);
  const { address, isManaged, contents, lost } = view;
  return (
    <>
      {lost && <Lost lost={lost} to={[saidId]} />}
      {isManaged ? (
        <>
          <p>{t(address === null ? 'settings.forbidden' : 'settings.managed')}</p>
          {address !== null && <code dir="ltr">{address}</code>}
        </>
      ) : (
        // What it answers, and whose key it is, is said there.
        <CatalogueAddress key={address} now={address} onSet={() => go(paths.catalogue())} />
      )}
      {contents && contents.signer.state !== 'none' && (
        <div>
          <p>
            {contents.signer.state === 'known'
              ? t('settings.trustedName', { catalogue: contents.name, name: contents.signer.name })
              : t('settings.trusted', { catalogue: contents.name })}
          </p>
          <KeyId keyId={contents.signer.keyId} />
        </div>
      )}
      {address !== null && (
        <div className="settings__buttons">
          <LinkButton href={paths.catalogue()}>
            <Icon of={LibraryBig} />
            {t('settings.show')}
          </LinkButton>
          {!isManaged && (
            <HandOn to={[saidId]}>
              <Button
                look="quiet"
                onPress={() => void run(() => ask('catalogue.forget', {})).then(setOff)}
              >
                <Icon of={X} />
                {t('settings.off')}
              </Button>
            </HandOn>
          )}
        </div>
      )}
      <p id={saidId} role="status" className="settings__said" tabIndex={-1} data-quiet-focus="">
        {isOff && address === null && t('settings.isOff')}
      </p>
      {state.at === 'failed' && <Failed failure={state.failure} retry={state.again} />}
    </>
  );
}
