// What the buttons do to a text, and that pressing twice takes it back.
import { describe, expect, test } from 'vitest';
import { after, editorState } from '../../../tests/editor-state';
import { calledOut, headed, linked, listed, pictured, toggled } from './format';

const bold = (marked: string): string => {
  const state = editorState(marked);
  return after(state, toggled(state, '**'));
};
const italic = (marked: string): string => {
  const state = editorState(marked);
  return after(state, toggled(state, '*'));
};

describe('bold and italic', () => {
  test.each([
    ['some ‹words› here', 'some **‹words›** here'],
    ['some ‹ words › here', 'some  **‹words›**  here'],
    ['some wo‸rds', 'some **‹words›**'],
    ['some **‹words›** here', 'some ‹words› here'],
    ['some ‹**words**› here', 'some ‹words› here'],
    ['some *‹words›*', 'some ***‹words›***'],
    ['‸', '**‸**'],
  ])('bold: %s', (before, then) => {
    expect(bold(before)).toBe(then);
  });

  test.each([
    ['some ‹words›', 'some *‹words›*'],
    ['some *‹words›*', 'some ‹words›'],
    ['some **‹words›**', 'some ***‹words›***'],
    ['some ***‹words›***', 'some **‹words›**'],
  ])('italic: %s', (before, then) => {
    expect(italic(before)).toBe(then);
  });
});

describe('lines', () => {
  const on = (make: typeof headed, marked: string): string => {
    const state = editorState(marked);
    return after(state, make(state));
  };

  test('a heading goes round: second level, third, none', () => {
    expect(on(headed, 'Tit‸le')).toBe('## Tit‸le');
    expect(on(headed, '## Tit‸le')).toBe('### Tit‸le');
    expect(on(headed, '### Tit‸le')).toBe('Tit‸le');
  });

  test('a list of lines, and back', () => {
    expect(on(listed, '‹one\n\ntwo›')).toBe('- ‹one\n\n- two›');
    expect(on(listed, '‹- one\n- two›')).toBe('‹one\ntwo›');
    expect(on(listed, '‹- one\n2. two›')).toBe('‹one\ntwo›');
  });

  test('a callout', () => {
    expect(on(calledOut, 'Be ca‸reful')).toBe('> [!NOTE] Be ca‸reful');
    expect(on(calledOut, '‹one\ntwo›')).toBe('> [!NOTE] ‹one\n> two›');
    expect(on(calledOut, '‹one\n\ntwo›')).toBe('> [!NOTE] ‹one\n> \n> two›');
  });
});

describe('a link', () => {
  const link = (marked: string): string => {
    const state = editorState(marked);
    return after(state, linked(state));
  };

  test('of words asks for the address, of an address for the words', () => {
    expect(link('see ‹this page›')).toBe('see [this page](‸)');
    expect(link('see ‹https://city.example/a›')).toBe('see [‸](https://city.example/a)');
    expect(link('see ‸')).toBe('see [‸]()');
  });
});

test('a picture asks for what it shows', () => {
  expect(after(editorState('ab'), pictured('assets/a.png', 1))).toBe('a![‸](assets/a.png)b');
  expect(after(editorState(''), pictured('assets/a b.png', 0))).toBe('![‸](<assets/a b.png>)');
});
