// Moodle's categories, in GIFT and in XML: each becomes a lesson.

/** The last name of a path of categories: `$course$/top/Safety/Mail` is about mail. */
export function categoryTitle(path: string): string {
  // A slash that belongs to a name is written twice.
  const names = path
    .replaceAll('//', '\uFDDA')
    .split('/')
    .map((name) => name.replaceAll('\uFDDA', '/').trim())
    .filter((name) => name !== '' && name !== 'top' && !/^\$\w+\$$/.test(name));
  return names.at(-1) ?? '';
}
