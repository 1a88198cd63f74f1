// The name of an item or a group within its course.
export const itemKey = (lesson: string, block: string): string => `${lesson}/${block}`;
