// What can be done to the row and to the column of the current cell.
import { ChevronDown, type LucideIcon } from 'lucide-react';
import {
  Button,
  Header,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { TableAlign } from '../../../core/course/prose';
import { Icon } from '../../ui/icon';

export interface Act {
  id: string;
  words: string;
  isDisabled?: boolean;
  run: () => void;
}

export const aligns = ['none', 'start', 'center', 'end'] as const;
type AlignName = (typeof aligns)[number];

interface TableMenuProps {
  icon: LucideIcon;
  /** On the button: “Row 2”. */
  label: string;
  acts: readonly Act[];
  /** Of a column: where its words stand. */
  align?: { now: TableAlign; onChoose: (align: TableAlign) => void };
}

export function TableMenu({ icon, label, acts, align }: TableMenuProps) {
  const { t } = useTranslation('studio-table');
  const now: AlignName = align?.now ?? 'none';
  return (
    <MenuTrigger>
      <Button className="button button--quiet table-form__open">
        <Icon of={icon} size="small" />
        {label}
        <Icon of={ChevronDown} size="small" />
      </Button>
      <Popover className="insert table-form__menu" placement="bottom start" offset={4}>
        <Menu
          className="insert__list"
          aria-label={label}
          disabledKeys={acts.filter(({ isDisabled }) => isDisabled).map(({ id }) => id)}
          onAction={(id) => acts.find((each) => each.id === id)?.run()}
        >
          <MenuSection aria-label={label}>
            {acts.map(({ id, words }) => (
              <MenuItem key={id} id={id} textValue={words} className="insert__one">
                {words}
              </MenuItem>
            ))}
          </MenuSection>
          {align && (
            <MenuSection
              selectionMode="single"
              disallowEmptySelection
              selectedKeys={[now]}
              onSelectionChange={(keys) => {
                const [chosen] = keys === 'all' ? [] : keys;
                const name = aligns.find((each) => each === chosen);
                if (name) align.onChoose(name === 'none' ? null : name);
              }}
            >
              <Header className="insert__title">{t('align.title')}</Header>
              {aligns.map((each) => (
                <MenuItem key={each} id={each} className="insert__one table-form__align">
                  {t(`align.${each}`)}
                </MenuItem>
              ))}
            </MenuSection>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
