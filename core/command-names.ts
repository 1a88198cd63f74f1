// What `deskwise` does on the command line instead of opening a window.

export const commandNames = [
  'check',
  'new',
  'import',
  'export',
  'pack',
  'translate',
  'catalogue',
] as const;
export type CommandName = (typeof commandNames)[number];
