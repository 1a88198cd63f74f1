// Statements as a list: each in a few words, and its exact characters on demand.
import { Copy } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StatementView } from '../../../core/sync/views';
import { ask } from '../../client/client';
import { useFormat } from '../../text/use-format';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';

interface StatementListProps<Row extends StatementView> {
  label: string;
  rows: readonly Row[];
  /** What else is to be said about one. */
  note?: (row: Row) => ReactNode;
}

export function StatementList<Row extends StatementView>(props: StatementListProps<Row>) {
  const { label, rows, note } = props;
  const { t } = useTranslation('sync');
  const format = useFormat();
  const isDay = (when: string): boolean => when.endsWith('T00:00:00.000Z');
  return (
    <ul className="statements" aria-label={label}>
      {rows.map((row) => (
        <li key={row.id} className="statement">
          <p className="statement__words">
            <span className="statement__verb">
              {t(`verb.${row.verb}`, { defaultValue: row.verb })}
            </span>
            <bdi>{row.about}</bdi>
            <span className="statement__when">
              {isDay(row.when) ? format.date(row.when.slice(0, 10)) : format.dateTime(row.when)}
            </span>
          </p>
          {note?.(row)}
          <details className="statement__exact">
            <summary>{t('statement.exact')}</summary>
            <Exact json={row.json} />
          </details>
        </li>
      ))}
    </ul>
  );
}

function Exact({ json }: { json: string }) {
  const { t } = useTranslation('sync');
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await ask('text.copy', { text: json });
    setCopied(true);
  };
  return (
    <div className="statement__body">
      <pre dir="ltr">{JSON.stringify(JSON.parse(json), null, 2)}</pre>
      <div className="page-buttons">
        <Button onPress={() => void copy()}>
          <Icon of={Copy} />
          {t('statement.copy')}
        </Button>
        <span role="status" className="sync__said">
          {isCopied && t('statement.copied')}
        </span>
      </div>
    </div>
  );
}
