// What was not taken, there or here: how many, why, and the entries themselves.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SyncTargetView } from '../../../core/sync/views';
import { useQuery } from '../../client/use-query';
import { useSession } from '../../frame/session';
import { useFormat } from '../../text/use-format';
import { Failed } from '../../ui/failed';
import { Notice } from '../../ui/notice';
import { Waiting } from '../../ui/waiting';
import { StatementList } from './statement-list';

export function Aside({ target }: { target: SyncTargetView }) {
  const { t } = useTranslation('sync');
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  return (
    <Notice
      kind="warn"
      title={t('aside.title', {
        count: target.counts.aside,
        shown: format.number(target.counts.aside),
      })}
    >
      <ul className="sync__reasons">
        {target.aside.map(({ reason, count }) => (
          <li key={reason}>
            {t('aside.reason', { number: format.number(count), reason: t(`reason.${reason}`) })}
          </li>
        ))}
      </ul>
      <p>{t('aside.do')}</p>
      <details className="sync__more" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{t('aside.show')}</summary>
        {isOpen && <Entries id={target.id} />}
      </details>
    </Notice>
  );
}

function Entries({ id }: { id: string }) {
  const { t } = useTranslation('sync');
  const { learner, language } = useSession();
  const query = useQuery('sync.aside', { learner: learner.id, target: id, language });
  if (query.state === 'loading') return <Waiting />;
  if (query.state === 'failed') return <Failed failure={query.failure} retry={query.retry} />;
  return (
    <StatementList
      label={t('aside.show')}
      rows={query.value.rows}
      note={({ reason }) => reason && <p className="sync__hint">{t(`reason.${reason}`)}</p>}
    />
  );
}
