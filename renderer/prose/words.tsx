// Words of the course inside an item: a text of its own, in the language of the course.
import type { Inline, Prose } from '../../core/course/prose';
import { wordsOf } from '../text/languages';
import { InlineView } from './inline';
import { Nodes } from './nodes';
import { useProse } from './prose-context';

interface WordsProps {
  nodes: readonly Prose[];
  id?: string;
  /** In labels, where paragraphs may not stand. */
  inLabel?: boolean;
}

export function Words({ nodes, id, inLabel = false }: WordsProps) {
  const language = useLanguage();
  const Box = inLabel ? 'span' : 'div';
  return (
    <Box className="prose" id={id} {...language}>
      <Nodes nodes={nodes} tight={inLabel} />
    </Box>
  );
}

export function WordsInLine({ nodes, id }: { nodes: readonly Inline[]; id?: string }) {
  const language = useLanguage();
  return (
    <span className="prose" id={id} {...language}>
      <InlineView nodes={nodes} />
    </span>
  );
}

function useLanguage() {
  const { language } = useProse();
  return language === null ? {} : wordsOf(language);
}
