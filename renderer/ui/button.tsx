// A button says what it does with a verb. `LinkButton` looks the same and leads to another screen.
import './button.css';
import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { Link } from 'wouter';

export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger';

interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  look?: ButtonLook;
  ref?: Ref<HTMLButtonElement>;
  children: ReactNode;
}

export function Button({ look = 'secondary', ...others }: ButtonProps) {
  return <AriaButton className={`button button--${look}`} {...others} />;
}

interface LinkButtonProps {
  href: string;
  look?: ButtonLook;
  children: ReactNode;
  'aria-describedby'?: string;
}

export function LinkButton({ look = 'secondary', ...others }: LinkButtonProps) {
  return <Link className={`button button--${look}`} {...others} />;
}
