// Text within a line: words, emphasis, code, links, pictures, notes, gaps.
import { Fragment, useContext, useMemo } from 'react';
import type { LinkNode } from '../../core/course/blocks/inbox-places';
import type { Inline } from '../../core/course/prose';
import { NoteReference } from './footnotes';
import { ProseLink } from './link';
import { Picture } from './picture';
import { GapContext, LinkContext, UnitContext, useProse } from './prose-context';

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
      return <Picture source={node.source} alt={node.alt} title={node.title} width={node.width} />;
    case 'break':
      return node.hard ? <br /> : ' ';
    case 'footnote-reference':
      return <NoteReference number={node.number} occurrence={node.occurrence} />;
    case 'organisation':
      return <OrganisationWord name={node.key} fallback={node.fallback} />;
    case 'gap':
      return <GapNode gap={node.gap} />;
    case 'unit':
      return <UnitNode unit={node.unit} nodes={node.children} />;
  }
}

/** Looked up without `org.`: keys of the file stand without it. */
function OrganisationWord({ name, fallback }: { name: string; fallback: string }) {
  const { organisation } = useProse();
  const key = name.replace(/^org\./, '');
  return Object.hasOwn(organisation, key) ? organisation[key] : fallback;
}

/** A long text has many units, and all are drawn anew with each mark: their words need not be. */
function UnitNode({ unit, nodes }: { unit: number; nodes: readonly Inline[] }) {
  const words = useMemo(() => <InlineView nodes={nodes} />, [nodes]);
  return useContext(UnitContext)(unit, words);
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
