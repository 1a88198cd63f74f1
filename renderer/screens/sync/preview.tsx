// What exactly would be sent of what this learner did so far, before anything is.
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Level } from '../../../core/sync/level';
import type { Account } from '../../../core/xapi/statement';
import { ask } from '../../client/client';
import { useSession } from '../../frame/session';
import { Button } from '../../ui/button';
import { Failed } from '../../ui/failed';
import { Waiting } from '../../ui/waiting';
import { StatementList } from './statement-list';
import { usePages } from './use-pages';

interface PreviewProps {
  level: Level;
  account: Account | null;
}

const atOnce = 10;

export function Preview(props: PreviewProps) {
  const { t } = useTranslation('sync');
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="sync__more" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('preview.show')}</summary>
      {isOpen && <Found {...props} />}
    </details>
  );
}

function Found({ level, account }: PreviewProps) {
  const { t } = useTranslation('sync');
  const { learner, language } = useSession();
  const { id } = learner;
  const [isExample, setExample] = useState(false);
  const key = JSON.stringify(account);
  const load = useCallback(
    async (from: number | null) => {
      const found = await ask('sync.preview', {
        ...{ learner: id, language, level, from: from ?? 0, count: atOnce },
        account: JSON.parse(key) as Account | null,
      });
      setExample(found.isExample);
      return { rows: found.statements, next: found.next };
    },
    [id, language, level, key],
  );
  const { rows, isRead, more, state } = usePages(load);
  return (
    <div className="sync__found">
      {!isRead && state.at === 'working' && <Waiting />}
      {isRead && <p>{t(isExample ? 'preview.example' : 'preview.lead')}</p>}
      <StatementList label={t('preview.show')} rows={rows} />
      {more && (
        <div>
          <Button isPending={state.at === 'working'} onPress={more}>
            {t('more')}
          </Button>
        </div>
      )}
      {state.at === 'failed' && <Failed failure={state.failure} retry={state.again} />}
    </div>
  );
}
