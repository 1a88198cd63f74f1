// A build step for shell and service: a file is read when something in it is first used, not when
// the app starts. Most of both is for later: a start needs neither the parser nor the importers.
import path from 'node:path';
import MagicString from 'magic-string';

/** The folder of the project, as the bundler writes paths: it is run there. */
const root = process.cwd().split(path.sep).join('/');

/** What the bundler writes at the top of a chunk for another chunk, or for a part of Node. */
const required =
  /^(?:const|let|var) (?<name>[\w$]+) = (?<read>require\("(?<what>\.\/[^"]+|node:(?:crypto|zlib))"\));$/gm;

/** Every chunk needs it at once. */
const runtime = 'rolldown-runtime';

/**
 * A chunk reaches whatever another one exports through the name that holds it; so the name may as
 * well hold something that reads the other one at the first touch.
 */
const lazily = `const lazily = (read) => {
  let held;
  return new Proxy({}, { get: (_, name) => (held ??= read())[name] });
};
`;

/**
 * The name of the chunk that a module goes into: one for each file of ours, one for each package.
 * @param {string} id
 */
export function chunkOf(id) {
  // From the folder of the project on: where that lies is nobody's business.
  const within = id.startsWith(root) ? id.slice(root.length) : id;
  const ours = /^\/((?:core|main)\/[^?]*)\.(?:ts|json)$/.exec(within)?.[1];
  const packed = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1];
  return (packed ?? ours)?.replaceAll('/', '-').replace('@', '') ?? null;
}

/** @returns {import('vite').Plugin} */
export const lazyChunks = () => ({
  name: 'deskwise:lazy-chunks',
  renderChunk(code) {
    const text = new MagicString(code);
    for (const { 0: line, index, groups } of code.matchAll(required)) {
      const { name = '', read = '', what = '' } = groups ?? {};
      // A name that is given another value below, or a helper of the bundler, is left as it is.
      if (what.includes(runtime) || code.includes(`\n${name} = `)) continue;
      text.overwrite(index, index + line.length, `const ${name} = lazily(() => ${read});`);
    }
    if (!text.hasChanged()) return null;
    text.prepend(lazily);
    return { code: text.toString(), map: text.generateMap({ hires: 'boundary' }) };
  },
});
