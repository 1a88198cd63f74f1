// What kind of folder it is, and what its own lists say: title, language, which pages in which order.
import { isIndexPath, isPagePath } from './folder';
import { Fences, linesOf } from './lines';
import { isRecord, readJson, readToml, readYaml } from './matter';
import { folderOf, nameOf, normalPath, withoutEnding } from './names';
import type { ReportMessage } from './report';

export const siteKinds = [
  'mdbook',
  'mkdocs',
  'docusaurus',
  'hugo',
  'jekyll',
  'docsify',
  'folder',
] as const;
export type SiteKind = (typeof siteKinds)[number];

export interface ListedPage {
  path: string;
  /** As the list calls it; undefined where it gives no name. */
  title?: string;
}

export interface Site {
  kind: SiteKind;
  /** The folder its pages lie in; '' for the folder itself. */
  content: string;
  /** Where addresses that begin with a slash may lead. */
  roots: string[];
  title?: string;
  summary?: string;
  language?: string;
  authors: string[];
  /** In the order of the site's own list; empty without one. */
  listed: ListedPage[];
  /** Whether pages that the list does not name belong to the site all the same. */
  takesUnlisted: boolean;
  mistakes: {
    file: string;
    line: number;
    message: ReportMessage;
    values: Record<string, string>;
  }[];
}

/** What is asked of the folder: text of a file, undefined where it cannot be read. */
export interface SiteFiles {
  paths: ReadonlySet<string>;
  text(path: string): string | undefined;
}

const textIn = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.replace(/\s+/g, ' ').trim() : undefined;

const bare = (kind: SiteKind, content: string, roots: readonly string[]): Site => ({
  kind,
  content,
  roots: [...new Set([content, ...roots])],
  authors: [],
  listed: [],
  takesUnlisted: true,
  mistakes: [],
});

const named = (
  site: Site,
  values: Record<'title' | 'summary' | 'language', string | undefined>,
): Site => ({
  ...site,
  ...Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)),
});

export function readSite(files: SiteFiles): Site {
  const { paths } = files;
  const has = (folder: string): boolean => [...paths].some((path) => path.startsWith(`${folder}/`));
  return (
    mdBook(files) ??
    mkDocs(files) ??
    docusaurus(files, has) ??
    hugo(files, has) ??
    docsify(files) ??
    jekyll(files) ??
    bare('folder', has('docs') && !rootPages(paths) ? 'docs' : '', [
      'docs',
      'static',
      'public',
      'assets',
    ])
  );
}

const rootPages = (paths: ReadonlySet<string>): boolean =>
  [...paths].some((path) => isPagePath(path) && !path.includes('/'));

function mdBook(files: SiteFiles): Site | undefined {
  const list = ['src/SUMMARY.md', 'SUMMARY.md', 'docs/SUMMARY.md', 'book/SUMMARY.md'].find((path) =>
    files.paths.has(path),
  );
  const config = readToml(files.text('book.toml') ?? '');
  const book = isRecord(config) && isRecord(config.book) ? config.book : {};
  const source = textIn(book.src);
  const summary = source && files.paths.has(`${source}/SUMMARY.md`) ? `${source}/SUMMARY.md` : list;
  if (summary === undefined) return undefined;
  const content = folderOf(summary);
  const site = named(bare('mdbook', content, []), {
    title: textIn(book.title),
    summary: textIn(book.description),
    language: textIn(book.language),
  });
  const authors = Array.isArray(book.authors)
    ? book.authors.flatMap((each) => textIn(each) ?? [])
    : [];
  return { ...site, ...listIn(summary, files), authors, takesUnlisted: false };
}

function docsify(files: SiteFiles): Site | undefined {
  const list = ['_sidebar.md', 'docs/_sidebar.md'].find((path) => files.paths.has(path));
  if (list === undefined) return undefined;
  return { ...bare('docsify', folderOf(list), []), ...listIn(list, files) };
}

/** The links of a list of contents, in their order. */
function listIn(file: string, files: SiteFiles): Pick<Site, 'listed' | 'mistakes'> {
  const listed: ListedPage[] = [];
  const mistakes: Site['mistakes'] = [];
  const seen = new Set<string>();
  const fences = new Fences();
  for (const { text, line } of linesOf(files.text(file) ?? '')) {
    if (fences.takes(text)) continue;
    for (const match of text.matchAll(
      /\[((?:[^[\]\\]|\\.){0,300})\]\(<?([^()<>\s]{1,500}(?: [^()<>"]{1,300})?)>?(?: "[^"]{0,300}")?\)/g,
    )) {
      const [, words = '', address = ''] = match;
      if (/^[a-z]+:/i.test(address)) continue;
      const path = pageAt(folderOf(file), decoded(address), files.paths);
      if (path === undefined) {
        mistakes.push({ file, line, message: 'listed-missing', values: { path: address } });
      } else if (!seen.has(path)) {
        seen.add(path);
        const title = textIn(words.replace(/[\\*_`]/g, ''));
        listed.push({ path, ...(title !== undefined && { title }) });
      }
    }
  }
  return { listed, mistakes };
}

/** As `decodeURIComponent`, of an address that may not be one. */
function decoded(address: string): string {
  try {
    return decodeURIComponent(address.replace(/[?#].*$/, ''));
  } catch {
    return address;
  }
}

function pageAt(folder: string, address: string, paths: ReadonlySet<string>): string | undefined {
  const path = normalPath(`${folder}/${address}`);
  if (path === undefined) return undefined;
  const inside = path === '' ? '' : `${path}/`;
  return [path, `${path}.md`, `${inside}README.md`, `${inside}index.md`].find(
    (each) => isPagePath(each) && paths.has(each),
  );
}

function mkDocs(files: SiteFiles): Site | undefined {
  const file = ['mkdocs.yml', 'mkdocs.yaml'].find((path) => files.paths.has(path));
  if (file === undefined) return undefined;
  const config = readYaml(files.text(file) ?? '');
  if (!isRecord(config)) {
    const site = bare('mkdocs', 'docs', []);
    return {
      ...site,
      mistakes: [{ file, line: 1, message: 'list-broken', values: { path: file } }],
    };
  }
  const content = normalPath(textIn(config.docs_dir) ?? 'docs') ?? 'docs';
  const theme = isRecord(config.theme) ? config.theme : {};
  const site = named(bare('mkdocs', content, []), {
    title: textIn(config.site_name),
    summary: textIn(config.site_description),
    language: textIn(theme.language),
  });
  const author = textIn(config.site_author);
  const listed: ListedPage[] = [];
  const seen = new Set<string>();
  const mistakes: Site['mistakes'] = [];
  const take = (entry: unknown, title: string | undefined, depth: number): void => {
    if (depth > 10) return;
    if (typeof entry === 'string') {
      if (/^[a-z]+:/i.test(entry)) return;
      const path = pageAt(content, entry, files.paths);
      if (path === undefined)
        mistakes.push({ file, line: 1, message: 'listed-missing', values: { path: entry } });
      else if (!seen.has(path)) {
        seen.add(path);
        listed.push({ path, ...(title !== undefined && { title }) });
      }
    } else if (Array.isArray(entry)) for (const each of entry) take(each, undefined, depth + 1);
    else if (isRecord(entry))
      for (const [name, value] of Object.entries(entry)) take(value, name, depth + 1);
  };
  take(config.nav, undefined, 0);
  return { ...site, listed, mistakes, authors: author === undefined ? [] : [author] };
}

function docusaurus(files: SiteFiles, has: (folder: string) => boolean): Site | undefined {
  const config = ['js', 'ts', 'mjs', 'cjs']
    .map((ending) => `docusaurus.config.${ending}`)
    .find((path) => files.paths.has(path));
  if (config === undefined) return undefined;
  // A program, of which only plain words are read.
  const source = files.text(config) ?? '';
  const word = (name: string): string | undefined =>
    textIn(new RegExp(`^\\s*${name}:\\s*(["'\`])(.{1,200}?)\\1`, 'm').exec(source)?.[2]);
  return named(bare('docusaurus', has('docs') ? 'docs' : '', ['static', '']), {
    title: word('title'),
    summary: word('tagline'),
    language: word('defaultLocale'),
  });
}

function hugo(files: SiteFiles, has: (folder: string) => boolean): Site | undefined {
  if (!has('content')) return undefined;
  const file = ['hugo', 'config']
    .flatMap((name) => ['toml', 'yaml', 'yml', 'json'].map((ending) => `${name}.${ending}`))
    .find((path) => files.paths.has(path));
  if (file === undefined) return undefined;
  const text = files.text(file) ?? '';
  const config = file.endsWith('.toml')
    ? readToml(text)
    : file.endsWith('.json')
      ? readJson(text)
      : readYaml(text);
  const values = isRecord(config) ? config : {};
  const params = isRecord(values.params) ? values.params : {};
  return named(bare('hugo', 'content', ['static', 'assets']), {
    title: textIn(values.title),
    summary: textIn(params.description),
    language: textIn(values.defaultContentLanguage) ?? textIn(values.languageCode),
  });
}

function jekyll(files: SiteFiles): Site | undefined {
  const text = files.text('_config.yml');
  if (text === undefined) return undefined;
  const config = readYaml(text);
  const values = isRecord(config) ? config : {};
  return named(bare('jekyll', '', ['docs', '_docs']), {
    title: textIn(values.title),
    summary: textIn(values.description),
    language: textIn(values.lang) ?? textIn(values.locale),
  });
}

const projectNames: ReadonlySet<string> = new Set([
  ...[
    'license',
    'licence',
    'contributing',
    'code_of_conduct',
    'code-of-conduct',
    'changelog',
    'changes',
  ],
  ...[
    'security',
    'support',
    'governance',
    'maintainers',
    'pull_request_template',
    'issue_template',
  ],
  ...['codeowners', 'notice', 'copying', 'agents', 'claude'],
  ...['todo', 'release', 'releases', 'history', 'news', '404'],
]);

/** Lists of pages and frames around them: what they say is followed, or shown nowhere. */
const listNames: ReadonlySet<string> = new Set([
  ...['summary', '_sidebar', '_navbar', '_footer', '_coverpage'],
]);

export const isListPage = (path: string): boolean =>
  listNames.has(withoutEnding(nameOf(path)).toLowerCase());

const projectFolders =
  /(?:^|\/)(?:node_modules|_site|_includes|_layouts|_sass|archetypes|themes|layouts|target|bower_components)\//i;

/** Pages about the project that holds the course, not about its subject. */
export const isProjectPage = (path: string): boolean =>
  projectFolders.test(path) || projectNames.has(withoutEnding(nameOf(path)).toLowerCase());

/** How a folder of a site orders its parts: `_category_.json` of Docusaurus, `.pages` of others. */
export function folderPosition(folder: string, files: SiteFiles): number | undefined {
  for (const name of ['_category_.json', '_category_.yml', '_category_.yaml']) {
    const path = `${folder}/${name}`;
    if (!files.paths.has(path)) continue;
    const text = files.text(path) ?? '';
    const value = name.endsWith('json') ? readJson(text) : readYaml(text);
    if (isRecord(value) && typeof value.position === 'number') return value.position;
  }
  return undefined;
}

export const frontOf = (pages: readonly string[], content: string): string | undefined => {
  const at = (folder: string) =>
    pages.find((path) => isIndexPath(path) && folderOf(path) === folder);
  return at(content) ?? at('');
};
