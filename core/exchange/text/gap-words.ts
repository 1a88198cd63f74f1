// Words that are typed or chosen in a gap: one line, without signs that would end the gap.
import type { Asking } from './read';

export function gapWords(written: string, { report, line, name }: Asking): string {
  const words = written.replace(/\s+/g, ' ').trim();
  if (!words.includes(']]')) return words;
  report.add(line, 'gap-brackets-changed', { name });
  return words.replace(/\](?=\])/g, '] ');
}
