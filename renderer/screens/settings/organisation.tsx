// The organisation's own words: where they come from, which they are, taking others.
import { FileText, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrganisationMistake } from '../../../core/organisation';
import { ask } from '../../client/client';
import { useAction } from '../../client/use-action';
import { useQuery } from '../../client/use-query';
import { useFormat } from '../../text/use-format';
import { Button } from '../../ui/button';
import { Failed } from '../../ui/failed';
import { Icon } from '../../ui/icon';
import { Waiting } from '../../ui/waiting';

export function Organisation() {
  const { t } = useTranslation('organisation');
  const query = useQuery('organisation.read', {});
  const { state, run } = useAction();
  const [outcome, setOutcome] = useState<'taken' | 'notTaken' | null>(null);
  const [refused, setRefused] = useState<OrganisationMistake[]>([]);
  const choose = (): void =>
    void run(async () => {
      setOutcome(null);
      const file = await ask('organisation.open', {});
      if (!file) return;
      const { taken, mistakes } = await ask('organisation.set', file);
      setOutcome(taken ? 'taken' : 'notTaken');
      setRefused(taken ? [] : mistakes);
    });
  const forget = (): void =>
    void run(async () => {
      setOutcome(null);
      setRefused([]);
      await ask('organisation.forget', {});
    });
  const view = query.state === 'ready' ? query.value : null;
  const isOpen = view?.source?.kind !== 'machine';
  return (
    <section className="settings" aria-labelledby="organisation">
      <h2 id="organisation">{t('title')}</h2>
      <p>{t('lead')}</p>
      {query.state === 'loading' && <Waiting />}
      {query.state === 'failed' && <Failed failure={query.failure} retry={query.retry} />}
      {view && (
        <>
          <p>
            {view.source === null
              ? t('empty')
              : t(view.source.kind === 'machine' ? 'isMachine' : 'isOwn')}
          </p>
          {view.source?.kind === 'machine' && <code dir="ltr">{view.source.file}</code>}
          {view.words.length > 0 && (
            <details className="prose__details">
              <summary>{t('used')}</summary>
              <dl className="settings__places">
                {view.words.map(({ key, value }) => (
                  <div key={key} className="settings__place">
                    <dt dir="ltr">{key}</dt>
                    <dd dir="auto">{value}</dd>
                  </div>
                ))}
              </dl>
            </details>
          )}
          <Mistakes mistakes={refused.length > 0 ? refused : view.mistakes} />
        </>
      )}
      {view && isOpen && (
        <div className="settings__buttons">
          <Button onPress={choose}>
            <Icon of={FileText} />
            {t('choose')}
          </Button>
          {view.source !== null && (
            <Button look="quiet" onPress={forget}>
              <Icon of={X} />
              {t('forget')}
            </Button>
          )}
        </div>
      )}
      <p role="status" className="settings__said">
        {outcome && t(outcome)}
      </p>
      {state.at === 'failed' && <Failed failure={state.failure} retry={state.again} />}
    </section>
  );
}

function Mistakes({ mistakes }: { mistakes: readonly OrganisationMistake[] }) {
  const { t } = useTranslation('organisation');
  const format = useFormat();
  if (mistakes.length === 0) return null;
  return (
    <div>
      <p>{t('mistakes')}</p>
      <ul>
        {mistakes.map(({ line, problem, detail }) => (
          <li key={`${line} ${detail}`}>
            {t('mistake', {
              line: format.number(line),
              reason: t(`problem.${problem}`, { detail }),
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}
