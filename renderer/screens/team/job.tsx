// What is being read, how far it is, and how it ended.
import { Square } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { JobView, Reading } from '../../../core/team/views';
import { ask } from '../../client/client';
import { useAction } from '../../client/use-action';
import { useFormat } from '../../text/use-format';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { Notice } from '../../ui/notice';
import { SourceFailed } from './source-failed';

export function Job({ job }: { job: JobView }) {
  const { t } = useTranslation('team');
  if (job.state === 'none') return null;
  if (job.state === 'running') return <Running place={job.place} reading={job.reading} />;
  if (job.state === 'roster' || job.state === 'roster-failed') return <ListRead job={job} />;
  if (job.state === 'failed') return <SourceFailed failed={job.failed} />;
  return (
    <Notice
      kind={job.state === 'done' ? 'right' : 'info'}
      title={t(`job.${job.state}`, { place: job.place })}
      announced
    >
      <Counts reading={job.reading} />
    </Notice>
  );
}

function Running({ place, reading }: { place: string; reading: Reading }) {
  const { t } = useTranslation('team');
  const { run } = useAction();
  return (
    <Notice title={place === '' ? t('job.counting') : t('job.running', { place })}>
      <Counts reading={reading} />
      <div>
        <Button onPress={() => void run(() => ask('team.stop', {}))}>
          <Icon of={Square} size="small" />
          {t('job.stop')}
        </Button>
      </div>
    </Notice>
  );
}

function Counts({ reading }: { reading: Reading }) {
  const { t } = useTranslation('team');
  const format = useFormat();
  const rows = (['taken', 'known', 'voided', 'others', 'refused'] as const).filter(
    (each) => reading[each] > 0,
  );
  if (rows.length === 0) return null;
  return (
    <ul className="team__counts">
      {rows.map((each) => (
        <li key={each}>{t(`reading.${each}`, { number: format.number(reading[each]) })}</li>
      ))}
    </ul>
  );
}

function ListRead({ job }: { job: Extract<JobView, { state: 'roster' | 'roster-failed' }> }) {
  const { t } = useTranslation('team');
  const format = useFormat();
  const isRead = job.state === 'roster';
  const left = isRead ? job.left : 0;
  return (
    <Notice
      kind={isRead && left === 0 ? 'right' : 'warn'}
      title={
        isRead
          ? t('people.read', {
              people: format.number(job.people),
              units: format.number(job.units),
            })
          : t('people.failed', { place: job.place })
      }
      announced
    >
      {!isRead && <p>{t('people.failedDo')}</p>}
      {left > 0 && <p>{t('people.left', { lines: format.number(left) })}</p>}
      {job.mistakes.length > 0 && (
        <ul className="team__counts">
          {job.mistakes.map(({ kind, line, detail }) => (
            <li key={line}>{t(`mistake.${kind}`, { line: format.number(line), detail })}</li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
