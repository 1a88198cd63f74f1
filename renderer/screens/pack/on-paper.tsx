// The questions of a course as PDF: a sheet to write on, and one with the answers.
import { Printer } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Paper, papers } from '../../../core/paper/format';
import { type SheetFormat, sheetFormats } from '../../../core/player/formats';
import { ask, newId } from '../../client/client';
import { useAction } from '../../client/use-action';
import { useSession } from '../../frame/session';
import { Button } from '../../ui/button';
import { Choices } from '../../ui/choices';
import { Failed } from '../../ui/failed';
import { Icon } from '../../ui/icon';
import { Making } from './making';

export function OnPaper({ course }: { course: string }) {
  const { t } = useTranslation('studio');
  const { language } = useSession();
  const [format, setFormat] = useState<SheetFormat>('worksheet');
  const [paper, setPaper] = useState<Paper>('a4');
  const [id, setId] = useState<string | null>(null);
  const starting = useAction();
  const start = (): void => {
    const made = newId();
    void starting.run(async () => {
      await ask('export.start', { export: made, course, format, language, paper });
      setId(made);
    });
  };
  return (
    <section className="pack__part" aria-labelledby="on-paper">
      <h2 id="on-paper">{t('onPaper.title')}</h2>
      <p>{t('onPaper.lead')}</p>
      <Choices
        label={t('onPaper.sheet')}
        value={format}
        onChange={setFormat}
        choices={sheetFormats.map((value) => ({ value, words: t(`onPaper.as.${value}`) }))}
      />
      <Choices
        label={t('onPaper.size')}
        value={paper}
        onChange={setPaper}
        choices={papers.map((value) => ({ value, words: t(`onPaper.paper.${value}`) }))}
      />
      {id === null ? (
        <div className="pack__buttons">
          <Button onPress={start} isDisabled={starting.state.at === 'working'}>
            <Icon of={Printer} />
            {t('onPaper.make')}
          </Button>
        </div>
      ) : (
        <Making id={id} save="sheet.save" onEnd={() => setId(null)} />
      )}
      {starting.state.at === 'failed' && (
        <Failed failure={starting.state.failure} retry={starting.state.again} />
      )}
    </section>
  );
}
