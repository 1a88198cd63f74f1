// Why a pack was refused or could not be written, and what to do.
import { useTranslation } from 'react-i18next';
import type { PackFailure } from '../../../core/pack/fault';
import { useFormat } from '../../text/use-format';
import { bytesIn, whatToDo } from './pack-view';
import { useSize } from './use-size';

export function FailureWords({ failure, by }: { failure: PackFailure; by: 'import' | 'export' }) {
  const { t } = useTranslation('pack');
  const format = useFormat();
  const size = useSize();
  const bytes = bytesIn(failure);
  const values = Object.entries(failure.values).map(([name, value]) => [
    name,
    typeof value === 'number' ? format.number(value) : value,
  ]);
  const replace = {
    ...Object.fromEntries(values),
    ...(bytes === null ? {} : { limit: size(bytes) }),
  };
  return (
    <>
      <p>{t(`fault.${failure.kind}`, { replace })}</p>
      <p>{t(`do.${whatToDo(failure, by)}`)}</p>
    </>
  );
}
