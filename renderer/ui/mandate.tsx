// The mark of a course that everybody has to finish, with its last day.
import './mandate.css';
import { CalendarCheck, CalendarX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Mandate } from '../../core/learning/mandate';
import { useFormat } from '../text/use-format';
import { Icon } from './icon';

export function MandateMark({ mandate }: { mandate: Mandate }) {
  const { t } = useTranslation('policy');
  const format = useFormat();
  const { due, overdue } = mandate;
  const words =
    due === null
      ? t('mandatory')
      : t(overdue ? 'mandatoryOverdue' : 'mandatoryDue', { date: format.date(due) });
  return (
    <span className="mandate" data-overdue={overdue || undefined}>
      <Icon of={overdue ? CalendarX : CalendarCheck} size="small" />
      {words}
    </span>
  );
}
