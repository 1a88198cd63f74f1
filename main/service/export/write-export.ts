// Writes a course as one page or as a package, part by part, so that others get their turn and it can be stopped.
import { createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { type ExportFormat, isSheetFormat, type SheetFormat } from '../../../core/player/formats';
import { directionOf } from '../../../core/text-direction';
import { pageBeside, pageWithin } from './html';
import { cmi5Structure, type Packed, scorm12Manifest, scorm2004Manifest } from './manifests';
import { heldFiles, writeWhole } from './one-page';
import type { ExportOrder, Work } from './order';
import { needsJudge, type PagePlan, planPage } from './player-page';
import { writeSheet } from './sheets';

const endings: Record<ExportFormat | SheetFormat, string> = {
  html: '.html',
  scorm12: '-scorm-1.2.zip',
  scorm2004: '-scorm-2004.zip',
  cmi5: '-cmi5.zip',
  worksheet: '-work-sheet.html',
  answersheet: '-answer-sheet.html',
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
  if (isSheetFormat(format)) return writeSheet({ ...order, format }, work);
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
  const { player, signal } = work;
  const held = await heldFiles(found.root, plan.assets, work);
  const { page } = plan;
  const html = pageWithin({
    page: { ...page, links: linksWithin(page.links, held) },
    words: player.words(page.interfaceLanguage),
    scripts: scriptsFor(plan).map((name) => player.text(name)),
    style: player.styleWithin('player.css', usesArabic(plan)),
  });
  signal.throwIfAborted();
  await writeWhole(html, work);
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
