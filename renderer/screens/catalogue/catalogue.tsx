// More courses: what the organisation's catalogue offers, from whom, and bringing it here.
import './catalogue.css';
import { RefreshCw } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CatalogueView } from '../../../core/catalogue/views';
import { ask } from '../../client/client';
import { useAction } from '../../client/use-action';
import { useQuery } from '../../client/use-query';
import { paths } from '../../frame/paths';
import { Screen, Shown } from '../../frame/screen';
import { useSession } from '../../frame/session';
import { useFormat } from '../../text/use-format';
import { Button, LinkButton } from '../../ui/button';
import { Failed } from '../../ui/failed';
import { HandOn } from '../../ui/hand-on';
import { Icon } from '../../ui/icon';
import { Notice } from '../../ui/notice';
import { TextField } from '../../ui/text-field';
import { KeyId } from '../pack/signer';
import { CatalogueAddress } from './address';
import { groupsOf, sought } from './catalogue-view';
import { CatalogueFailureWords } from './failure';
import { Lost } from './lost';
import { Offers, Updates } from './offers';
import { offId, standingId } from './places';
import { Question } from './question';

/** With more courses than these, a search is quicker than the eyes. */
const manyOffers = 6;

export function CatalogueScreen() {
  const { t } = useTranslation('catalogue');
  const { language } = useSession();
  const query = useQuery('catalogue.read', { language });
  const isOn = query.state === 'ready' && query.value.address !== null;
  // Asked when a person looks, never by itself.
  useEffect(() => {
    if (isOn) void ask('catalogue.check', {}).catch(() => {});
  }, [isOn]);
  return (
    <Shown query={query}>
      {(view) => (
        <Screen
          title={t('title')}
          heading={
            <>
              <h1 tabIndex={-1}>{t('title')}</h1>
              <p className="screen__lead">{t('lead')}</p>
            </>
          }
        >
          {view.lost && <Lost lost={view.lost} to={[standingId, offId]} />}
          {view.address === null ? <Off /> : <On view={view} />}
          <div>
            <LinkButton look="quiet" href={paths.library()}>
              {t('toLibrary')}
            </LinkButton>
          </div>
        </Screen>
      )}
    </Shown>
  );
}

function Off() {
  const { t } = useTranslation('catalogue');
  return (
    <>
      <Notice id={offId} title={t('off.what')}>
        <p>{t('off.do')}</p>
      </Notice>
      <HandOn to={[standingId]}>
        <CatalogueAddress now={null} />
      </HandOn>
    </>
  );
}

function On({ view }: { view: CatalogueView }) {
  const { t } = useTranslation('catalogue');
  const { failure, question, contents, isChecking } = view;
  return (
    <>
      <Standing view={view} />
      {failure && (
        <Notice kind="warn" title={t('failed')} announced>
          <CatalogueFailureWords failure={failure} />
          <p>{contents ? t('stays') : t('staysCourses')}</p>
          {failure.kind === 'not-a-catalogue' && !view.isManaged && (
            <LinkButton href={paths.settings()}>{t('toSettings')}</LinkButton>
          )}
        </Notice>
      )}
      {question && <Question question={question} isManaged={view.isManaged} />}
      {/* Of a new version each course finds its place anew. */}
      {contents && <Contents key={contents.version} view={view} contents={contents} />}
      {!contents && !question && isChecking && <p role="status">{t('checking')}</p>}
    </>
  );
}

/** Whose catalogue it is, and how old what is shown. */
function Standing({ view }: { view: CatalogueView }) {
  const { t } = useTranslation('catalogue');
  const format = useFormat();
  const { state, run } = useAction();
  const { contents, isChecking, checkedAt, address } = view;
  return (
    <section
      id={standingId}
      className="catalogue__standing"
      aria-label={t('standing')}
      tabIndex={-1}
      data-quiet-focus=""
    >
      <div className="catalogue__whose">
        {contents && (
          <p className="catalogue__name" dir="auto">
            {contents.name}
          </p>
        )}
        <p className="catalogue__address">
          <bdi>{address}</bdi>
        </p>
        {contents?.signer.state === 'known' && (
          <p>{t('signedBy', { name: contents.signer.name })}</p>
        )}
        {contents?.signer.state === 'unknown' && (
          <p>
            {t('signedByNumber')} <KeyId keyId={contents.signer.keyId} />
          </p>
        )}
      </div>
      <div className="catalogue__check">
        <Button isPending={isChecking} onPress={() => void run(() => ask('catalogue.check', {}))}>
          <Icon of={RefreshCw} />
          {t('check')}
        </Button>
        <p role="status" className="catalogue__muted">
          {isChecking
            ? t('checking')
            : checkedAt !== null && t('checkedAt', { time: format.dateTime(checkedAt) })}
        </p>
      </div>
      {state.at === 'failed' && <Failed failure={state.failure} retry={state.again} />}
    </section>
  );
}

interface ContentsProps {
  view: CatalogueView;
  contents: NonNullable<CatalogueView['contents']>;
}

function Contents({ view, contents }: ContentsProps) {
  const { t, i18n } = useTranslation('catalogue');
  const format = useFormat();
  const [words, setWords] = useState('');
  const [places] = useState(() => new Map());
  const { offers, isExpired } = contents;
  const { updates, fresh, here } = groupsOf(sought(offers, words), i18n.language, places);
  const part = { view, isExpired };
  return (
    <>
      {isExpired && (
        <Notice kind="warn" title={t('expired.what', { date: format.date(contents.expires) })}>
          <p>{t('expired.means')}</p>
        </Notice>
      )}
      {offers.length > manyOffers && (
        <div className="catalogue__search">
          <TextField label={t('search')} type="search" value={words} onChange={setWords} />
        </div>
      )}
      {offers.length === 0 && (
        <Notice title={t('none.what')}>
          <p>{t('none.do')}</p>
        </Notice>
      )}
      {words.trim() !== '' && (
        <p role="status" className="catalogue__muted">
          {t('found', {
            count: updates.length + fresh.length + here.length,
            courses: format.number(updates.length + fresh.length + here.length),
          })}
        </p>
      )}
      <Updates offers={updates} {...part} />
      <Offers id="fresh" title={t('new')} offers={fresh} {...part} />
      <Offers id="here" title={t('here')} offers={here} {...part} />
    </>
  );
}
