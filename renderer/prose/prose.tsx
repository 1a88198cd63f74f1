// The words of a course on the page: `ProseView` for a whole text, `InlineView` for words in a line.
import './prose.css';
import './blocks.css';
import { type ReactNode, useId, useMemo } from 'react';
import type { Prose } from '../../core/course/prose';
import type { GlossaryView, Links } from '../../core/views';
import { wordsOf } from '../text/languages';
import { Nodes } from './nodes';
import {
  type GoTarget,
  noGlossary,
  ProseContext,
  type ProseScope,
  TermContext,
} from './prose-context';
import { itemHeadingLevels } from './prose-view';
import { drawTerm } from './term';

export type { GoTarget };

interface ProseViewProps {
  nodes: readonly Prose[];
  links: Links;
  course: string;
  onGo: (target: GoTarget) => void;
  renderItem?: (id: string) => ReactNode;
  glossary?: GlossaryView;
  /** BCP 47 tag of the text, where it may differ from the interface. */
  language?: string;
}

export function ProseView(props: ProseViewProps) {
  const { nodes, links, course, onGo, renderItem, glossary = noGlossary, language } = props;
  const notes = useId();
  const scope = useMemo<ProseScope>(
    () => ({
      course,
      links,
      onGo,
      glossary,
      language: language ?? null,
      notes,
      renderItem: renderItem ?? (() => null),
      itemLevels: itemHeadingLevels(nodes),
    }),
    [course, links, onGo, glossary, language, notes, renderItem, nodes],
  );
  return (
    <ProseContext value={scope}>
      <TermContext value={drawTerm}>
        <div className="prose" {...(language !== undefined && wordsOf(language))}>
          <Nodes nodes={nodes} lines />
        </div>
      </TermContext>
    </ProseContext>
  );
}
