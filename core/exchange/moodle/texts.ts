// Reads a text element of Moodle XML: `<questiontext format="html"><text>…`.
import type { Report } from '../report';
import { type Flow, plainFlow } from '../text/flow';
import { fromHtml, looksLikeHtml } from '../text/from-html';
import { fromMarkdown } from '../text/from-markdown';
import { ownText, type XmlElement } from './xml';

interface Asking {
  report: Report;
  line: number;
  name: string;
}

/** `prepare` is given the words before they are read. */
export function readMoodleText(
  element: XmlElement | undefined,
  { report, line, name }: Asking,
  prepare: (text: string) => string = (text) => text,
): Flow {
  if (!element) return [];
  const text = prepare(ownText(element));
  const format = element.attributes.format ?? 'moodle_auto_format';
  const isPlain = format === 'moodle_auto_format' && !looksLikeHtml(text);
  switch (isPlain ? 'plain_text' : format) {
    case 'markdown': {
      const { flow, said } = fromMarkdown(text);
      for (const message of said) report.add(line, message, { name });
      return flow;
    }
    case 'plain_text':
      return plainFlow(text);
    default: {
      const { flow, flattened } = fromHtml(text);
      if (flattened) report.add(line, 'text-flattened', { name });
      return flow;
    }
  }
}
