// A long text stands in two steps: what is seen first at once, the rest when there is time.
import { startTransition, useEffect, useState } from 'react';
import type { Prose } from '../../core/course/prose';

/** Nodes beyond the first line that is looked at: more than any screen holds. */
const ahead = 8;

/** How many nodes must stand so that the one at `line` can be seen. */
export function firstNodes(nodes: readonly Prose[], line: number): number {
  const at = nodes.findLastIndex((node) => node.line <= line);
  return Math.min(nodes.length, Math.max(0, at) + ahead);
}

/** The nodes to draw now; `line` is where reading goes on. */
export function useGrowing(nodes: readonly Prose[], line: number): readonly Prose[] {
  const [isWhole, setWhole] = useState(false);
  useEffect(() => {
    startTransition(() => setWhole(true));
  }, []);
  return isWhole ? nodes : nodes.slice(0, firstNodes(nodes, line));
}
