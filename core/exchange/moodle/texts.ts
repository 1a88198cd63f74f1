// Reads a text element of Moodle XML: `<questiontext format="html"><text>…`.
import type { Flow } from '../text/flow';
import { type Asking, readFlow, type TextFormat } from '../text/read';
import { ownText, type XmlElement } from './xml';

const formats: Readonly<Record<string, TextFormat>> = {
  html: 'html',
  markdown: 'markdown',
  plain_text: 'plain',
};

/** `prepare` is given the words before they are read. */
export function readMoodleText(
  element: XmlElement | undefined,
  asking: Asking,
  prepare: (text: string) => string = (text) => text,
): Flow {
  const format = formats[element?.attributes.format ?? ''] ?? 'auto';
  return readFlow(prepare(ownText(element)), format, asking);
}
