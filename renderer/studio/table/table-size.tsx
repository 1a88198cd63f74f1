// How many columns and rows a new table has.
import { Minus, Plus } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton, Group, Input, Label, NumberField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';

const most = { columns: 12, rows: 100 };

interface TableSizeProps {
  onInsert: (columns: number, rows: number) => void;
}

export function TableSize({ onInsert }: TableSizeProps) {
  const { t } = useTranslation('studio-table');
  const [columns, setColumns] = useState(3);
  const [rows, setRows] = useState(3);
  return (
    <form
      className="table-size"
      onSubmit={(event) => {
        event.preventDefault();
        onInsert(columns, rows);
      }}
    >
      <div className="table-size__fields">
        <Count
          label={t('size.columns')}
          value={columns}
          most={most.columns}
          onChange={setColumns}
          isFirst
        />
        <Count label={t('size.rows')} value={rows} most={most.rows} onChange={setRows} />
      </div>
      <p className="table-form__hint">{t('size.hint')}</p>
      <div>
        <Button type="submit" look="primary">
          {t('size.insert')}
        </Button>
      </div>
    </form>
  );
}

interface CountProps {
  label: string;
  value: number;
  most: number;
  isFirst?: boolean;
  onChange: (value: number) => void;
}

const Count = ({ label, value, most, isFirst = false, onChange }: CountProps) => (
  <NumberField
    className="table-size__field"
    value={value}
    minValue={1}
    maxValue={most}
    // An empty field is no number.
    onChange={(next) => onChange(Number.isNaN(next) ? 1 : next)}
    autoFocus={isFirst}
  >
    <Label className="text-field__label">{label}</Label>
    <Group className="table-size__number">
      <AriaButton slot="decrement">
        <Icon of={Minus} size="small" />
      </AriaButton>
      <Input />
      <AriaButton slot="increment">
        <Icon of={Plus} size="small" />
      </AriaButton>
    </Group>
  </NumberField>
);
