// Switching sync on: where to, as whom, how much, what exactly that is, a test, and the consent.
import '../../ui/page.css';
import './sync.css';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { SyncView } from '../../../core/sync/views';
import { ask, newId } from '../../client/client';
import { useAction } from '../../client/use-action';
import { useQuery } from '../../client/use-query';
import { paths } from '../../frame/paths';
import { Screen, Shown } from '../../frame/screen';
import { useSession } from '../../frame/session';
import { Button, LinkButton } from '../../ui/button';
import { Choices } from '../../ui/choices';
import { Failed } from '../../ui/failed';
import { Notice } from '../../ui/notice';
import { AccountFields } from './account-fields';
import { FolderField } from './folder-field';
import { LevelField } from './level-field';
import { Preview } from './preview';
import { ServerFields } from './server-fields';
import { SetUpSecret } from './set-up-secret';
import { accountOf, emptyForm, type Form, mistakesIn, secretAddress, whereOf } from './set-up-view';
import { Tried } from './tried';

export function SetUpSync({ kind }: { kind: 'lrs' | 'folder' }) {
  const { learner } = useSession();
  const query = useQuery('sync.read', { learner: learner.id });
  return <Shown query={query}>{(view) => <SetUp kind={kind} view={view} />}</Shown>;
}

function SetUp({ kind, view }: { kind: 'lrs' | 'folder'; view: SyncView }) {
  const { t } = useTranslation('sync');
  const { learner } = useSession();
  const [, go] = useLocation();
  const { rules, trial } = view;
  const target = useMemo(newId, []);
  const [form, setForm] = useState(() => emptyForm(rules, kind));
  const [isAsked, setAsked] = useState(false);
  /** False where the system has no place for secrets. */
  const [isKept, setKept] = useState(true);
  const top = useRef<HTMLFormElement>(null);
  const { state, run } = useAction();
  const proposed = rules.target?.kind === 'folder' ? rules.target.place : null;
  const folder = rules.target?.isLocked ? proposed : (view.chosenFolder ?? proposed);
  const mistakes = isAsked ? mistakesIn(form, kind, folder) : [];
  const change = (changes: Partial<Form>) => setForm((before) => ({ ...before, ...changes }));
  const where = whereOf(form, kind);
  const account = accountOf(form, rules);

  const typed = useRef(form);
  useEffect(() => {
    typed.current = form;
  });
  const secret = useMemo(
    () =>
      new SetUpSecret({
        keep: () => {
          const { user, password } = typed.current;
          const address = secretAddress(typed.current);
          return ask('secret.keep', { target, address, user: user.trim(), password });
        },
        forget: () => ask('secret.forget', { target }),
        isInUse: async () => {
          const { targets } = await ask('sync.read', { learner: learner.id });
          return targets.some(({ id }) => id === target);
        },
      }),
    [target, learner.id],
  );
  useEffect(() => {
    secret.enter();
    return () => void secret.leave();
  }, [secret]);
  const keepSecret = async (): Promise<void> => {
    if (kind === 'lrs') setKept(await secret.keep());
  };
  const check = (work: () => Promise<unknown>): void => {
    setAsked(true);
    if (mistakesIn(form, kind, folder).length === 0) void run(work);
    else {
      // Once the words of what is missing stand there.
      requestAnimationFrame(() =>
        top.current?.querySelector<HTMLElement>('[data-invalid] input, [data-invalid]')?.focus(),
      );
    }
  };
  const tryIt = () =>
    check(async () => {
      await keepSecret();
      await ask('sync.try', { learner: learner.id, target, where, account });
    });
  const begin = () =>
    check(async () => {
      await keepSecret();
      const { level, past } = form;
      await ask('sync.set-up', { learner: learner.id, target, where, account, level, past });
      if (!secret.hasLeft) go(paths.sync());
    });

  return (
    <Screen
      narrow
      title={t(`way.${kind}.title`)}
      heading={<h1 tabIndex={-1}>{t(`way.${kind}.title`)}</h1>}
    >
      <p>{t(`way.${kind}.what`)}</p>
      <form
        ref={top}
        className="sync__form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          begin();
        }}
      >
        <section className="page-part" aria-labelledby="where">
          <h2 id="where">{t('setUp.where')}</h2>
          {kind === 'lrs' ? (
            <ServerFields form={form} rules={rules} mistakes={mistakes} onChange={change} />
          ) : (
            <FolderField
              folder={folder}
              isLocked={rules.target?.isLocked ?? false}
              isMissing={mistakes.includes('folder')}
            />
          )}
          <div className="page-buttons">
            <Button isPending={state.at === 'working'} onPress={tryIt}>
              {t('try.do')}
            </Button>
          </div>
          {trial?.target === target && <Tried outcome={trial.outcome} kind={kind} again={tryIt} />}
          {!isKept && (
            <Notice kind="warn" title={t('secret.unkept.what')} announced>
              <p>{t('secret.unkept.do')}</p>
            </Notice>
          )}
        </section>
        <section className="page-part" aria-labelledby="who">
          <h2 id="who">{t('setUp.who')}</h2>
          <AccountFields form={form} rules={rules} mistakes={mistakes} onChange={change} />
        </section>
        <section className="page-part" aria-labelledby="much">
          <h2 id="much">{t('setUp.much')}</h2>
          <LevelField rules={rules} level={form.level} onChange={(level) => change({ level })} />
          <Choices
            label={t('past.label')}
            value={form.past ? 'all' : 'new'}
            onChange={(value) => change({ past: value === 'all' })}
            choices={(['all', 'new'] as const).map((value) => ({
              value,
              words: t(`past.${value}`),
            }))}
          />
          <Preview level={form.level} account={account} />
        </section>
        <section className="page-part" aria-labelledby="consent">
          <h2 id="consent">{t('setUp.consent')}</h2>
          <p>{t('consent.agree')}</p>
          <p>{t(`consent.${kind}`)}</p>
          <div className="page-buttons">
            <Button type="submit" look="primary" isPending={state.at === 'working'}>
              {t('consent.begin')}
            </Button>
            <LinkButton look="quiet" href={paths.sync()}>
              {t('consent.leave')}
            </LinkButton>
          </div>
          {state.at === 'failed' && <Failed failure={state.failure} retry={state.again} />}
        </section>
      </form>
    </Screen>
  );
}
