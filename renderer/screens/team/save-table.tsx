// Saves a table that is shown, as CSV or as a workbook.
import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type TableFormat, tableFormats } from '../../../core/table-formats';
import { ask } from '../../client/client';
import { useAction } from '../../client/use-action';
import { Button } from '../../ui/button';
import { Failed } from '../../ui/failed';
import { Icon } from '../../ui/icon';
import type { Cell } from './team-view';

interface SaveTableProps {
  /** Of the table, for who listens. */
  of: string;
  /** Of the file, without its ending. */
  file: string;
  rows: () => Cell[][] | Promise<Cell[][]>;
}

export function SaveTable({ of, file, rows }: SaveTableProps) {
  const { t } = useTranslation('team');
  const { state, run } = useAction();
  const [isSaved, setSaved] = useState(false);
  const save = (format: TableFormat) =>
    void run(async () => {
      setSaved(false);
      const { saved } = await ask('table.save', { name: file, format, rows: await rows() });
      setSaved(saved);
    });
  return (
    <div className="team__save">
      <div className="page-buttons">
        {tableFormats.map((format) => (
          <Button
            key={format}
            look="quiet"
            aria-label={`${t(`save.${format}`)}: ${of}`}
            isDisabled={state.at === 'working'}
            onPress={() => save(format)}
          >
            <Icon of={Download} size="small" />
            {t(`save.${format}`)}
          </Button>
        ))}
      </div>
      <p role="status" className="settings__said">
        {isSaved && t('save.done')}
      </p>
      {state.at === 'failed' && <Failed failure={state.failure} retry={state.again} />}
    </div>
  );
}
