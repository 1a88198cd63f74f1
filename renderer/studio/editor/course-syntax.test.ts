// The pieces that the editor tells apart in a course's text.
import { syntaxTree } from '@codemirror/language';
import { expect, test } from 'vitest';
import { editorState } from '../../../tests/editor-state';
import { passagesIn } from './gaps-and-marks';

/** Pieces of these names, with their words. */
function pieces(text: string, ...names: string[]): string[] {
  const state = editorState(text);
  const found: string[] = [];
  syntaxTree(state).iterate({
    enter: ({ name, from, to }) => {
      if (names.includes(name)) found.push(`${name} ${state.sliceDoc(from, to)}`);
    },
  });
  return found;
}

const block = ['BlockColons', 'BlockKind', 'BlockId', 'AttributeName', 'AttributeValue'];

test('an opening line: colons, kind, id, attributes', () => {
  expect(pieces('::: poll #how-sure {scale=1..5 low="not at all" pin}\n:::\n', ...block)).toEqual([
    'BlockColons :::',
    'BlockKind poll',
    'BlockId #how-sure',
    'AttributeName scale',
    'AttributeValue 1..5',
    'AttributeName low',
    'AttributeValue "not at all"',
    'AttributeName pin',
    'BlockColons :::',
  ]);
});

test('a block line ends a paragraph, and is none in code', () => {
  expect(pieces('words\n::: choice\n', 'Paragraph', 'BlockKind')).toEqual([
    'Paragraph words',
    'BlockKind choice',
  ]);
  expect(pieces('```\n::: choice\n```\n', 'BlockKind')).toEqual([]);
  expect(pieces('    ::: choice\n', 'BlockKind')).toEqual([]);
});

test('front matter is YAML, and what follows is Markdown', () => {
  expect(pieces('---\ntitle: A *lesson*\n---\nSome *words*\n', 'Key', 'Emphasis')).toEqual([
    'Key title',
    'Emphasis *words*',
  ]);
});

test('right answers are told from wrong ones', () => {
  expect(pieces('- [x] yes\n- [ ] no\n- [X] too\n', 'RightMarker', 'TaskMarker')).toEqual([
    'TaskMarker [x]',
    'RightMarker [x]',
    'TaskMarker [ ]',
    'TaskMarker [X]',
    'RightMarker [X]',
  ]);
});

test('asides, the words of the organisation, and braces at the end of an answer', () => {
  const text = '> [!CLUE sender] Ask {{org.helpdesk.phone | the help desk}}.\n\n- [ ] None {pin}\n';
  expect(pieces(text, 'Aside', 'Organisation', 'Braces')).toEqual([
    'Aside [!CLUE sender]',
    'Organisation {{org.helpdesk.phone | the help desk}}',
    'Braces {pin}',
  ]);
});

test('the head of a message is no heading', () => {
  const text = ':::: inbox #a\n::: message #b\nfrom: me\nsubject: x\n---\nBody\n:::\n::::\n';
  expect(pieces(text, 'HeadKey', 'SetextHeading2', 'Paragraph')).toEqual([
    'HeadKey from:',
    'HeadKey subject:',
    'Paragraph Body',
  ]);
});

test('HTML is text', () => {
  expect(pieces('<b>x</b>\n\n<div>\ny\n</div>\n', 'HTMLBlock', 'HTMLTag')).toEqual([]);
});

test('gaps and marked passages are shown where they mean something, and not in code', () => {
  const shown = (text: string): string[] => {
    const state = editorState(text);
    return passagesIn(state, 0, state.doc.length).map(
      ({ from, to, look }) => `${look} ${state.sliceDoc(from, to)}`,
    );
  };
  const words = 'A [[gap | or]] and ==this== and `[[code]] ==code==`.\n';
  expect(shown(`::: blanks #a\n${words}:::\n`)).toEqual(['cm-gap [[gap | or]]']);
  expect(shown(`::: mark #a\n${words}:::\n`)).toEqual(['cm-marked ==this==']);
  expect(shown(`::: choice #a\n${words}:::\n${words}`)).toEqual([]);
});
