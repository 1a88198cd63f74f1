// In the library: the way to a course that somebody gave as a file.
import './pack.css';
import { FileInput, LibraryBig } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../client/client';
import { useAction } from '../../client/use-action';
import { useLocks } from '../../client/use-locks';
import { paths } from '../../frame/paths';
import { Button, LinkButton } from '../../ui/button';
import { Failed } from '../../ui/failed';
import { Icon } from '../../ui/icon';
import { LockedButton } from '../../ui/locked';
import { Removed } from './remove-course';
import { takeRemoved } from './removed';

export function AddCourse() {
  const { t } = useTranslation('pack');
  const { state, run } = useAction();
  const isLocked = useLocks().imports;
  const words = (
    <>
      <Icon of={FileInput} />
      {t('add')}
    </>
  );
  const [removed, setRemoved] = useState<ReturnType<typeof takeRemoved>>(null);
  // Said after the page stands: what is there from the start is not read out.
  useEffect(() => setRemoved(takeRemoved()), []);
  return (
    <>
      <div className="pack__buttons">
        {isLocked ? (
          <LockedButton>{words}</LockedButton>
        ) : (
          <Button onPress={() => void run(() => ask('pack.inspect', {}))}>{words}</Button>
        )}
        <LinkButton href={paths.catalogue()}>
          <Icon of={LibraryBig} />
          {t('more')}
        </LinkButton>
      </div>
      {removed && <Removed {...removed} />}
      {state.at === 'failed' && <Failed failure={state.failure} />}
    </>
  );
}
