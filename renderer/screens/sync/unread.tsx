// What in a shared folder could not be taken in: how much, why, and what to do where there is something.
import { useTranslation } from 'react-i18next';
import type { Unread } from '../../../core/sync/views';
import { useFormat } from '../../text/use-format';
import { Notice } from '../../ui/notice';

const kinds = ['later', 'torn', 'foreign', 'leftAlone'] as const satisfies (keyof Unread)[];

export function UnreadNotice({ unread }: { unread: Unread }) {
  const { t } = useTranslation('sync');
  const format = useFormat();
  return (
    // Only of files that are still to come, something may be missing here.
    <Notice kind={unread.later > 0 ? 'warn' : 'info'} title={t('unread.title')}>
      <ul className="sync__reasons">
        {kinds
          .filter((kind) => unread[kind] > 0)
          .map((kind) => (
            <li key={kind}>{t(`unread.${kind}`, { number: format.number(unread[kind]) })}</li>
          ))}
      </ul>
    </Notice>
  );
}
