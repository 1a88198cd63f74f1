// Turns each node of prose into elements; what a kind of node looks like is its own component.
import { memo, type ReactNode } from 'react';
import type { Prose } from '../../core/course/prose';
import { Alert } from './alert';
import { Code } from './code';
import { Columns } from './columns';
import { Figure } from './figure';
import { Footnotes } from './footnotes';
import { InlineView } from './inline';
import { List } from './list';
import { Media } from './media';
import { Picture } from './picture';
import { ItemHeadingLevel, useProse } from './prose-context';
import { hasGap, headingId, headingLevel, lonePicture } from './prose-view';
import { Steps } from './steps';
import { Table } from './table';
import { WhatIfView } from './whatif';

interface NodesProps {
  nodes: readonly Prose[];
  /** Top-level nodes say the line of the file they come from: the place where one reads. */
  lines?: boolean;
  /** As `ProseView` is given them. */
  places?: readonly number[] | undefined;
  /** Paragraphs are set without their frame: in tight lists and in labels. */
  tight?: boolean;
}

export function Nodes({ nodes, lines = false, places, tight = false }: NodesProps) {
  return nodes.map((node, at) => (
    <Node
      key={node.type === 'item' || node.type === 'kept' ? node.id : (places?.[at] ?? at)}
      node={node}
      line={lines ? (places?.[at] ?? node.line) : undefined}
      tight={tight}
    />
  ));
}

const draw = (nodes: readonly Prose[], tight = false): ReactNode => (
  <Nodes nodes={nodes} tight={tight} />
);

interface NodeProps {
  node: Prose;
  line: number | undefined;
  tight: boolean;
}

/** Not drawn again as long as the node is the same object: an author changes one of a thousand. */
const Node = memo(function Node({ node, line, tight }: NodeProps) {
  switch (node.type) {
    case 'paragraph': {
      const picture = lonePicture(node.children);
      const content = picture ? <Picture {...picture} /> : <InlineView nodes={node.children} />;
      if (hasGap(node.children)) return <div className="prose__paragraph">{content}</div>;
      if (tight) return <span className="prose__tight">{content}</span>;
      return <p data-line={line}>{content}</p>;
    }
    case 'heading': {
      const Heading = `h${headingLevel(node.level)}` as const;
      return (
        <Heading id={headingId(node.anchor)} data-line={line} tabIndex={-1}>
          <InlineView nodes={node.children} />
        </Heading>
      );
    }
    case 'list':
      return <List node={node} line={line} draw={draw} />;
    case 'quote':
      return <blockquote data-line={line}>{draw(node.children)}</blockquote>;
    case 'alert':
      return (
        <Alert kind={node.kind} line={line}>
          {draw(node.children)}
        </Alert>
      );
    case 'code':
      return <Code language={node.language} text={node.text} line={line} />;
    case 'table':
      return <Table node={node} line={line} />;
    case 'rule':
      return <hr data-line={line} />;
    case 'footnotes':
      return <Footnotes node={node} line={line} draw={draw} />;
    case 'details':
      return (
        <details className="prose__details" data-line={line}>
          <summary>
            <InlineView nodes={node.title} />
          </summary>
          <div className="prose__details-text">{draw(node.children)}</div>
        </details>
      );
    case 'figure':
      return <Figure node={node} line={line} draw={draw} />;
    case 'group':
      return (
        <GroupPlace id={node.id} line={line}>
          {draw(node.children)}
        </GroupPlace>
      );
    case 'whatif':
      return (
        <WhatIfView model={node.model} line={line}>
          {draw(node.children)}
        </WhatIfView>
      );
    case 'steps':
      return <Steps node={node} line={line} draw={draw} />;
    case 'columns':
      return <Columns node={node} line={line} draw={draw} />;
    case 'media':
      return <Media node={node} line={line} draw={draw} />;
    case 'item':
    case 'kept':
      return <ItemPlace id={node.id} line={line} />;
  }
});

interface GroupPlaceProps {
  id: string;
  line: number | undefined;
  children: ReactNode;
}

function GroupPlace({ id, line, children }: GroupPlaceProps) {
  const { renderGroup, itemLevels } = useProse();
  return (
    <ItemHeadingLevel value={itemLevels.get(id) ?? 2}>
      <div className="prose__group" data-line={line}>
        {renderGroup(id, children)}
      </div>
    </ItemHeadingLevel>
  );
}

function ItemPlace({ id, line }: { id: string; line: number | undefined }) {
  const { renderItem, itemLevels } = useProse();
  const item = renderItem(id);
  // A question that a pool did not draw leaves no gap.
  if (item === null) return null;
  return (
    <ItemHeadingLevel value={itemLevels.get(id) ?? 2}>
      <div className="prose__item" data-line={line}>
        {item}
      </div>
    </ItemHeadingLevel>
  );
}
