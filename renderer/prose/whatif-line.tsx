// The line a formula draws along one input, where one stands on it, and the same as a table.
// Drawn here: libraries for plots bring inline styles, which the content policy refuses.
import { useTranslation } from 'react-i18next';
import type { WhatIf } from '../../core/course/prose';
import { between, lineOf, type Settings } from './whatif-view';

const width = 640;
const height = 200;

interface LineProps {
  model: WhatIf;
  settings: Settings;
  along: string;
  amount: (value: number | undefined, unit: string) => string;
}

export function WhatIfLine({ model, settings, along, amount }: LineProps) {
  const { t } = useTranslation('prose');
  const input = model.inputs.find(({ name }) => name === along);
  const last = model.formulas.at(-1);
  const points = lineOf(model, settings, along);
  const [begin] = points;
  const end = points.at(-1);
  if (!input || !last || !begin || !end) return null;
  const low = Math.min(0, ...points.map(({ y }) => y));
  const high = Math.max(0, ...points.map(({ y }) => y));
  const place = ({ x, y }: { x: number; y: number }): string =>
    `${between(x, input.min, input.max) * width},${(1 - between(y, low, high)) * height}`;
  const now = settings[along] ?? input.start;
  const here = points.reduce((best, each) =>
    Math.abs(each.x - now) < Math.abs(best.x - now) ? each : best,
  );
  const [hereX, hereY] = place(here).split(',');
  const words = t('whatif.line', {
    result: last.label,
    input: input.label,
    from: amount(begin.y, last.unit),
    to: amount(end.y, last.unit),
    low: amount(begin.x, input.unit),
    high: amount(end.x, input.unit),
  });
  return (
    <figure className="whatif__figure">
      <svg
        className="whatif__plot"
        viewBox={`-8 -8 ${width + 16} ${height + 16}`}
        role="img"
        aria-label={words}
      >
        <line className="whatif__axis" x1="0" x2={width} y1={height} y2={height} />
        <polyline className="whatif__line" points={points.map(place).join(' ')} />
        <circle className="whatif__here" cx={hereX} cy={hereY} r="7" />
      </svg>
      <figcaption>{words}</figcaption>
      <details className="prose__details">
        <summary>{t('whatif.asTable')}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{input.label}</th>
              <th scope="col">{last.label}</th>
            </tr>
          </thead>
          <tbody>
            {lineOf(model, settings, along, 6).map(({ x, y }) => (
              <tr key={x}>
                <td>{amount(x, input.unit)}</td>
                <td>{amount(y, last.unit)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
