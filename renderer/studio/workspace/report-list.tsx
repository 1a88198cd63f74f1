// What became of each line that was brought in or handed out: kept, changed or left out.
import { useTranslation } from 'react-i18next';
import type { ReportRow } from '../../../core/exchange/report';
import { useFormat } from '../../text/use-format';
import { Button } from '../../ui/button';

interface ReportListProps {
  report: readonly ReportRow[];
  onClose: () => void;
}

export function ReportList({ report, onClose }: ReportListProps) {
  const { t } = useTranslation(['studio', 'exchange', 'exchange-folder']);
  const format = useFormat();
  const count = (what: ReportRow['what']): string =>
    format.number(report.filter((row) => row.what === what).length);
  return (
    <section className="report-list" aria-label={t('report.title')}>
      <p role="status" className="report-list__sum">
        {t('report.sum', {
          kept: count('kept'),
          changed: count('changed'),
          left: count('left-out'),
        })}
      </p>
      <ol className="report-list__rows">
        {report.map((row, at) => (
          <li key={at} data-what={row.what}>
            <span className="report-list__line">
              {row.file !== undefined && (
                <>
                  <code dir="ltr">{row.file}</code> ·{' '}
                </>
              )}
              {t('problems.line', { line: format.number(row.line) })} ·{' '}
              {t(`exchange:what.${row.what}`)}
            </span>{' '}
            {/* `replace`, so that a value called `count` is no plural. */}
            {row.of === 'pages'
              ? t(`exchange-folder:message.${row.message}`, { replace: row.values })
              : t(`exchange:message.${row.message}`, { replace: row.values })}
          </li>
        ))}
      </ol>
      <div>
        <Button look="quiet" onPress={onClose}>
          {t('report.close')}
        </Button>
      </div>
    </section>
  );
}
