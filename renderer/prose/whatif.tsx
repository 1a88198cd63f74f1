// `whatif`: figures the reader sets, and at once what follows from them.
import './whatif.css';
import { RotateCcw } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import {
  Group,
  Input,
  Label,
  NumberField,
  Slider,
  SliderThumb,
  SliderTrack,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { reckon } from '../../core/course/formula';
import type { WhatIf } from '../../core/course/prose';
import { useFormat } from '../text/use-format';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import { WhatIfLine } from './whatif-line';
import { type Settings, startOf, stepOf } from './whatif-view';

interface WhatIfProps {
  model: WhatIf;
  line: number | undefined;
  /** The text around, and questions about it. */
  children: ReactNode;
}

export function WhatIfView({ model, line, children }: WhatIfProps) {
  const { t } = useTranslation('prose');
  const format = useFormat();
  const id = useId();
  const [settings, setSettings] = useState<Settings>(() => startOf(model));
  const values = reckon(model, settings);
  const isChanged = model.inputs.some(({ name, start }) => settings[name] !== start);
  const amount = (value: number | undefined, unit: string): string =>
    value === undefined || Number.isNaN(value)
      ? t('whatif.noValue')
      : `${format.number(value)} ${unit}`.trim();
  return (
    <div className="whatif" data-line={line}>
      <section className="whatif__board" aria-labelledby={id}>
        <p className="whatif__title" id={id}>
          {t('whatif.title')}
        </p>
        <div className="whatif__inputs">
          {model.inputs.map((input) => (
            <Setting
              key={input.name}
              input={input}
              value={settings[input.name] ?? input.start}
              onSet={(value) => setSettings({ ...settings, [input.name]: value })}
            />
          ))}
        </div>
        <dl className="whatif__results" aria-live="polite">
          {model.formulas.map(({ name, label, unit }) => (
            <div className="whatif__result" key={name}>
              <dt>{label}</dt>
              <dd>{amount(values[name], unit)}</dd>
            </div>
          ))}
        </dl>
        {model.along !== null && (
          <WhatIfLine model={model} settings={settings} along={model.along} amount={amount} />
        )}
        {isChanged && (
          <div>
            <Button look="quiet" onPress={() => setSettings(startOf(model))}>
              <Icon of={RotateCcw} />
              {t('whatif.reset')}
            </Button>
          </div>
        )}
      </section>
      {children}
    </div>
  );
}

interface SettingProps {
  input: WhatIf['inputs'][number];
  value: number;
  onSet: (value: number) => void;
}

/** The same number twice: to be pulled, and to be typed. */
function Setting({ input, value, onSet }: SettingProps) {
  const { label, unit, min, max } = input;
  const name = unit === '' ? label : `${label}, ${unit}`;
  const limits = { minValue: min, maxValue: max, step: stepOf(input), value };
  return (
    <div className="whatif__setting">
      <NumberField
        {...limits}
        className="whatif__number"
        onChange={(typed) => {
          if (!Number.isNaN(typed)) onSet(typed);
        }}
      >
        <Label>{label}</Label>
        <Group className="whatif__field">
          <Input className="whatif__input" />
          {unit !== '' && <span className="whatif__unit">{unit}</span>}
        </Group>
      </NumberField>
      <Slider
        {...limits}
        className="whatif__slider"
        aria-label={name}
        onChange={(pulled) => onSet(Number(pulled))}
      >
        <SliderTrack className="whatif__track">
          <SliderThumb className="whatif__thumb" />
        </SliderTrack>
      </Slider>
    </div>
  );
}
