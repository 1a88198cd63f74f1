// Two or three texts side by side; one under the other where the page is narrow.
import type { ReactNode } from 'react';
import type { Prose } from '../../core/course/prose';

interface ColumnsProps {
  node: Extract<Prose, { type: 'columns' }>;
  line: number | undefined;
  draw: (nodes: readonly Prose[]) => ReactNode;
}

export const Columns = ({ node, line, draw }: ColumnsProps) => (
  <div className="prose__columns" data-line={line}>
    <div className={`prose__columns-row prose__columns-row--${node.columns.length}`}>
      {node.columns.map((column, at) => (
        <div key={at} className="prose__column">
          {draw(column)}
        </div>
      ))}
    </div>
  </div>
);
