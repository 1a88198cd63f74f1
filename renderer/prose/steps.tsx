// Steps to follow at one's desk: large numbers, room around each step, nothing to press.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Prose } from '../../core/course/prose';
import { useProse } from './prose-context';

interface StepsProps {
  node: Extract<Prose, { type: 'steps' }>;
  line: number | undefined;
  draw: (nodes: readonly Prose[], tight?: boolean) => ReactNode;
}

export const Steps = ({ node, line, draw }: StepsProps) => (
  <div className="prose__steps" data-line={line}>
    {node.children.map((child, at) =>
      child.type === 'list' && child.ordered ? (
        <StepList key={at} list={child} draw={draw} />
      ) : (
        <div key={at}>{draw([child])}</div>
      ),
    )}
  </div>
);

interface StepListProps {
  list: Extract<Prose, { type: 'list' }>;
  draw: StepsProps['draw'];
}

function StepList({ list, draw }: StepListProps) {
  const { i18n } = useTranslation();
  const { language } = useProse();
  const numbers = new Intl.NumberFormat(language ?? i18n.language);
  return (
    <ol className="prose__step-list" start={list.start}>
      {list.items.map((step, at) => (
        <li key={at} className="prose__step">
          <span className="prose__step-number">{numbers.format(list.start + at)}</span>
          <div className="prose__step-text">{draw(step.children, list.tight)}</div>
        </li>
      ))}
    </ol>
  );
}
