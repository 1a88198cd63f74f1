// Sync is off: what it is for, the two ways, and what would leave the computer.
import { FolderSync, Server } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { SyncRules } from '../../../core/sync/views';
import { paths } from '../../frame/paths';
import { LinkButton } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { Notice } from '../../ui/notice';
import { LevelTable } from './level-table';
import { offId } from './places';

const ways = [
  ['lrs', Server],
  ['folder', FolderSync],
] as const;

export function Off({ rules }: { rules: SyncRules }) {
  const { t } = useTranslation('sync');
  const { most, target } = rules;
  const offered = ways.filter(([kind]) => !target?.isLocked || target.kind === kind);
  return (
    <>
      <Notice id={offId} kind="right" title={t('off.title')}>
        <p>{t('off.lead')}</p>
      </Notice>
      {most === 'off' ? (
        <Notice kind="info" title={t('off.forbidden')} />
      ) : (
        <section className="page-part" aria-labelledby="ways">
          <h2 id="ways">{t('off.ways')}</h2>
          {target && (
            <Notice kind="info" title={t(target.isLocked ? 'off.fixed' : 'off.proposed')}>
              <code dir="ltr" className="sync__place">
                {target.place}
              </code>
            </Notice>
          )}
          <ul className="tiles">
            {offered.map(([kind, icon]) => (
              <li key={kind}>
                <div className="tile sync__way">
                  <h3>
                    <Icon of={icon} />
                    {t(`way.${kind}.title`)}
                  </h3>
                  <p>{t(`way.${kind}.what`)}</p>
                  <div>
                    <LinkButton look="primary" href={paths.setUpSync(kind)}>
                      {t(`way.${kind}.begin`)}
                    </LinkButton>
                  </div>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="page-part" aria-labelledby="leaves">
        <h2 id="leaves">{t('leaves.title')}</h2>
        <p>{t('leaves.lead')}</p>
        <LevelTable labelledBy="leaves" />
        <p>{t('leaves.never')}</p>
      </section>
    </>
  );
}
