// A file for those who translate elsewhere, and what came of the one that they sent back.
import { Download, Upload } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TranslationImported } from '../../../core/studio/translation/views';
import { ask } from '../../client/client';
import { useAction } from '../../client/use-action';
import { useFormat } from '../../text/use-format';
import { Button } from '../../ui/button';
import { Failed } from '../../ui/failed';
import { Icon } from '../../ui/icon';
import { Notice } from '../../ui/notice';

export function Exchange({ folder, language }: { folder: string; language: string }) {
  const { t } = useTranslation('translate');
  const working = useAction();
  const [isSaved, setSaved] = useState(false);
  const [came, setCame] = useState<TranslationImported | null>(null);
  const run = (work: () => Promise<void>): void => {
    setSaved(false);
    setCame(null);
    void working.run(work);
  };
  const send = (): void =>
    run(async () => {
      const { saved } = await ask(
        'file.save',
        await ask('translation.export', { folder, language }),
      );
      setSaved(saved);
    });
  const take = (): void =>
    run(async () => {
      const opened = await ask('translation.open', {});
      if (opened) setCame(await ask('translation.import', { folder, language, ...opened }));
    });
  const isBusy = working.state.at === 'working';
  return (
    <section className="page-part" aria-labelledby="exchange">
      <h2 id="exchange">{t('exchange.title')}</h2>
      <p className="screen__lead">{t('exchange.lead')}</p>
      <div className="page-buttons">
        <Button onPress={send} isDisabled={isBusy}>
          <Icon of={Download} size="small" />
          {t('exchange.send')}
        </Button>
        <Button onPress={take} isDisabled={isBusy}>
          <Icon of={Upload} size="small" />
          {t('exchange.take')}
        </Button>
      </div>
      {working.state.at === 'failed' && (
        <Failed failure={working.state.failure} retry={working.state.again} />
      )}
      {isSaved && <Notice kind="right" title={t('exchange.saved')} announced />}
      {came && <Came came={came} />}
    </section>
  );
}

function Came({ came }: { came: TranslationImported }) {
  const { t } = useTranslation('translate');
  const format = useFormat();
  if (!came.isRead) {
    return (
      <Notice kind="wrong" title={t('exchange.unread')} announced>
        <p>
          {came.why === 'form'
            ? t('exchange.noForm')
            : t('exchange.otherLanguage', { language: format.language(came.language) })}
        </p>
      </Notice>
    );
  }
  const { taken, same, stale, misfits } = came;
  const counts = [
    t('exchange.taken', { count: taken, number: format.number(taken) }),
    ...(stale > 0 ? [t('exchange.stale', { count: stale, number: format.number(stale) })] : []),
    ...(same > 0 ? [t('exchange.same', { count: same, number: format.number(same) })] : []),
  ];
  return (
    <Notice kind={misfits.length > 0 || stale > 0 ? 'warn' : 'right'} title={counts[0]} announced>
      {counts.length > 1 && <p>{counts.slice(1).join(' ')}</p>}
      {misfits.length > 0 && (
        <>
          <p>
            {t('exchange.misfits', {
              count: misfits.length,
              number: format.number(misfits.length),
            })}
          </p>
          <ul className="translations__misfits">
            {misfits.map(({ file, source, target, why }, at) => (
              <li key={at}>
                <p className="translations__words">
                  {t(`misfit.${why}`)} <code dir="ltr">{file}</code>
                </p>
                <p dir="auto">{source}</p>
                <p dir="auto">{target}</p>
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
}
