// What is offered where, and what taking it writes.
import { CompletionContext } from '@codemirror/autocomplete';
import { describe, expect, test } from 'vitest';
import { editorState } from '../../../tests/editor-state';
import { type CourseAround, completions } from './completions';

const around: CourseAround = {
  file: '01-a.md',
  files: [
    { path: '01-a.md', title: 'This one' },
    { path: '02-b.md', title: 'Reading a message' },
    { path: 'assets/inbox.svg' },
    { path: 'assets/lock.webm' },
    { path: 'assets/lock.vtt' },
    { path: 'assets/march.csv' },
  ],
  ids: [{ id: 'first-step', name: 'choice' }],
  terms: [{ id: 'phishing', name: 'Phishing' }],
  competences: [{ id: '4.1', name: 'Protecting devices' }],
  facts: [{ id: 'K-21', name: 'Most attacks begin by mail' }],
  topics: [{ id: 'cybersecurity', name: 'Cybersecurity' }],
  courses: [{ id: 'passwords', name: 'Passwords' }],
  organisationKeys: [{ id: 'helpdesk.phone', name: '555 0100' }],
};

function offered(marked: string, file = '01-a.md') {
  const state = editorState(marked);
  const words = { name: (kind: string) => `name of ${kind}`, use: () => 'what for' };
  const source = completions(
    () => ({ ...around, file }),
    () => words,
  );
  return source(new CompletionContext(state, state.selection.main.head, false));
}

const labels = (marked: string, file?: string): string[] =>
  offered(marked, file)?.options.map(({ label }) => label) ?? [];

describe('kinds of blocks', () => {
  test('behind colons, with their names', () => {
    const found = offered('::: cho‸');
    expect(found?.from).toBe(4);
    const choice = found?.options.find(({ label }) => label === 'choice');
    expect(choice?.detail).toBe('name of choice');
    expect(labels('::: ‸')).toContain('whatif');
    expect(labels(':::‸')).toContain('pool');
  });

  test('in an inbox only messages', () => {
    expect(labels(':::: inbox #a\n::: ‸\n::::')).toEqual(['message']);
    expect(labels(':::: inbox #a\n::: mess‸\n::::')).toEqual(['message']);
  });

  test('not behind a kind, not in words, not in code', () => {
    expect(labels('::: choice ‸')).toEqual([]);
    expect(labels('words ::: ‸')).toEqual([]);
    expect(labels('```\n::: ‸\n```')).toEqual([]);
  });
});

describe('attributes', () => {
  test('those of the kind and of all questions, without those that stand there', () => {
    const found = labels('::: mark #a {points=2 ‸');
    expect(found).toEqual([]);
    expect(labels('::: mark #a {points=2 u‸}')).toContain('unit');
    expect(labels('::: mark #a {points=2 u‸}')).not.toContain('points');
    expect(labels('::: steps {‸}')).toEqual([]);
  });

  test('their values, where they are of a few', () => {
    expect(labels('::: mark #a {unit=‸')).toEqual(['word', 'line', 'sentence']);
    expect(labels('::: choice #a {sure=‸}')).toEqual(['yes', 'no']);
    const [competence] = offered('::: choice #a {competence=‸}')?.options ?? [];
    expect(competence).toMatchObject({ displayLabel: '4.1', apply: '"4.1"' });
    expect(labels('::: estimate #a {unit=‸}')).toEqual([]);
  });

  test('files that fit', () => {
    expect(labels('::: video {src=‸')).toEqual(['assets/lock.webm']);
    expect(labels('::: video {src=assets/lock.webm captions=‸')).toEqual(['assets/lock.vtt']);
    expect(labels('::: sheet #a {src=‸')).toEqual(['assets/march.csv']);
  });
});

describe('links', () => {
  test('lead to other lessons, files, places of the text and words of the glossary', () => {
    expect(labels('See [this](‸)')).toEqual([
      ...['02-b.md', 'assets/inbox.svg', 'assets/lock.webm', 'assets/lock.vtt'],
      ...['assets/march.csv', '#first-step', 'glossary.md#phishing'],
    ]);
  });

  test('pictures are pictures', () => {
    expect(labels('![An inbox](ass‸)')).toEqual(['assets/inbox.svg']);
  });

  test('what is typed so far is taken over', () => {
    expect(offered('See [this](02-‸)')?.from).toBe('See [this]('.length);
  });
});

describe('the words of the organisation', () => {
  test('come with room for what stands there without them', () => {
    expect(labels('Call {{‸')).toEqual(['org.helpdesk.phone']);
    expect(offered('Call {{‸')?.options[0]?.apply).toBeTypeOf('function');
  });

  test('only the key where the rest stands there', () => {
    expect(offered('Call {{or‸ | us}}')?.options[0]?.apply).toBeUndefined();
  });
});

describe('asides', () => {
  test('hints and explanations in questions, clues in messages, callouts everywhere', () => {
    expect(labels('::: choice #a\n> [!‸\n:::')).toEqual([
      ...['HINT', 'WHY', 'NOTE', 'TIP', 'IMPORTANT', 'WARNING', 'CAUTION'],
    ]);
    const message = ':::: inbox #a\n::: message #b\n> [!‸\n:::\n::::';
    expect(labels(message)).toContain('CLUE');
    expect(labels(message)).not.toContain('HINT');
    expect(labels('> [!‸')).not.toContain('WHY');
  });
});

describe('front matter', () => {
  const matter = (line: string): string => `---\ntitle: A\n${line}\n---\nText\n`;

  test('keys that are missing, other ones in course.md', () => {
    expect(labels(matter('mi‸'))).toContain('minutes');
    expect(labels(matter('mi‸'))).not.toContain('title');
    expect(labels(matter('v‸'), 'course.md')).toContain('version');
    expect(labels(matter('v‸'))).not.toContain('version');
  });

  test('values: competences in quotes, facts, topics, levels', () => {
    const [competence] = offered(matter('competences: [‸]'))?.options ?? [];
    expect(competence?.apply).toBe('"4.1"');
    expect(offered(matter('competences: ["‸"]'))?.options[0]?.apply).toBe('4.1');
    // What is typed of the name is looked for in the label.
    const byName = offered(matter('competences: [devic‸]'));
    expect(byName?.options.map(({ label }) => label)).toEqual(['"4.1" Protecting devices']);
    expect(byName?.from).toBe(matter('competences: [').indexOf('[') + 1);
    expect(labels(matter('facts: [K-1, ‸]'))).toEqual(['K-21']);
    expect(labels(matter('facts:\n  - ‸'))).toEqual(['K-21']);
    expect(labels(matter('level: ‸'))).toContain('basic');
    expect(labels(matter('topics: [‸]'))).toEqual(['cybersecurity']);
    expect(labels(matter('prerequisites: [‸]'), 'course.md')).toEqual(['passwords']);
  });

  test('none outside of it', () => {
    expect(labels('---\ntitle: A\n---\nmi‸')).toEqual([]);
  });
});
