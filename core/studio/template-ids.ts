// What a new course may begin as.

export const templateIds = ['compliance', 'how-to', 'scenario', 'blank'] as const;
export type TemplateId = (typeof templateIds)[number];
