// Prints one plan: while the print is made, a sheet with nothing else stands in the page.
import { type ReactNode, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { KeptViewOf } from '../../../core/views';
import { Words } from '../../prose/words';
import { directionOf } from '../../text/languages';
import { useFormat } from '../../text/use-format';
import { KeptLine } from './plan-line';
import { firstFields } from './plan-view';

export function usePrint(view: KeptViewOf<'plan'>): { sheet: ReactNode; print: () => void } {
  const [isPrinting, setPrinting] = useState(false);
  return {
    sheet: isPrinting ? createPortal(<Sheet view={view} />, document.body) : null,
    print: () => {
      flushSync(() => setPrinting(true));
      window.addEventListener('afterprint', () => setPrinting(false), { once: true });
      window.print();
    },
  };
}

/** Plain lines in ink: no frame, no buttons. */
function Sheet({ view }: { view: KeptViewOf<'plan'> }) {
  const { t, i18n } = useTranslation('kept');
  const format = useFormat();
  const first = firstFields(view.shown.lines);
  return (
    <div className="print-sheet" lang={i18n.language} dir={directionOf(i18n.language)} inert>
      <h1>{t('label.plan')}</h1>
      <Words nodes={view.question} />
      {view.shown.lines.map((line, at) => (
        <KeptLine key={at} line={line} fields={view.answer?.fields ?? []} from={first[at] ?? 0} />
      ))}
      {view.keptAt !== null && <p>{t('plan.made', { date: format.date(view.keptAt) })}</p>}
    </div>
  );
}
