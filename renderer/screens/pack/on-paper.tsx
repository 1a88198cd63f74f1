// The questions of a course as PDF: a sheet to write on, and one with the answers.
import { Printer } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Paper, papers } from '../../../core/paper/format';
import { type SheetFormat, sheetFormats } from '../../../core/player/formats';
import { useSession } from '../../frame/session';
import { Button } from '../../ui/button';
import { Choices } from '../../ui/choices';
import { Failed } from '../../ui/failed';
import { Icon } from '../../ui/icon';
import { Making } from './making';
import { useMaking } from './use-making';

export function OnPaper({ course }: { course: string }) {
  const { t } = useTranslation('studio');
  const { language } = useSession();
  const [format, setFormat] = useState<SheetFormat>('worksheet');
  const [paper, setPaper] = useState<Paper>('a4');
  const { id, isSaved, starting, start, save, end, choose } = useMaking();
  return (
    <section className="pack__part" aria-labelledby="on-paper">
      <h2 id="on-paper">{t('onPaper.title')}</h2>
      <p>{t('onPaper.lead')}</p>
      <Choices
        label={t('onPaper.sheet')}
        value={format}
        onChange={(value) => {
          setFormat(value);
          choose();
        }}
        choices={sheetFormats.map((value) => ({ value, words: t(`onPaper.as.${value}`) }))}
      />
      <Choices
        label={t('onPaper.size')}
        value={paper}
        onChange={(value) => {
          setPaper(value);
          choose();
        }}
        choices={papers.map((value) => ({ value, words: t(`onPaper.paper.${value}`) }))}
      />
      {id === null ? (
        <div className="pack__buttons">
          <Button
            onPress={() => start({ course, format, language, paper })}
            isDisabled={starting.at === 'working'}
          >
            <Icon of={Printer} />
            {t('onPaper.make')}
          </Button>
        </div>
      ) : (
        <Making id={id} save="sheet.save" isSaved={isSaved} onSaved={save} onEnd={end} />
      )}
      {starting.at === 'failed' && <Failed failure={starting.failure} retry={starting.again} />}
    </section>
  );
}
