// Text within a line: words, emphasis, code, links, pictures, notes, gaps.
import { Fragment, useContext } from 'react';
import type { LinkNode } from '../../core/course/blocks/inbox-places';
import type { Inline } from '../../core/course/prose';
import { NoteReference } from './footnotes';
import { ProseLink } from './link';
import { Picture } from './picture';
import { GapContext, LinkContext } from './prose-context';

export function InlineView({ nodes }: { nodes: readonly Inline[] }) {
  return nodes.map((node, at) => (
    <Fragment key={at}>
      <InlineNode node={node} />
    </Fragment>
  ));
}

function InlineNode({ node }: { node: Inline }) {
  switch (node.type) {
    case 'text':
      return node.text;
    case 'code':
      return (
        <code className="prose__code" dir="ltr">
          {node.text}
        </code>
      );
    case 'emphasis':
      return (
        <em>
          <InlineView nodes={node.children} />
        </em>
      );
    case 'strong':
      return (
        <strong>
          <InlineView nodes={node.children} />
        </strong>
      );
    case 'strike':
      return (
        <del>
          <InlineView nodes={node.children} />
        </del>
      );
    case 'marked':
      return (
        <mark className="prose__marked">
          <InlineView nodes={node.children} />
        </mark>
      );
    case 'link':
      return <LinkNodeView node={node} />;
    case 'image':
      return <Picture source={node.source} alt={node.alt} title={node.title} />;
    case 'break':
      return node.hard ? <br /> : ' ';
    case 'footnote-reference':
      return <NoteReference number={node.number} occurrence={node.occurrence} />;
    case 'organisation':
      return node.fallback;
    case 'gap':
      return <GapNode gap={node.gap} />;
  }
}

function LinkNodeView({ node }: { node: LinkNode }) {
  const draw = useContext(LinkContext);
  const words = <InlineView nodes={node.children} />;
  if (draw) return draw(node, words);
  return (
    <ProseLink target={node.target} title={node.title} nodes={node.children}>
      {words}
    </ProseLink>
  );
}

const GapNode = ({ gap }: { gap: number }) => useContext(GapContext)(gap);
