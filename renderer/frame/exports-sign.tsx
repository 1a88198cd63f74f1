// On every other page: a course is being made into a file, or that is done, and the way back to it.
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { type UnderWay, useUnderWay } from '../client/under-way';
import { useQuery } from '../client/use-query';
import { useFormat } from '../text/use-format';
import { isShareOf } from './paths';

export function ExportsSign() {
  const [place] = useLocation();
  const [first] = useUnderWay().filter(({ course }) => !isShareOf(place, course));
  return first ? <Sign key={first.id} of={first} /> : null;
}

function Sign({ of: { id, title, page } }: { of: UnderWay }) {
  const { t } = useTranslation('frame');
  const format = useFormat();
  const query = useQuery('export.read', { export: id });
  const view = query.state === 'ready' ? query.value : null;
  const words =
    view === null || view.at === 'working' ? 'making' : view.at === 'ready' ? 'made' : 'unmade';
  return (
    <aside className="frame__exports" aria-labelledby="exports-sign">
      <p>
        <span id="exports-sign" role="status">
          {t(words, { title })}
        </span>{' '}
        {/* Not in the status: nobody wants to hear every number. */}
        {view?.at === 'working' && format.percent(view.share)}
      </p>
      <Link href={page}>{t('toMaking')}</Link>
    </aside>
  );
}
