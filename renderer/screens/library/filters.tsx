// What somebody looks for in the library: a line to search in and four choices.
import { Search } from 'lucide-react';
import { useId } from 'react';
import { Input, SearchField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { levels } from '../../../core/course/matter-schemas';
import { Icon } from '../../ui/icon';
import { Pick } from '../../ui/pick';
import { times, type Wanted } from './library-view';

interface FiltersProps {
  wanted: Wanted;
  onWant: (wanted: Wanted) => void;
  topics: readonly string[];
  topicName: (topic: string) => string;
}

const statuses = ['new', 'started', 'finished'] as const;

export function Filters({ wanted, onWant, topics, topicName }: FiltersProps) {
  const { t } = useTranslation('library');
  const course = useTranslation('course');
  return (
    <search className="filters">
      <SearchField
        className="filters__search"
        aria-label={t('search')}
        value={wanted.words}
        onChange={(words) => onWant({ ...wanted, words })}
      >
        <Icon of={Search} />
        <Input className="filters__words" placeholder={t('search')} dir="auto" />
      </SearchField>
      <Filter
        label={t('filter.topic')}
        values={topics}
        nameOf={topicName}
        value={wanted.topic}
        onChange={(topic) => onWant({ ...wanted, topic })}
      />
      <Filter
        label={t('filter.time')}
        values={times}
        nameOf={(time) => t(`time.${time}`)}
        value={wanted.time}
        onChange={(time) => onWant({ ...wanted, time })}
      />
      <Filter
        label={t('filter.level')}
        values={levels}
        nameOf={(level) => course.t(`level.${level}`)}
        value={wanted.level}
        onChange={(level) => onWant({ ...wanted, level })}
      />
      <Filter
        label={t('filter.status')}
        values={statuses}
        nameOf={(status) => t(`state.${status}`)}
        value={wanted.status}
        onChange={(status) => onWant({ ...wanted, status })}
      />
    </search>
  );
}

interface FilterProps<Value extends string> {
  label: string;
  values: readonly Value[];
  nameOf: (value: Value) => string;
  /** Null for any. */
  value: Value | null;
  onChange: (value: Value | null) => void;
}

function Filter<Value extends string>(props: FilterProps<Value>) {
  const { label, values, nameOf, value, onChange } = props;
  const { t } = useTranslation('library');
  const id = useId();
  const names = [t('filter.any'), ...values.map(nameOf)];
  return (
    <div className="filters__one">
      <span className="filters__label" id={id}>
        {label}
      </span>
      <Pick
        labelledBy={id}
        missingId={null}
        placeholder={t('filter.any')}
        options={names.map((text) => ({ text, words: text, note: null }))}
        chosen={value === null ? 0 : values.indexOf(value) + 1}
        onPick={(at) => onChange(at === 0 ? null : (values[at - 1] ?? null))}
      />
    </div>
  );
}
