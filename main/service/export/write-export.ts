// Writes a course as one page or as a package, part by part, so that others get their turn and it can be stopped.
import { createWriteStream } from 'node:fs';
import { open, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { OperationError } from '../../../core/errors';
import type { OrganisationWords } from '../../../core/organisation';
import type { ExportFormat } from '../../../core/player/formats';
import { directionOf } from '../../../core/text-direction';
import { assetAddress } from './asset-address';
import { pageBeside, pageWithin } from './html';
import { cmi5Structure, type Packed, scorm12Manifest, scorm2004Manifest } from './manifests';
import type { PlayerFiles } from './player-files';
import { needsJudge, type PagePlan, planPage, type WholeCourse } from './player-page';

export interface ExportOrder {
  found: WholeCourse;
  format: ExportFormat;
  language: string;
  organisation: OrganisationWords;
}

interface Work {
  player: PlayerFiles;
  /** Where to write; nothing is there yet. */
  file: string;
  signal: AbortSignal;
  /** From 0 to 1. */
  onShare: (share: number) => void;
}

/** A browser holds the whole page in memory: more than this is no page any more. */
const mostInOnePage = 150_000_000;

const endings: Record<ExportFormat, string> = {
  html: '.html',
  scorm12: '-scorm-1.2.zip',
  scorm2004: '-scorm-2004.zip',
  cmi5: '-cmi5.zip',
};

/** `phishing-1.2.0-scorm-1.2.zip` */
export function exportName({ found, format, language }: ExportOrder): string {
  const { id, version, texts } = found.course;
  const plain = (text: string): string => text.replace(/[^\w.-]+/g, '-').slice(0, 80);
  const own = texts[0].language === language ? '' : `-${plain(language)}`;
  return `${plain(id)}-${plain(version)}${own}${endings[format]}`;
}

export async function writeExport(order: ExportOrder, work: Work): Promise<void> {
  const { found, format, language, organisation } = order;
  const delivery = format === 'html' ? 'alone' : format;
  const plan = planPage(found, language, delivery, organisation);
  if (format === 'html') await writePage(order, plan, work);
  else await writePackage(order, plan, format, work);
}

const scriptsFor = (plan: PagePlan): string[] => [
  ...(needsJudge(plan.page) ? ['judge.js'] : []),
  'player.js',
];

async function writePage({ found }: ExportOrder, plan: PagePlan, work: Work): Promise<void> {
  const { player, signal, file, onShare } = work;
  const sizes = await Promise.all(plan.assets.map((path) => stat(join(found.root, path))));
  const bytes = sizes.reduce((sum, { size }) => sum + size, 0);
  if (bytes > mostInOnePage) {
    throw new OperationError('too-large', { megabytes: Math.ceil(bytes / 1_000_000) });
  }
  const held = new Map<string, string>();
  for (const [at, path] of plan.assets.entries()) {
    signal.throwIfAborted();
    held.set(path, assetAddress(path, await readFile(join(found.root, path))));
    onShare((at + 1) / (plan.assets.length + 1));
  }
  const { page } = plan;
  const html = pageWithin({
    page: { ...page, links: linksWithin(page.links, held) },
    words: player.words(page.interfaceLanguage),
    scripts: scriptsFor(plan).map((name) => player.text(name)),
    style: player.styleWithin(usesArabic(plan)),
  });
  signal.throwIfAborted();
  const handle = await open(file, 'wx');
  try {
    await handle.writeFile(html, { signal });
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const usesArabic = ({ page }: PagePlan): boolean =>
  [page.interfaceLanguage, ...page.course.texts.map(({ language }) => language)].some(
    (tag) => directionOf(tag) === 'rtl',
  );

function linksWithin(
  links: PagePlan['page']['links'],
  held: ReadonlyMap<string, string>,
): PagePlan['page']['links'] {
  const within = (each: PagePlan['page']['links'][string]) =>
    Object.fromEntries(
      Object.entries(each).map(([name, link]) => [
        name,
        link.to === 'asset' ? { ...link, url: held.get(link.path) ?? link.url } : link,
      ]),
    );
  return Object.fromEntries(Object.entries(links).map(([at, each]) => [at, within(each)]));
}

const manifests: Record<
  Exclude<ExportFormat, 'html'>,
  { name: string; write: (packed: Packed) => string }
> = {
  scorm12: { name: 'imsmanifest.xml', write: scorm12Manifest },
  scorm2004: { name: 'imsmanifest.xml', write: scorm2004Manifest },
  cmi5: { name: 'cmi5.xml', write: cmi5Structure },
};

/** The same course gives the same bytes: no clock goes into it. */
const always = { mtime: new Date(2000, 0, 1), mode: 0o100644, forceDosTimestamp: true };

/** Already small. */
const isPacked = (path: string): boolean =>
  /\.(png|jpe?g|gif|webp|avif|mp3|m4a|ogg|opus|mp4|webm|woff2|zip|docx|xlsx|pptx)$/i.test(path);

async function writePackage(
  { found }: ExportOrder,
  plan: PagePlan,
  format: Exclude<ExportFormat, 'html'>,
  { player, file, signal, onShare }: Work,
): Promise<void> {
  const scripts = scriptsFor(plan);
  const own = [...scripts, 'player.css', ...player.fonts()].map(
    (name) => [`player/${name}`, player.path(name)] as const,
  );
  const assets = plan.assets.map((path) => [path, join(found.root, path)] as const);
  const all = [...own, ...assets];
  const page = pageBeside({
    page: plan.page,
    words: player.words(plan.page.interfaceLanguage),
    scripts: scripts.map((name) => `player/${name}`),
    style: 'player/player.css',
  });
  const sizes = await Promise.all(all.map(([, from]) => stat(from)));
  const bytes = sizes.reduce((sum, { size }) => sum + size, page.length);

  const zip = new ZipFile();
  const { name, write } = manifests[format];
  const files = ['index.html', ...all.map(([path]) => path)];
  zip.addBuffer(Buffer.from(write({ page: plan.page, files })), name, always);
  zip.addBuffer(Buffer.from(page), 'index.html', always);
  for (const [path, from] of all) zip.addFile(from, path, { ...always, compress: !isPacked(path) });
  zip.end();
  // A file that is gone since it was listed ends the writing too.
  const packed = zip.outputStream as Readable;
  zip.on('error', (error) => packed.destroy(error as Error));

  let done = 0;
  packed.on('data', (chunk: Buffer) => {
    done += chunk.length;
    onShare(Math.min(0.99, done / bytes));
  });
  await pipeline(packed, createWriteStream(file, { flags: 'wx', flush: true }), { signal });
}
