// What could not be read was kept aside: when, where, what that means, and what to do about it.
import { useTranslation } from 'react-i18next';
import type { SetAside } from '../../core/set-aside';
import { useAction } from '../client/use-action';
import { useFormat } from '../text/use-format';
import { Button } from './button';
import { Failed } from './failed';
import { HandOn } from './hand-on';
import { Notice } from './notice';

interface SetAsideNoticeProps {
  lost: SetAside;
  what: string;
  means: string;
  todo: string;
  onUnderstood: () => Promise<unknown>;
  /** Where the focus goes then: see HandOn. */
  to: readonly string[];
}

export function SetAsideNotice({ lost, what, means, todo, onUnderstood, to }: SetAsideNoticeProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { state, run } = useAction();
  return (
    <Notice kind="warn" title={what}>
      <p>{means}</p>
      <p>{todo}</p>
      <p>{t('setAside', { date: format.dateTime(lost.at) })}</p>
      <code dir="ltr" className="notice__path">
        {lost.file}
      </code>
      <HandOn to={to}>
        <div>
          <Button onPress={() => void run(onUnderstood)}>{t('understood')}</Button>
        </div>
      </HandOn>
      {state.at === 'failed' && <Failed failure={state.failure} retry={state.again} />}
    </Notice>
  );
}
