// A line to write in, with its label above and what is wrong with it below.
import './text-field.css';
import { CircleAlert } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { TextField as AriaTextField, FieldError, Input, Label, Text } from 'react-aria-components';
import { Icon } from './icon';

interface TextFieldProps
  extends Omit<ComponentProps<typeof AriaTextField>, 'className' | 'style' | 'children'> {
  label: string;
  hint?: string;
  /** What is wrong, in words; null when nothing is. */
  error?: string | null;
  /** What follows in the same line. */
  beside?: ReactNode;
}

export function TextField({ label, hint, error = null, beside, ...others }: TextFieldProps) {
  return (
    <AriaTextField className="text-field" isInvalid={error !== null} {...others}>
      <Label className="text-field__label">{label}</Label>
      {hint !== undefined && (
        <Text slot="description" className="text-field__hint">
          {hint}
        </Text>
      )}
      <div className="text-field__line">
        <Input className="text-field__input" dir="auto" />
        {beside}
      </div>
      <FieldError className="text-field__error">
        <Icon of={CircleAlert} size="small" />
        {error}
      </FieldError>
    </AriaTextField>
  );
}
