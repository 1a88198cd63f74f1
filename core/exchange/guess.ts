// Which format a file of questions is in, by its name and its first words.
import { exchangeFormats } from '.';
import type { ExchangeFormatId } from './format-ids';
import { isLiaScript } from './liascript';

/** The formats that can be read, the likeliest first. */
export function likelyFormats(name: string, text: string): ExchangeFormatId[] {
  const ending = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const begin = text.slice(0, 20_000);
  const looks: Record<ExchangeFormatId, boolean> = {
    'moodle-xml': /^\s*(<\?xml|<quiz\b)/.test(begin),
    'edx-markdown': /^\s*(>>.*<<|\( ?x? ?\)|\[ ?x? ?\] )/m.test(begin),
    gift: /\{[^{}]*[=~#]|\{\s*(T|F|TRUE|FALSE)?\s*\}|^::/m.test(begin),
    liascript: isLiaScript(begin),
    csv: /^[^\n]*[,;\t][^\n]*\n/.test(begin),
  };
  const formats = Object.entries(exchangeFormats) as [
    ExchangeFormatId,
    { extensions: readonly string[] },
  ][];
  const score = ([id, { extensions }]: (typeof formats)[number]): number =>
    Number(extensions.includes(ending)) * 2 + Number(looks[id]);
  return formats
    .filter(([, format]) => 'import' in format)
    .sort((a, b) => score(b) - score(a))
    .map(([id]) => id);
}
