// Lines run as their words do, whatever signs they begin with.
import { expect, test } from 'vitest';
import { editorState } from '../../../tests/editor-state';
import { directionOfLine, isolatesIn } from './line-direction';

test.each([
  ['مرحبا بالعالم', 'rtl'],
  ['- [x] أبلغ عنها', 'rtl'],
  ['> [!HINT] فكّر', 'rtl'],
  ['> [!CLUE sender] العنوان', 'rtl'],
  ['12. أولا', 'rtl'],
  ['## **عنوان**', 'rtl'],
  ['| خلية | x |', 'rtl'],
  ['::: choice #a', 'ltr'],
  ['- [x] Report it', 'ltr'],
  ['x أ', 'ltr'],
  [':::', null],
  ['', null],
  ['- 12', null],
])('%s', (line, direction) => {
  expect(directionOfLine(line)).toBe(direction);
});

test('addresses, code and signs of courses stay in one piece in Arabic, and only there', () => {
  const words = 'انظر `code` و [هنا](https://city.example/a) و {{org.phone | الهاتف}}';
  const isolates = (text: string): string[] => {
    const state = editorState(text);
    return isolatesIn(state, 0, state.doc.length).map(({ from, to }) => state.sliceDoc(from, to));
  };
  expect(isolates(words)).toEqual(['`code`', 'https://city.example/a', '{{org.phone | الهاتف}}']);
  expect(isolates(`See ${words}`)).toEqual([]);
});
