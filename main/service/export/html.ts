// The pages that leave the app: one that holds a course, with the player beside it or within it, and one to print.
import { createHash } from 'node:crypto';
import { bestText } from '../../../core/course/in-language';
import type { SheetPage } from '../../../core/paper/sheet-page';
import { type PlayerPage, pageElement, wordsElement } from '../../../core/player/page';
import { directionOf } from '../../../core/text-direction';

interface Page {
  page: PlayerPage;
  /** The words of the interface, as JSON text. */
  words: string;
  /** The addresses of scripts and style, or what they say where they stand in the page. */
  scripts: string[];
  style: string;
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** JSON that cannot end the element it stands in, whatever an author wrote. */
const jsonWithin = (json: string): string => json.replaceAll('<', '\\u003c');

/** A script that cannot end its element either: both stand in strings only, where an escape is the same. */
const scriptWithin = (script: string): string =>
  script.replace(/<(?=\/script)/gi, '\\x3c').replaceAll('<!--', '\\x3c!--');

const hashOf = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** A platform may lie anywhere; all other pages speak to nobody. */
function policy({ delivery }: PlayerPage, scripts: string, style: string): string {
  return [
    "default-src 'none'",
    `script-src ${scripts}`,
    `style-src ${style}`,
    "img-src 'self' data:",
    "media-src 'self' data:",
    "font-src 'self' data:",
    delivery === 'cmi5' ? 'connect-src http: https:' : "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

function html({ page, words }: Page, contentPolicy: string, head: string, foot: string): string {
  const { matter } = bestText(page.course, page.language);
  const language = page.interfaceLanguage;
  return `<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(contentPolicy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta id="react-aria-pressable-style">
<title>${escaped(matter.title)}</title>
${head}
</head>
<body>
<div id="root"></div>
<script type="application/json" id="${wordsElement}">${jsonWithin(words)}</script>
<script type="application/json" id="${pageElement}">${jsonWithin(JSON.stringify(page))}</script>
${foot}
</body>
</html>
`;
}

export function pageBeside(given: Page): string {
  const style = `<link rel="stylesheet" href="${escaped(given.style)}">`;
  const scripts = given.scripts.map((each) => `<script src="${escaped(each)}"></script>`);
  return html(given, policy(given.page, "'self'", "'self'"), style, scripts.join('\n'));
}

export function pageWithin(given: Page): string {
  const scripts = given.scripts.map(scriptWithin);
  const content = policy(given.page, scripts.map(hashOf).join(' '), hashOf(given.style));
  const elements = scripts.map((each) => `<script>${each}</script>`);
  return html(given, content, `<style>${given.style}</style>`, elements.join('\n'));
}

/** In an attribute or a string of CSS it can end neither, whatever an author wrote. */
const cssString = (text: string): string =>
  `"${text.replace(/[^\p{L}\p{N} .,:;!?()-]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `)}"`;

/** The name of the course and the number of each page stand at its foot. */
function pageStyle({ paper, course, language, interfaceLanguage }: SheetPage): string {
  const [near, far] =
    directionOf(interfaceLanguage) === 'rtl' ? ['right', 'left'] : ['left', 'right'];
  const font = 'font-family:var(--font-text);font-size:8.5pt;color:#545c64';
  const title = `${course.title} · ${course.version}`;
  return `@page{size:${paper === 'a4' ? 'A4' : 'letter'};margin:16mm 16mm 20mm;@bottom-${near}{content:${cssString(title)};direction:${directionOf(language)};${font}}@bottom-${far}{content:counter(page) " / " counter(pages);${font}}}`;
}

/** `body` is what the renderer drew: it escapes every word. Nothing in the page runs. */
export function sheetHtml(page: SheetPage, body: string, style: string): string {
  const { interfaceLanguage: language, course } = page;
  const whole = `${style}${pageStyle(page)}`;
  const policy = [
    "default-src 'none'",
    `style-src ${hashOf(whole)}`,
    'img-src data:',
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="${language}" dir="${directionOf(language)}" data-theme="light">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escaped(course.title)}</title>
<style>${whole}</style>
</head>
<body>
${body}
</body>
</html>
`;
}
