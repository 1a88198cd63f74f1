// A course for other systems: a page for any browser, or a package for a learning platform.
import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ExportFormat, exportFormats } from '../../../core/player/formats';
import { Choices } from '../../ui/choices';
import { MakeFile, type SharedCourse } from './make-file';

export function Elsewhere(shared: SharedCourse) {
  const { t } = useTranslation('studio');
  const [format, setFormat] = useState<ExportFormat>('html');
  return (
    <MakeFile
      {...shared}
      kind="elsewhere"
      order={{ format }}
      save="export.save"
      icon={Download}
      words={{
        title: t('elsewhere.title'),
        lead: t('elsewhere.lead'),
        make: t('elsewhere.make'),
      }}
    >
      <Choices
        label={t('elsewhere.format')}
        value={format}
        onChange={setFormat}
        choices={exportFormats.map((value) => ({ value, words: t(`elsewhere.as.${value}`) }))}
      />
      <p>{t('elsewhere.answers')}</p>
    </MakeFile>
  );
}
