// What the organisation has decided for this computer: each key, where it comes from, and what is wrong with it.
import './managed.css';
import { ClipboardCopy } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PolicyFault, PolicyMistake } from '../../../core/policy/policy';
import type { PolicyView } from '../../../core/policy/views';
import { ask } from '../../client/client';
import { useAction } from '../../client/use-action';
import { useQuery } from '../../client/use-query';
import { useSession } from '../../frame/session';
import { Button } from '../../ui/button';
import { Failed } from '../../ui/failed';
import { Icon } from '../../ui/icon';
import { Notice } from '../../ui/notice';
import { Waiting } from '../../ui/waiting';

export function Managed() {
  const { t } = useTranslation('policy');
  const query = useQuery('policy.read', {});
  return (
    <section className="managed" aria-labelledby="managed">
      <h3 id="managed">{t('title')}</h3>
      {query.state === 'loading' && <Waiting />}
      {query.state === 'failed' && <Failed failure={query.failure} retry={query.retry} />}
      {query.state === 'ready' && <Found policy={query.value} />}
    </section>
  );
}

function Found({ policy }: { policy: PolicyView }) {
  const { t } = useTranslation('policy');
  const { file, fault, rows } = policy;
  if (file === null) return <p>{t('none')}</p>;
  return (
    <>
      <p>{t('lead')}</p>
      {fault && <Fault fault={fault} />}
      {rows.length > 0 && (
        <div className="policies">
          <table aria-labelledby="managed">
            <thead>
              <tr>
                {(['key', 'value', 'source', 'level', 'state'] as const).map((column) => (
                  <th key={column} scope="col">
                    {t(`column.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ key, value, level, mistake }) => (
                <tr key={`${level} ${key}`}>
                  <th scope="row">
                    <code dir="ltr">{key}</code>
                  </th>
                  <td data-label={t('column.value')}>
                    <code dir="ltr">{value}</code>
                  </td>
                  <td data-label={t('column.source')}>
                    <code dir="ltr">{file}</code>
                  </td>
                  <td data-label={t('column.level')}>{t(`level.${level}`)}</td>
                  <td data-label={t('column.state')} data-mistake={mistake ? '' : undefined}>
                    {mistake ? <Mistake mistake={mistake} /> : t('holds')}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {rows.length === 0 && !fault && <p>{t('empty')}</p>}
      <Report policy={policy} />
    </>
  );
}

/** The detail is for who wrote the file, and is not translated. */
function Mistake({ mistake }: { mistake: PolicyMistake }) {
  const { t } = useTranslation('policy');
  return (
    <>
      {t(`mistake.${mistake.kind}`)}
      {'detail' in mistake && (
        <code dir="ltr" className="policies__detail">
          {mistake.detail}
        </code>
      )}
    </>
  );
}

function Fault({ fault }: { fault: PolicyFault }) {
  const { t } = useTranslation('policy');
  const isUntrusted = fault.kind === 'untrusted';
  return (
    <Notice kind="warn" title={t(`fault.${fault.kind}`)}>
      <p>{t(`reason.${fault.reason}`)}</p>
      <p>{t(isUntrusted ? 'faultDo.untrusted' : 'faultDo.unreadable')}</p>
      <code dir="ltr" className="policies__detail">
        {isUntrusted ? fault.path : fault.detail}
      </code>
    </Notice>
  );
}

/** The same for whoever helps, in words that programs read too. */
function Report({ policy: { file, fault, rows } }: { policy: PolicyView }) {
  const { t } = useTranslation('policy');
  const { app } = useSession();
  const { state, run } = useAction();
  const [isCopied, setCopied] = useState(false);
  const copy = (): void =>
    void run(async () => {
      setCopied(false);
      const report = { deskwise: app.version, file, fault, rows };
      await ask('text.copy', { text: JSON.stringify(report, null, 2) });
      setCopied(true);
    });
  return (
    <>
      <div className="settings__buttons">
        <Button onPress={copy}>
          <Icon of={ClipboardCopy} />
          {t('copy')}
        </Button>
      </div>
      <p role="status" className="settings__said">
        {isCopied && t('copied')}
      </p>
      {state.at === 'failed' && <Failed failure={state.failure} retry={state.again} />}
    </>
  );
}
