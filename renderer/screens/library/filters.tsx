// What somebody looks for in the library: a line to search in and four choices.
import { Search, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Button, Input, SearchField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { levels } from '../../../core/course/matter-schemas';
import { searchFieldId, startTyping } from '../../frame/search-key';
import { useSession } from '../../frame/session';
import { Filter } from '../../ui/filter';
import { Icon } from '../../ui/icon';
import { times, type Wanted } from './library-view';

interface FiltersProps {
  wanted: Wanted;
  onWant: (wanted: Wanted) => void;
  topics: readonly string[];
  topicName: (topic: string) => string;
  /** Somebody came to search: the field is ready to be typed in. */
  searching: boolean;
}

/** Longer ones are pasted by mistake. */
const longestSearch = 500;

const statuses = ['new', 'started', 'finished'] as const;

export function Filters({ wanted, onWant, topics, topicName, searching }: FiltersProps) {
  const { t } = useTranslation('library');
  const search = useTranslation('search');
  const { app } = useSession();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (searching) startTyping(field.current);
  }, [searching]);
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
        <Input
          ref={field}
          id={searchFieldId}
          className="filters__words"
          placeholder={t('search')}
          // What is typed runs as its letters do; the words that stand for it run with the page.
          {...(wanted.words === '' ? {} : { dir: 'auto' })}
          maxLength={longestSearch}
          aria-keyshortcuts="Control+K Meta+K"
        />
        {wanted.words === '' ? (
          <kbd className="filters__key">
            {app.platform === 'darwin' ? search.t('shortcutMac') : search.t('shortcut')}
          </kbd>
        ) : (
          <Button className="filters__clear" aria-label={search.t('clear')}>
            <Icon of={X} />
          </Button>
        )}
      </SearchField>
      <Filter
        label={t('filter.topic')}
        none={t('filter.any')}
        values={topics}
        nameOf={topicName}
        value={wanted.topic}
        onChange={(topic) => onWant({ ...wanted, topic })}
      />
      <Filter
        label={t('filter.time')}
        none={t('filter.any')}
        values={times}
        nameOf={(time) => t(`time.${time}`)}
        value={wanted.time}
        onChange={(time) => onWant({ ...wanted, time })}
      />
      <Filter
        label={t('filter.level')}
        none={t('filter.any')}
        values={levels}
        nameOf={(level) => course.t(`level.${level}`)}
        value={wanted.level}
        onChange={(level) => onWant({ ...wanted, level })}
      />
      <Filter
        label={t('filter.status')}
        none={t('filter.any')}
        values={statuses}
        nameOf={(status) => t(`state.${status}`)}
        value={wanted.status}
        onChange={(status) => onWant({ ...wanted, status })}
      />
    </search>
  );
}
