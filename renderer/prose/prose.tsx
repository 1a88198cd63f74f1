// The words of a course on the page: `ProseView` for a whole text, `InlineView` for words in a line.
import './prose.css';
import './blocks.css';
import { memo, type ReactNode, useId, useMemo, useRef } from 'react';
import type { Prose } from '../../core/course/prose';
import type { OrganisationWords } from '../../core/organisation';
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
import { useGrowing } from './use-growing';

export type { GoTarget };

interface ProseViewProps {
  nodes: readonly Prose[];
  links: Links;
  organisation?: OrganisationWords;
  course: string;
  onGo: (target: GoTarget) => void;
  renderItem?: (id: string) => ReactNode;
  /** The line that is seen first; what lies far beyond it may come a moment later. */
  from?: number;
  renderGroup?: (id: string, children: ReactNode) => ReactNode;
  /** A number for each node, no two the same: what it says instead of its line, and what it goes by. */
  places?: readonly number[];
  glossary?: GlossaryView;
  /** BCP 47 tag of the text, where it may differ from the interface. */
  language?: string;
}

/** Nothing is looked at again as long as it is given the same. */
export const ProseView = memo(function ProseView(props: ProseViewProps) {
  const { nodes, links, organisation, course, onGo, renderItem, renderGroup, language } = props;
  const { glossary = noGlossary } = props;
  const shown = useGrowing(nodes, props.from ?? Number.POSITIVE_INFINITY);
  const notes = useId();
  const itemLevels = useLevels(nodes);
  const scope = useMemo<ProseScope>(
    () => ({
      course,
      links,
      organisation: organisation ?? {},
      onGo,
      glossary,
      language: language ?? null,
      notes,
      renderItem: renderItem ?? (() => null),
      renderGroup: renderGroup ?? ((_id, children) => children),
      itemLevels,
    }),
    [
      course,
      links,
      organisation,
      onGo,
      glossary,
      language,
      notes,
      renderItem,
      renderGroup,
      itemLevels,
    ],
  );
  return (
    <ProseContext value={scope}>
      <TermContext value={drawTerm}>
        <div className="prose" {...(language !== undefined && wordsOf(language))}>
          <Nodes nodes={shown} lines places={props.places} />
        </div>
      </TermContext>
    </ProseContext>
  );
});

/** The same map as long as it says the same: everything that is drawn depends on it. */
function useLevels(nodes: readonly Prose[]): ProseScope['itemLevels'] {
  const held = useRef<ProseScope['itemLevels']>(new Map());
  return useMemo(() => {
    const levels = itemHeadingLevels(nodes);
    const isSame =
      levels.size === held.current.size &&
      [...levels].every(([id, level]) => held.current.get(id) === level);
    if (!isSame) held.current = levels;
    return held.current;
  }, [nodes]);
}
