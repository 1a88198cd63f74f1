// A course file arrives, by double click, from another start, or dropped on the window: its screen opens.
import './arrival.css';
import { FileInput } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { ask, onChanged } from '../../client/client';
import { paths } from '../../frame/paths';
import { firstScreen } from '../../frame/screen';
import { Icon } from '../../ui/icon';

/** The pack whose screen was opened last: leaving it does not lead back there. */
let opened: string | null = null;

export function PackArrival() {
  const [, go] = useLocation();
  useEffect(() => {
    let isThere = true;
    const look = async () => {
      const { reading: view } = await ask('pack.read', {}).catch(() => ({ reading: null }));
      if (!isThere || view === null || view.at === 'none' || view.job === opened) return;
      opened = view.job;
      go(paths.pack());
    };
    // What the app was started with; it can wait until the first screen stands.
    void firstScreen.then(look);
    const stop = onChanged(['packs'], () => void look());
    return () => {
      isThere = false;
      stop();
    };
  }, [go]);
  return <DropHere />;
}

/** Shown while a file is dragged over the window; the preload script hears the drop. */
function DropHere() {
  const { t } = useTranslation('pack');
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const onOver = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) setOver(true);
    };
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onEnd = () => setOver(false);
    window.addEventListener('dragenter', onOver);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onEnd);
    return () => {
      window.removeEventListener('dragenter', onOver);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onEnd);
    };
  }, []);
  if (!isOver) return null;
  return (
    <div className="arrival" aria-hidden>
      <p className="arrival__words">
        <Icon of={FileInput} size="large" />
        {t('drop')}
      </p>
    </div>
  );
}
