// Writes texts to be translated as XLIFF 2.1; inline Markdown is text in it.
import type { Exchange, ExchangeUnit } from './exchange';

const namespace = 'urn:oasis:names:tc:xliff:document:2.0';

export function writeXliff({ files, ...exchange }: Exchange): string {
  const head = `<xliff xmlns="${namespace}" version="2.1" srcLang="${attribute(exchange.sourceLanguage)}" trgLang="${attribute(exchange.targetLanguage)}">`;
  const body = files.map(({ file, units }, at) =>
    [
      `  <file id="f${at + 1}" original="${attribute(file)}" xml:space="preserve">`,
      ...(at === 0 ? courseNote(exchange) : []),
      ...units.flatMap((unit, n) => unitLines(unit, n + 1)),
      '  </file>',
    ].join('\n'),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${[head, ...body, '</xliff>'].join('\n')}\n`;
}

const courseNote = ({ course, version }: Pick<Exchange, 'course' | 'version'>): string[] => [
  '    <notes>',
  `      <note category="course">${content(`${course} ${version}`)}</note>`,
  '    </notes>',
];

function unitLines({ key, role, source, target, state, was }: ExchangeUnit, n: number): string[] {
  const notes = [
    `        <note category="role">${content(role)}</note>`,
    ...(was === null ? [] : [`        <note category="earlier-source">${content(was)}</note>`]),
  ];
  return [
    `    <unit id="u${n}" name="${attribute(key)}">`,
    '      <notes>',
    ...notes,
    '      </notes>',
    `      <segment state="${state === 'translated' ? 'translated' : 'initial'}">`,
    `        <source>${content(source)}</source>`,
    ...(target === null ? [] : [`        <target>${content(target)}</target>`]),
    '      </segment>',
    '    </unit>',
  ];
}

const names: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => names[sign] ?? sign);

/** Signs that XML cannot hold go by their numbers, in an element that XLIFF has for them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
const unholdable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

const content = (text: string): string =>
  escaped(text)
    .replaceAll('\r', '&#13;')
    .replace(
      unholdable,
      (sign) => `<cp hex="${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}"/>`,
    );

const attribute = (text: string): string =>
  escaped(text)
    .replace(unholdable, '')
    .replace(/[\t\n\r]/g, ' ');
