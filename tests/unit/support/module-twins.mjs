// Twins of our modules with a protection taken out, for tests that must find them. Only the tests'
// Vite makes them: no build of the app has this, and so none can be told to go without a protection.
import path from 'node:path';

/**
 * In the place of `find`, which must stand in the file exactly once, the twin has `put`. Files are
 * named from the project's folder.
 * @typedef {{ file: string, find: string, put: string }} Change
 */

const root = path.join(import.meta.dirname, '..', '..', '..');
const marker = /[?&]twin=([\w-]+)/;

/** @param {string} file */
export const pathOf = (file) => path.join(root, file);

/**
 * What is imported to get the twin of a file, with all changes of it.
 * @param {string} file
 * @param {readonly Change[]} changes
 */
export const twinOf = (file, changes) =>
  `${pathOf(file)}?twin=${Buffer.from(JSON.stringify(changes)).toString('base64url')}`;

/** @returns {import('vite').Plugin} */
export const twins = () => ({
  name: 'twins',
  enforce: 'pre',
  transform(code, id) {
    const written = marker.exec(id)?.[1];
    if (written === undefined) return null;
    /** @type {Change[]} */
    const changes = JSON.parse(Buffer.from(written, 'base64url').toString());
    return changes.reduce((text, { file, find, put }) => {
      const parts = text.split(find);
      if (parts.length === 2) return parts.join(put);
      throw new Error(`${file} should have this once, not ${parts.length - 1} times: ${find}`);
    }, code);
  },
});
