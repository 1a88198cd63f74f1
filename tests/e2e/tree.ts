// What a screen reader is given: Chromium's full accessibility tree, as lines to compare.
import type { Page } from '@playwright/test';

interface AxValue {
  value?: unknown;
}

interface AxNode {
  nodeId: string;
  ignored: boolean;
  role?: AxValue;
  name?: AxValue;
  description?: AxValue;
  value?: AxValue;
  properties?: { name: string; value: AxValue }[];
  childIds?: string[];
  backendDOMNodeId?: number;
}

/** Roles that only hold words or boxes: their words are part of what is around them. */
const silent = new Set(['generic', 'none', 'InlineTextBox', 'LineBreak', 'ListMarker']);

const isLive = ({ properties = [] }: AxNode): boolean =>
  properties.some(({ name, value }) => name === 'live' && value.value !== 'off');

/** States that are told, where they are what is named here. */
const told: Record<string, (value: unknown) => string | null> = {
  checked: (value) => (value === 'true' ? 'checked' : 'not checked'),
  pressed: (value) => (value === 'true' ? 'pressed' : 'not pressed'),
  selected: (value) => (value === true ? 'selected' : null),
  expanded: (value) => (value === true ? 'open' : 'closed'),
  disabled: (value) => (value === true ? 'disabled' : null),
  invalid: (value) => (value === 'true' ? 'invalid' : null),
  live: (value) => (value === 'off' ? null : `live ${value}`),
  focused: (value) => (value === true ? 'focused' : null),
  level: (value) => `level ${value}`,
  valuetext: (value) => (value === '' ? null : `says “${value}”`),
};

/** One line of what is read: role, name, then states, description and value. */
function lineOf({ role, name, description, value, properties = [] }: AxNode): string {
  const states = properties.flatMap(
    (property) => told[property.name]?.(property.value.value) ?? [],
  );
  const words = String(name?.value ?? '')
    .replace(/\s+/g, ' ')
    .trim();
  return [
    `${role?.value}${words === '' ? '' : ` “${words}”`}`,
    ...states,
    ...(description?.value ? [`described “${description.value}”`] : []),
    ...(value?.value !== undefined && value.value !== '' ? [`value “${value.value}”`] : []),
  ].join(', ');
}

/**
 * The tree below the element that `selector` finds, each node a line, indented by its depth.
 * Made by the browser engine itself, as assistive technology is given it.
 */
export async function accessibilityTree(page: Page, selector: string, at = 0): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  try {
    await session.send('DOM.enable');
    await session.send('Accessibility.enable');
    const { result } = await session.send('Runtime.evaluate', {
      expression: `document.querySelectorAll(${JSON.stringify(selector)})[${at}]`,
    });
    const { node } = await session.send('DOM.describeNode', { objectId: result.objectId ?? '' });
    const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: AxNode[] };
    const byId = new Map(nodes.map((each) => [each.nodeId, each]));
    const root = nodes.find((each) => each.backendDOMNodeId === node.backendNodeId);
    if (!root) throw new Error(`${selector} is not in the accessibility tree`);
    const lines = (each: AxNode, depth: number): string[] => {
      const isSilent = each.ignored || (silent.has(String(each.role?.value)) && !isLive(each));
      const below = (each.childIds ?? []).flatMap((id) => {
        const child = byId.get(id);
        return child ? lines(child, isSilent ? depth : depth + 1) : [];
      });
      return isSilent ? below : [`${'  '.repeat(depth)}${lineOf(each)}`, ...below];
    };
    return lines(root, 0);
  } finally {
    await session.detach();
  }
}
