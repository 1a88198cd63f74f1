// The Insert menu: every kind of block with what it is for, found by typing, put in as a whole sample.
import { Plus, Search } from 'lucide-react';
import {
  Autocomplete,
  Button,
  Dialog,
  DialogTrigger,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Popover,
  SearchField,
  Text,
  useFilter,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { samples } from '../../../core/course/samples';
import { Icon } from '../../ui/icon';
import { otherKeys } from './actions';
import { useKeys } from './use-keys';
import { useKindWords } from './use-text-editor';

const parts = ['questions', 'kept', 'groups', 'text'] as const;

const markdownOf = new Map(
  Object.values(samples).flatMap((list) =>
    list.map(({ kind, markdown }): [string, string] => [kind, markdown]),
  ),
);

interface InsertMenuProps {
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
  onInsert: (markdown: string) => void;
}

export function InsertMenu({ isOpen, onOpen, onInsert }: InsertMenuProps) {
  const { t } = useTranslation('studio-editor');
  const { contains } = useFilter({ sensitivity: 'base' });
  const words = useKindWords();
  const keys = useKeys();
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={onOpen}>
      <Button
        className="editor__tool editor__tool--worded"
        aria-keyshortcuts={keys.aria(otherKeys.insert)}
      >
        <Icon of={Plus} />
        {t('insert.open')}
      </Button>
      <Popover className="insert" placement="bottom start" offset={4}>
        <Dialog className="insert__dialog" aria-label={t('insert.title')}>
          <Autocomplete filter={contains}>
            <SearchField className="insert__search" aria-label={t('insert.search')} autoFocus>
              <Icon of={Search} />
              <Input className="insert__words" placeholder={t('insert.search')} dir="auto" />
            </SearchField>
            <Menu
              className="insert__list"
              aria-label={t('insert.title')}
              renderEmptyState={() => <p className="insert__none">{t('insert.none')}</p>}
              onAction={(kind) => {
                onOpen(false);
                onInsert(markdownOf.get(String(kind)) ?? '');
              }}
            >
              {parts.map((part) => (
                <MenuSection key={part} className="insert__part">
                  <Header className="insert__title">{t(`insert.part.${part}`)}</Header>
                  {samples[part].map(({ kind }) => (
                    <MenuItem
                      key={kind}
                      id={kind}
                      className="insert__one"
                      textValue={`${words.name(kind)} ${kind} ${words.use(kind)}`}
                    >
                      <span className="insert__name">
                        <Text slot="label">{words.name(kind)}</Text>
                        <code dir="ltr" className="insert__kind" aria-hidden="true">
                          {kind}
                        </code>
                      </span>
                      <Text slot="description" className="insert__use">
                        {words.use(kind)}
                      </Text>
                    </MenuItem>
                  ))}
                </MenuSection>
              ))}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
