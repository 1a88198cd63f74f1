// The figures of a target: as whom, since when, how much arrived and waits.
import { Copy } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SyncTargetView } from '../../../core/sync/views';
import { ownHomePage } from '../../../core/sync/where';
import { ask } from '../../client/client';
import { useFormat } from '../../text/use-format';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';

export function Facts({ target }: { target: SyncTargetView }) {
  const { t } = useTranslation('sync');
  const format = useFormat();
  const { account, counts, last, since, level } = target;
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await ask('text.copy', { text: account.name });
    setCopied(true);
  };
  return (
    <dl className="sync__facts">
      <div>
        <dt>{t('fact.level')}</dt>
        <dd>{t(`level.${level}.name`)}</dd>
      </div>
      <div>
        <dt>{t('fact.last')}</dt>
        <dd>{last === null ? t('fact.never') : format.dateTime(last)}</dd>
      </div>
      <div>
        <dt>{t('fact.delivered')}</dt>
        <dd>{format.number(counts.delivered)}</dd>
      </div>
      <div>
        <dt>{t('fact.waiting')}</dt>
        <dd>{format.number(counts.waiting)}</dd>
      </div>
      <div>
        <dt>{t('fact.since')}</dt>
        <dd>{format.date(since)}</dd>
      </div>
      <div className="sync__code">
        <dt>{t('fact.code')}</dt>
        <dd>
          <code dir="ltr">{account.name}</code>
          {account.homePage !== ownHomePage && (
            <code dir="ltr" className="sync__home">
              {account.homePage}
            </code>
          )}
          <Button look="quiet" onPress={() => void copy()}>
            <Icon of={Copy} size="small" />
            {t('fact.copyCode')}
          </Button>
          <span role="status" className="sync__said">
            {isCopied && t('statement.copied')}
          </span>
        </dd>
        <dd className="sync__hint">{t('fact.codeFor')}</dd>
      </div>
    </dl>
  );
}
