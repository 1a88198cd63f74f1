// Lists; the boxes of a task list are only shown, with a word for those who cannot see them.
import { Square, SquareCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListItem, Prose } from '../../core/course/prose';
import { OwnWords } from './own-words';

interface ListProps {
  node: Extract<Prose, { type: 'list' }>;
  line: number | undefined;
  draw: (nodes: readonly Prose[], tight: boolean) => ReactNode;
}

export function List({ node, line, draw }: ListProps) {
  const items = node.items.map((item, at) => (
    <li
      key={at}
      className={item.task ? 'prose__task' : undefined}
      data-point={line === undefined ? undefined : at}
    >
      {item.task && <Box task={item.task} />}
      {item.task ? (
        <div className="prose__task-text">{draw(item.children, node.tight)}</div>
      ) : (
        draw(item.children, node.tight)
      )}
    </li>
  ));
  return node.ordered ? (
    <ol start={node.start} data-line={line}>
      {items}
    </ol>
  ) : (
    <ul data-line={line}>{items}</ul>
  );
}

function Box({ task }: { task: NonNullable<ListItem['task']> }) {
  const { t } = useTranslation('prose');
  const Icon = task === 'done' ? SquareCheck : Square;
  return (
    <>
      <Icon className="prose__task-box" aria-hidden="true" />
      <OwnWords hidden>{task === 'done' ? t('task.done') : t('task.open')}</OwnWords>
    </>
  );
}
