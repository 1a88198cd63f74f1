// What a pool draws from and a test counts: questions, and nothing that nobody grades.
import { expect, test } from 'vitest';
import { parseLesson } from './parse';

const question = (id: string): string =>
  `::: choice #${id}\nWhich?\n\n- [x] This\n  > Yes.\n- [ ] That\n  > No.\n\n> [!WHY] So.\n:::\n`;
const thought = '::: reflect #mine\nWhat do you think?\n\n---\n\nThis.\n:::\n';
const groupsIn = (body: string) =>
  parseLesson('01-a.md', `---\ntitle: T\nobjectives: [Do]\n---\n\n${body}`).groups;

test.each([
  ['pool', '{pick=1}'],
  ['test', '{pass=50}'],
])(
  'a block that nobody grades stands in a %s without being one of its questions',
  (kind, options) => {
    for (const parts of [
      [question('a'), thought, question('b')],
      [thought, question('a'), question('b')],
      [question('a'), question('b'), thought],
    ]) {
      const [group] = groupsIn(`:::: ${kind} #g ${options}\n\n${parts.join('\n')}\n::::\n`);
      expect(group?.items).toEqual(['a', 'b']);
    }
  },
);

test('a group of thoughts alone asks nothing', () => {
  expect(groupsIn(`:::: test #g\n\n${thought}\n::::\n`)).toEqual([]);
});
