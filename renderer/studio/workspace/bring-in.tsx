// Questions from a file: which format it is in, and what became of each line of it.
import { FileInput } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../core/contract';
import { ask } from '../../client/client';
import { useAction } from '../../client/use-action';
import { Button } from '../../ui/button';
import { Failed } from '../../ui/failed';
import { Icon } from '../../ui/icon';
import { Pick } from '../../ui/pick';
import { ReportList } from './report-list';

interface BringInProps {
  folder: string;
  /** Lessons were made. */
  onMade: (file: string) => void;
}

type Opened = NonNullable<Output<'questions.open'>>;

export function BringIn({ folder, onMade }: BringInProps) {
  const { t } = useTranslation(['studio', 'exchange']);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [format, setFormat] = useState(0);
  const [made, setMade] = useState<Output<'studio.bring-in'> | null>(null);
  const working = useAction();
  const open = (): void => {
    void working.run(async () => {
      setMade(null);
      setFormat(0);
      setOpened(await ask('questions.open', {}));
    });
  };
  const bring = (): void => {
    const chosen = opened?.formats[format];
    if (!opened || chosen === undefined) return;
    void working.run(async () => {
      const { name, text } = opened;
      const result = await ask('studio.bring-in', { folder, name, text, format: chosen });
      setMade(result);
      setOpened(null);
      const [first] = result.files;
      if (first !== undefined) onMade(first);
    });
  };
  return (
    <div className="bring-in">
      <div>
        <Button look="quiet" onPress={open} isDisabled={working.state.at === 'working'}>
          <Icon of={FileInput} size="small" />
          {t('bringIn.open')}
        </Button>
      </div>
      {opened && (
        <div className="bring-in__choose">
          <p className="bring-in__name" dir="auto">
            {opened.name}
          </p>
          <Pick
            label={t('bringIn.format')}
            missingId={null}
            placeholder={t('bringIn.format')}
            options={opened.formats.map((each) => {
              const words = t(`exchange:format.${each}`);
              return { text: words, words, note: null };
            })}
            chosen={format}
            onPick={setFormat}
          />
          <div className="outline__buttons">
            <Button look="primary" onPress={bring} isDisabled={working.state.at === 'working'}>
              {t('bringIn.now')}
            </Button>
            <Button look="quiet" onPress={() => setOpened(null)}>
              {t('cancel')}
            </Button>
          </div>
        </div>
      )}
      {working.state.at === 'failed' && (
        <Failed failure={working.state.failure} retry={working.state.again} />
      )}
      {made && <ReportList report={made.report} onClose={() => setMade(null)} />}
    </div>
  );
}
