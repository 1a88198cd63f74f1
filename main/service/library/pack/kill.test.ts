// A computer that stops in the middle of an update: at the next start the old or the new course is there, whole.
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { lessonText } from '../../../../tests/unit/support/course-files';
import { bytesBelow } from '../../../../tests/unit/support/folders';
import { builtProgram, killAfter } from '../../../../tests/unit/support/killed';
import {
  deskCourse,
  entriesOf,
  type Files,
  manifestOf,
  PackDesk,
  sha256,
} from '../../../../tests/unit/support/pack-desk';
import { rawZip } from '../../../../tests/unit/support/raw-zip';

const kills = 20;
let script: string;

beforeAll(async () => {
  const source = new URL('../../../../tests/unit/support/update-for-ever.ts', import.meta.url);
  script = await builtProgram(source);
}, 60_000);

/** Two states of one course that differ in every lesson. */
const state = (words: string): Files => ({
  ...deskCourse(),
  ...Object.fromEntries(
    Array.from({ length: 12 }, (_, n) => [
      `1${n}-more-${n}.md`,
      `${lessonText(`More ${n}`)}\n${words}\n`,
    ]),
  ),
});
const states = [state('One.'), state('Two.')] as const;
const contentsOf = (files: Files): string =>
  JSON.stringify(
    Object.entries(files)
      .map(([path, content]) => [path, sha256(content)])
      .sort(),
  );
const contentsIn = (root: string): string =>
  JSON.stringify(
    [...bytesBelow(root)]
      .map(([path, bytes]) => [path.slice(root.length + 1), sha256(bytes)])
      .filter(([path]) => !path?.startsWith('.pack'))
      .sort(),
  );

describe('killed while it updates', () => {
  test(`${kills} times: one of the two courses is there, whole, and nothing half beside it`, async () => {
    const desk = new PackDesk();
    const files = states.map((each) => desk.file(rawZip(entriesOf(each))));
    await desk.install(files[0] ?? '');
    const seen = new Set<string>();
    for (let n = 0; n < kills; n++) {
      await killAfter(
        1 + (n % 2),
        [script, desk.data, ...files.slice(n % 2), ...files.slice(0, n % 2)],
        (n * 7) % 23,
      );
      desk.start();
      expect(readdirSync(desk.own)).toEqual(['desk']);
      const contents = contentsIn(join(desk.own, 'desk'));
      expect(states.map(contentsOf)).toContain(contents);
      seen.add(contents);
      expect(desk.library.find('desk')?.course.problems).toEqual([]);
      expect(desk.packs.added('desk')?.edited).toEqual([]);
      expect(desk.staged()).toEqual([]);
    }
    expect(seen.size).toBe(2);
  }, 240_000);
});

describe('stopped between the two renames', () => {
  /** As it lies there when the old course is gone and the new one has not come. */
  async function halfWay() {
    const desk = new PackDesk();
    await desk.install(desk.file(rawZip(entriesOf(deskCourse()))));
    const root = join(desk.own, 'desk');
    const aside = join(desk.data, 'packs', 'replaced', 'some');
    mkdirSync(aside, { recursive: true });
    return { desk, root, aside };
  }

  test('the old course comes back', async () => {
    const { desk, root, aside } = await halfWay();
    const before = contentsIn(root);
    writeFileSync(join(aside, 'target.json'), JSON.stringify(root));
    renameSync(root, join(aside, 'course'));
    desk.start();
    expect(contentsIn(root)).toBe(before);
    expect(desk.library.find('desk')?.course.version).toBe('1.0.0');
    expect(readdirSync(join(desk.data, 'packs', 'replaced'))).toEqual([]);
  });

  test('one that was changed by hand comes back too', async () => {
    const { desk, root } = await halfWay();
    const aside = join(desk.data, 'packs', 'edited', 'some');
    mkdirSync(aside, { recursive: true });
    writeFileSync(join(aside, 'target.json'), JSON.stringify(root));
    renameSync(root, join(aside, 'course'));
    desk.start();
    expect(readFileSync(join(root, 'course.md'), 'utf8')).toContain('id: desk');
    expect(readdirSync(join(desk.data, 'packs', 'edited'))).toEqual([]);
  });

  test('a note that was cut off, and one of an update that was done, change nothing', async () => {
    for (const note of ['"/half', '42', '"/nowhere/at/all"']) {
      const { desk, root, aside } = await halfWay();
      const before = contentsIn(root);
      writeFileSync(join(aside, 'target.json'), note);
      desk.start();
      expect(contentsIn(root)).toBe(before);
      expect(readdirSync(join(desk.data, 'packs', 'replaced'))).toEqual([]);
    }
  });

  test('what an update replaced is not put over what came', async () => {
    const desk = new PackDesk();
    const [one, two] = states.map((each) => rawZip(entriesOf(each, manifestOf(each))));
    await desk.install(desk.file(one ?? Buffer.alloc(0)));
    await desk.install(desk.file(two ?? Buffer.alloc(0)));
    desk.start();
    expect(contentsIn(join(desk.own, 'desk'))).toBe(contentsOf(states[1]));
  });
});
