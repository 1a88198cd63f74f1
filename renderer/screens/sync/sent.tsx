// What left this computer for one place, statement by statement, by day, to be read, copied and kept.
import '../../ui/page.css';
import './sync.css';
import { Download } from 'lucide-react';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SentRow } from '../../../core/sync/views';
import { ask } from '../../client/client';
import { useAction } from '../../client/use-action';
import { paths } from '../../frame/paths';
import { Screen } from '../../frame/screen';
import { useSession } from '../../frame/session';
import { useFormat } from '../../text/use-format';
import { Button, LinkButton } from '../../ui/button';
import { Failed } from '../../ui/failed';
import { Icon } from '../../ui/icon';
import { TextField } from '../../ui/text-field';
import { Waiting } from '../../ui/waiting';
import { dayAsTimes } from './state-view';
import { StatementList } from './statement-list';
import { usePages } from './use-pages';

const atOnce = 50;
const mostAtOnce = 500;

export function SyncSent({ target }: { target: string }) {
  const { t } = useTranslation('sync');
  const { learner, language } = useSession();
  const { id } = learner;
  const [day, setDay] = useState('');
  const read = useCallback(
    (before: number | null, count: number) =>
      ask('sync.sent', {
        ...{ learner: id, target, language, before, count },
        within: dayAsTimes(day),
      }),
    [id, target, language, day],
  );
  const load = useCallback((before: number | null) => read(before, atOnce), [read]);
  const { rows, isRead, more, state } = usePages<SentRow>(load);
  return (
    <Screen narrow title={t('sent.title')} heading={<h1 tabIndex={-1}>{t('sent.title')}</h1>}>
      <p>{t('sent.lead')}</p>
      <TextField
        type="date"
        label={t('sent.day')}
        hint={t('sent.dayHint')}
        validationBehavior="aria"
        value={day}
        onChange={setDay}
      />
      <Save read={read} isEmpty={rows.length === 0} />
      {!isRead && state.at === 'working' && <Waiting />}
      {isRead && rows.length === 0 && <p role="status">{t('sent.none')}</p>}
      <StatementList
        label={t('sent.title')}
        rows={rows}
        note={(row) => (
          <p className="sync__hint">
            <Note row={row} />
          </p>
        )}
      />
      {more && (
        <div>
          <Button isPending={state.at === 'working'} onPress={more}>
            {t('more')}
          </Button>
        </div>
      )}
      {state.at === 'failed' && <Failed failure={state.failure} retry={state.again} />}
      <div>
        <LinkButton look="quiet" href={paths.sync()}>
          {t('sent.back')}
        </LinkButton>
      </div>
    </Screen>
  );
}

function Note({ row: { state, at, reason, isVoided } }: { row: SentRow }) {
  const { t } = useTranslation('sync');
  const format = useFormat();
  if (state === 'waiting' || at === null) return t('row.waiting');
  const when = format.dateTime(at);
  if (state === 'aside') {
    return t('row.aside', { when, reason: reason === null ? '' : t(`reason.${reason}`) });
  }
  return t(isVoided ? 'row.voided' : 'row.delivered', { when });
}

interface SaveProps {
  read: (before: number | null, count: number) => Promise<{ rows: SentRow[]; next: number | null }>;
  isEmpty: boolean;
}

/** All of them, of the chosen day, in one file. */
function Save({ read, isEmpty }: SaveProps) {
  const { t } = useTranslation('sync');
  const { state, run } = useAction();
  const [isSaved, setSaved] = useState(false);
  const save = () =>
    void run(async () => {
      setSaved(false);
      const all: string[] = [];
      let before: number | null = null;
      do {
        const { rows, next } = await read(before, mostAtOnce);
        all.push(...rows.map(({ json }) => json));
        before = next;
      } while (before !== null);
      const text = `[\n${all.join(',\n')}\n]\n`;
      const { saved } = await ask('file.save', { name: t('sent.file'), text });
      setSaved(saved);
    });
  return (
    <div className="page-buttons">
      <Button isDisabled={isEmpty} isPending={state.at === 'working'} onPress={save}>
        <Icon of={Download} />
        {t('sent.save')}
      </Button>
      <span role="status" className="sync__said">
        {isSaved && t('sent.saved')}
      </span>
      {state.at === 'failed' && <Failed failure={state.failure} retry={state.again} />}
    </div>
  );
}
