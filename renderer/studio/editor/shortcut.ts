// Keys as they are read: `Mod-Shift-h` is Ctrl+Shift+H, and on a Mac ⇧⌘H.

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
