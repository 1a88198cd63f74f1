// What was found, as text to read, as JSON, or as annotations of a GitHub workflow.

import type { FileFix } from '../../../core/course/fix';
import type { Format } from './arguments';
import type { CheckResult, Finding } from './check';

export interface Report extends CheckResult {
  fixed: FileFix[];
}

const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

function countLine({ counts: { courses, files, errors, warnings } }: Report): string {
  const read = `${plural(courses, 'course')}, ${plural(files, 'file')}`;
  return `${read}: ${plural(errors, 'error')}, ${plural(warnings, 'warning')}`;
}

/**
 * Characters that would move the cursor, hide text or turn its direction are written out: words
 * of a course reach the terminal.
 */
const shownPlainly = (text: string): string =>
  text.replace(
    /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu,
    (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`,
  );

function fixWords({ ids, lines, finalNewline }: FileFix): string {
  const parts = [
    ...ids.map(({ id, line }) => `#${id} in line ${line}`),
    ...(lines > 0 ? [`${plural(lines, 'line')} without white space at the end`] : []),
    ...(finalNewline ? ['the end of the last line'] : []),
  ];
  return parts.join(', ');
}

function text(report: Report): string {
  const { findings, fixed, organisationKeys } = report;
  const blocks = [
    ...fixed.map((fix) => `wrote ${shownPlainly(fix.file)}: ${fixWords(fix)}`),
    ...findings.map(({ file, line, column, severity, rule, what, mend }) =>
      [
        `${shownPlainly(file)}:${line}:${column} ${severity} ${rule}`,
        `  ${shownPlainly(what)}`,
        `  ${shownPlainly(mend)}`,
      ].join('\n'),
    ),
  ];
  const keys = organisationKeys.map(({ key }) => key).join(', ');
  if (keys !== '') blocks.push(`Words of the organisation in use: ${keys}`);
  return [...blocks, countLine(report)].map((block) => `${block}\n`).join('\n');
}

function json({ findings, counts, organisationKeys, fixed }: Report): string {
  return `${JSON.stringify({ problems: findings, counts, organisationKeys, fixed }, null, 2)}\n`;
}

/** As the runner of GitHub's workflows reads it back: https://github.com/actions/toolkit, command.ts. */
const escapedData = (value: string): string =>
  value.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapedProperty = (value: string): string =>
  escapedData(value).replaceAll(':', '%3A').replaceAll(',', '%2C');

function command(name: string, properties: Record<string, string | number>, data: string): string {
  const list = Object.entries(properties)
    .map(([key, value]) => `${key}=${escapedProperty(String(value))}`)
    .join(',');
  return `::${name} ${list}::${escapedData(data)}`;
}

const annotation = ({ file, line, column, severity, rule, what, mend }: Finding): string =>
  command(severity, { file, line, col: column, title: rule }, `${what}\n${mend}`);

function github(report: Report): string {
  const notices = report.fixed.map((fix) =>
    command('notice', { file: fix.file, title: 'fixed' }, fixWords(fix)),
  );
  return [...notices, ...report.findings.map(annotation), countLine(report), ''].join('\n');
}

export const reports: Record<Format, (report: Report) => string> = { text, json, github };
