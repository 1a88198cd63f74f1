// How the file of a pack is called.

export const packEnding = '.course';

/** `NAME-VERSION.course` */
export const packName = (id: string, version: string): string => `${id}-${version}${packEnding}`;
