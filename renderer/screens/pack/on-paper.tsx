// The questions of a course as PDF: a sheet to write on, and one with the answers.
import { Printer } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Paper, papers } from '../../../core/paper/format';
import { type SheetFormat, sheetFormats } from '../../../core/player/formats';
import { Choices } from '../../ui/choices';
import { MakeFile, type SharedCourse } from './make-file';

export function OnPaper(shared: SharedCourse) {
  const { t } = useTranslation('studio');
  const [format, setFormat] = useState<SheetFormat>('worksheet');
  const [paper, setPaper] = useState<Paper>('a4');
  return (
    <MakeFile
      {...shared}
      kind="on-paper"
      order={{ format, paper }}
      save="sheet.save"
      icon={Printer}
      words={{ title: t('onPaper.title'), lead: t('onPaper.lead'), make: t('onPaper.make') }}
    >
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
    </MakeFile>
  );
}
