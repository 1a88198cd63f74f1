// Writes a work sheet or an answer sheet as one page that needs no script, to be printed.
import { extname } from 'node:path';
import { assetTypes } from '../../../core/course/asset-types';
import { type SheetPage, sheetPage } from '../../../core/paper/sheet-page';
import type { SheetFormat } from '../../../core/player/formats';
import { directionOf } from '../../../core/text-direction';
import type { Links } from '../../../core/views';
import { sheetHtml } from './html';
import { heldFiles, writeWhole } from './one-page';
import type { ExportOrder, Work } from './order';
import { pathsIn, planPage } from './player-page';

export async function writeSheet(
  order: ExportOrder & { format: SheetFormat },
  work: Work,
): Promise<void> {
  const { found, format, language, paper, organisation } = order;
  const { player, signal } = work;
  const { page: plan } = planPage(found, language, 'alone', organisation);
  const { interfaceLanguage } = plan;
  const bare = sheetPage({
    ...{ course: found.course, language, interfaceLanguage, format, paper, organisation },
    linksIn: (folder) => plan.links[folder] ?? {},
  });
  const shown = new Set(bare.lessons.flatMap((lesson) => picturesOf(lesson)));
  const held = await heldFiles(found.root, [...shown].sort(), work);
  const page: SheetPage = {
    ...bare,
    lessons: bare.lessons.map((lesson) => ({ ...lesson, links: linksWith(lesson.links, held) })),
  };
  const { drawSheet } = player.paper();
  const body = drawSheet(page, JSON.parse(player.words(interfaceLanguage)));
  const languages = [
    interfaceLanguage,
    page.language,
    ...page.lessons.map((each) => each.language),
  ];
  const usesArabic = languages.some((tag) => directionOf(tag) === 'rtl');
  signal.throwIfAborted();
  await writeWhole(sheetHtml(page, body, player.styleWithin('paper.css', usesArabic)), work);
}

/** Recordings cannot be printed, and downloads not be saved from paper. */
const isPicture = (path: string): boolean =>
  assetTypes[extname(path).toLowerCase()]?.startsWith('image/') ?? false;

/** Paths in the course of the pictures that the questions of a lesson show. */
function picturesOf({ tasks, links }: SheetPage['lessons'][number]): string[] {
  const named = pathsIn(tasks);
  return Object.entries(links).flatMap(([name, link]) =>
    named.has(name) && link.to === 'asset' && isPicture(link.path) ? [link.path] : [],
  );
}

/** The pictures hold themselves; whatever else lies beside the page is not there on paper. */
const linksWith = (links: Links, held: ReadonlyMap<string, string>): Links =>
  Object.fromEntries(
    Object.entries(links).flatMap(([name, link]): [string, Links[string]][] => {
      if (link.to !== 'asset') return [[name, link]];
      const url = held.get(link.path);
      return url === undefined ? [] : [[name, { ...link, url }]];
    }),
  );
