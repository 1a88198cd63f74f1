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
  TooltipTrigger,
  useFilter,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { samples } from '../../../core/course/samples';
import { Icon } from '../../ui/icon';
import { otherKeys } from './actions';
import { Tip } from './tip';
import { useKindWords } from './use-text-editor';

const parts = ['questions', 'kept', 'groups', 'text'] as const;

/** Markdown has tables of its own: they are no block. */
const tableId = 'table';

const markdownOf = new Map(
  Object.values(samples).flatMap((list) =>
    list.map(({ kind, markdown }): [string, string] => [kind, markdown]),
  ),
);

interface InsertMenuProps {
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
  onInsert: (markdown: string) => void;
  /** Its size is to be asked for first. */
  onTable: () => void;
}

export function InsertMenu({ isOpen, onOpen, onInsert, onTable }: InsertMenuProps) {
  const { t } = useTranslation('studio-editor');
  const { contains } = useFilter({ sensitivity: 'base' });
  const words = useKindWords();
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={onOpen}>
      <TooltipTrigger delay={400} closeDelay={0}>
        <Button className="editor__tool editor__tool--worded">
          <Icon of={Plus} />
          {t('insert.open')}
        </Button>
        <Tip label={t('insert.title')} of={otherKeys.insert} />
      </TooltipTrigger>
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
                if (kind === tableId) onTable();
                else onInsert(markdownOf.get(String(kind)) ?? '');
              }}
            >
              {parts.map((part) => (
                <MenuSection key={part} className="insert__part">
                  <Header className="insert__title">{t(`insert.part.${part}`)}</Header>
                  {part === 'text' && (
                    <MenuItem
                      id={tableId}
                      className="insert__one"
                      textValue={`${t('action.table')} ${t('insert.table')}`}
                    >
                      <span className="insert__name">{t('action.table')}</span>{' '}
                      <span className="insert__use">{t('insert.table')}</span>
                    </MenuItem>
                  )}
                  {samples[part].map(({ kind }) => (
                    <MenuItem
                      key={kind}
                      id={kind}
                      className="insert__one"
                      textValue={`${words.name(kind)} ${kind} ${words.use(kind)}`}
                    >
                      <span className="insert__name">{words.name(kind)}</span>{' '}
                      <span className="insert__use">
                        {words.use(kind)}{' '}
                        <code dir="ltr" className="insert__kind">
                          {kind}
                        </code>
                      </span>
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
