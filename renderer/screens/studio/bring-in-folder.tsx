// Courses from a folder of Markdown: choosing it, how far it is, and what became of each file.
import { FolderInput } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { ImportView } from '../../../core/views';
import { ask } from '../../client/client';
import { useAction } from '../../client/use-action';
import { useLocks } from '../../client/use-locks';
import { useQuery } from '../../client/use-query';
import { paths } from '../../frame/paths';
import { useFormat } from '../../text/use-format';
import { Button } from '../../ui/button';
import { Failed } from '../../ui/failed';
import { Icon } from '../../ui/icon';
import { LockedButton } from '../../ui/locked';
import { Progress } from '../../ui/progress';

/** A report of ten thousand files is read in a file; this is what a screen can show. */
const mostShown = 200;

export function BringInFolder() {
  const { t } = useTranslation('studio');
  const query = useQuery('import.read', {});
  const choosing = useAction();
  const isLocked = useLocks().imports;
  const words = (
    <>
      <Icon of={FolderInput} size="small" />
      {t('folderIn.choose')}
    </>
  );
  const view: ImportView = query.state === 'ready' ? query.value : { state: 'none' };
  return (
    <section className="page-part" aria-labelledby="bring-in-folder">
      <h2 id="bring-in-folder">{t('folderIn.title')}</h2>
      <p className="screen__lead">{t('folderIn.lead')}</p>
      {view.state === 'running' ? (
        <Running view={view} />
      ) : (
        <div className="page-buttons">
          {isLocked ? (
            <LockedButton>{words}</LockedButton>
          ) : (
            <Button onPress={() => void choosing.run(() => ask('import.choose', {}))}>
              {words}
            </Button>
          )}
        </div>
      )}
      {choosing.state.at === 'failed' && (
        <Failed failure={choosing.state.failure} retry={choosing.state.again} />
      )}
      {view.state === 'cancelled' && <p role="status">{t('folderIn.cancelled')}</p>}
      {view.state === 'failed' && <Failed failure={view.error} />}
      {view.state === 'done' && <Done view={view} />}
    </section>
  );
}

type In<State extends ImportView['state']> = Extract<ImportView, { state: State }>;

function Running({ view: { name, done, of } }: { view: In<'running'> }) {
  const { t } = useTranslation('studio');
  const format = useFormat();
  const words = t('folderIn.files', {
    done: format.number(Math.floor(done)),
    of: format.number(of),
  });
  return (
    <>
      <p role="status">{t('folderIn.running', { name })}</p>
      <Progress done={done} of={of} label={t('folderIn.running', { name })} words={words} />
      <p className="studio__facts">{words}</p>
      <div>
        <Button onPress={() => void ask('import.cancel', {})}>{t('cancel')}</Button>
      </div>
    </>
  );
}

function Done({ view: { courses, counts } }: { view: In<'done'> }) {
  const { t } = useTranslation(['studio', 'exchange-folder', 'exchange']);
  const format = useFormat();
  const report = useQuery('import.report', { from: 0, count: mostShown });
  return (
    <div className="studio__import">
      <p role="status">
        {t('report.sum', {
          kept: format.number(counts.kept),
          changed: format.number(counts.changed),
          left: format.number(counts['left-out']),
        })}
      </p>
      <ul className="studio__made">
        {courses.map((folder) => (
          <li key={folder}>
            <Link href={paths.studio(folder)} dir="auto">
              {folder}
            </Link>
          </li>
        ))}
      </ul>
      {report.state === 'ready' && (
        <details>
          <summary>{t('report.title')}</summary>
          <ol className="studio__report">
            {report.value.entries.map(({ file, line, what, message, values }, at) => (
              <li key={at}>
                <code dir="ltr">
                  {file}:{line}
                </code>{' '}
                · {t(`exchange:what.${what}`)}.{' '}
                {/* `replace`, so that a value called `count` is no plural. */}
                {t(`exchange-folder:message.${message}`, { replace: values })}
              </li>
            ))}
          </ol>
          {report.value.total > report.value.entries.length && (
            <p>
              {t('folderIn.more', {
                count: report.value.total - report.value.entries.length,
                number: format.number(report.value.total - report.value.entries.length),
              })}
            </p>
          )}
        </details>
      )}
    </div>
  );
}
