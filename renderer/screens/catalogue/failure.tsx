// Why the catalogue is not there or a course did not come, and what to do.
import { useTranslation } from 'react-i18next';
import type { CatalogueFailure, CourseFailure } from '../../../core/catalogue/fault';
import { useFormat } from '../../text/use-format';
import { FailureWords } from '../pack/failure';
import { useSize } from '../pack/use-size';
import { remedyFor } from './catalogue-view';

export function CatalogueFailureWords({
  failure: { kind, values },
}: {
  failure: CatalogueFailure;
}) {
  const { t } = useTranslation('catalogue');
  const format = useFormat();
  const size = useSize();
  const replace = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, shown(name, value)]),
  );
  function shown(name: string, value: string | number): string {
    if (typeof value === 'number') return name === 'limit' ? size(value) : format.number(value);
    return name === 'expires' ? format.date(value) : value;
  }
  return (
    <>
      <p>{t(`fault.${kind}`, { replace })}</p>
      <p>{t(`do.${remedyFor(kind)}`)}</p>
    </>
  );
}

export function CourseFailureWords({ failure }: { failure: CourseFailure }) {
  if (failure.of === 'course') return <FailureWords failure={failure} by="import" />;
  return <CatalogueFailureWords failure={failure} />;
}
