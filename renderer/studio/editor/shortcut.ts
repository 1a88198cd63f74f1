// Keys as they are read: `Mod-Shift-h` is Ctrl+Shift+H, on a Mac ⇧⌘H, and Control+Shift+H to a screen reader.

export interface KeyWords {
  control: string;
  shift: string;
}

export function shortcut(key: string, isMac: boolean, { control, shift }: KeyWords): string {
  const parts = key.split('-');
  const last = parts.at(-1)?.toUpperCase() ?? '';
  const hasControl = parts.includes('Mod');
  const hasShift = parts.includes('Shift');
  if (isMac) return `${hasShift ? '⇧' : ''}${hasControl ? '⌘' : ''}${last}`;
  return [...(hasControl ? [control] : []), ...(hasShift ? [shift] : []), last].join('+');
}

/** For `aria-keyshortcuts`, whose names are those of the DOM. */
export const ariaShortcut = (key: string, isMac: boolean): string =>
  key
    .split('-')
    .map((part) => (part === 'Mod' ? (isMac ? 'Meta' : 'Control') : part))
    .map((part) => (part.length === 1 ? part.toUpperCase() : part))
    .join('+');
