// What `deskwise` does on the command line instead of opening a window.

export const commandNames = ['check', 'new', 'translate'] as const;
export type CommandName = (typeof commandNames)[number];
