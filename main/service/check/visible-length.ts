// How long words look: letters with their marks count once, spaces and what cannot be seen not at all.
const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const visible = /[^\s\p{Cc}\p{Cf}]/u;

export function visibleLength(text: string): number {
  let length = 0;
  for (const { segment } of characters.segment(text)) if (visible.test(segment)) length++;
  return length;
}
