// A few words that stand out, with an icon and a word for what they are.
import './notice.css';
import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from './icon';

export type NoticeKind = 'info' | 'right' | 'warn' | 'wrong';

const icons: Record<NoticeKind, LucideIcon> = {
  info: Info,
  right: CircleCheck,
  warn: TriangleAlert,
  wrong: CircleAlert,
};

interface NoticeProps {
  /** With it, the notice can take the focus, once what led to it is gone. */
  id?: string;
  kind?: NoticeKind;
  title?: ReactNode;
  /** Read out when it appears; not for what stands there from the start. */
  announced?: boolean;
  children?: ReactNode;
}

export function Notice({ id, kind = 'info', title, announced = false, children }: NoticeProps) {
  return (
    <div
      {...(id !== undefined && { id, tabIndex: -1, 'data-quiet-focus': '' })}
      className={`notice notice--${kind}`}
      {...(announced && { role: kind === 'wrong' ? 'alert' : 'status' })}
    >
      <Icon of={icons[kind]} />
      <div className="notice__words">
        {title !== undefined && <p className="notice__title">{title}</p>}
        {children}
      </div>
    </div>
  );
}
