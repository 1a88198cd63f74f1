// `deskwise catalogue`: what it refuses, and in which words; how it works is tested with a real server.
import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CatalogueDesk } from '../../../tests/unit/support/catalogue-desk';
import { lessonText } from '../../../tests/unit/support/course-files';
import { bytesBelow, temporaryFolder } from '../../../tests/unit/support/folders';
import { deskCourse, entriesOf } from '../../../tests/unit/support/pack-desk';
import { rawZip } from '../../../tests/unit/support/raw-zip';
import { outcomeOf } from './command-line';

const said = (folder: string, ...argv: string[]) => outcomeOf(['catalogue', ...argv], folder);

/** A folder with a key and one course file. */
async function ready() {
  const folder = temporaryFolder();
  const desk = new CatalogueDesk(folder);
  await desk.pack('desk', '1.0.0', deskCourse());
  await said(folder, 'key', 'k');
  return {
    folder,
    desk,
    build: (...more: string[]) => said(folder, 'build', 'packs', '--to', 'site', ...more),
  };
}

test('wrong arguments are said in words, and nothing is done', async () => {
  const { folder } = await ready();
  writeFileSync(join(folder, 'no-key'), 'Dear colleague');
  const { privateKey } = generateKeyPairSync('x25519');
  writeFileSync(join(folder, 'other-key'), privateKey.export({ format: 'pem', type: 'pkcs8' }));
  const before = bytesBelow(folder).size;
  for (const [argv, words] of [
    [[], /takes “key”, “build”, “check” or “mirror”/],
    [['sing'], /takes “key”/],
    [['key'], /file for the key is missing/],
    [['key', 'k'], /There is a file k already/],
    [['key', 'no/where'], /no\/where cannot be written \(ENOENT\)/],
    [['key', 'a', 'b'], /not also b/],
    [['build', '--to', 'site', '--key', 'k'], /folder with the course files is missing/],
    [['build', 'packs', '--key', 'k'], /--to needs/],
    [['build', 'packs', '--to', 'site'], /--key needs the file/],
    [['build', 'packs', '--to', 'site', '--key', 'gone'], /gone cannot be read \(ENOENT\)/],
    [['build', 'packs', '--to', 'site', '--key', 'no-key'], /no-key is no key/],
    [['build', 'packs', '--to', 'site', '--key', 'other-key'], /other-key is no key/],
    [['build', 'packs', '--to', 'site', '--key', 'k', '--expires', '0'], /--expires takes days/],
    [['build', 'packs', '--to', 'site', '--key', 'k', '--name', ' '], /--name takes/],
    [
      ['build', 'nowhere', '--to', 'site', '--key', 'k'],
      /nowhere cannot be read or written \(ENOENT\)/,
    ],
    [['build', 'data', '--to', 'site', '--key', 'k'], /no course file in data/],
    [['check'], /address of the catalogue is missing/],
    [['check', 'http://courses.example/'], /is no address of a catalogue/],
    [['check', 'nowhere'], /cannot be reached \(folder-gone/],
    [['mirror', 'packs'], /--to needs/],
    [['mirror', 'packs', '--to', 'copy', '--key', 'abc'], /--key takes a public key/],
  ] as const) {
    const outcome = await said(folder, ...argv);
    expect(outcome, argv.join(' ')).toMatchObject({ status: 2, output: '' });
    expect(outcome.mistake).toMatch(words);
  }
  expect(bytesBelow(folder).size).toBe(before);
});

test('a key can be read by its owner alone, and can be one that openssl made', async () => {
  const { folder, build } = await ready();
  if (process.platform !== 'win32') expect(statSync(join(folder, 'k')).mode & 0o777).toBe(0o600);
  expect(readFileSync(join(folder, 'k'), 'utf8')).toMatch(/^-----BEGIN PRIVATE KEY-----/);
  process.env.DESKWISE_CATALOGUE_KEY = 'k';
  try {
    expect(await build()).toMatchObject({ status: 0 });
  } finally {
    delete process.env.DESKWISE_CATALOGUE_KEY;
  }
});

test('what is published says what it is, and the newest version of a course counts', async () => {
  const { folder, desk, build } = await ready();
  await desk.pack('desk', '1.10.0', deskCourse('1.10.0'));
  await desk.pack('desk', '1.9.0', deskCourse('1.9.0'));
  const { status, output } = await build('--key', 'k', '--json', '--expires', '7');
  expect(status).toBe(0);
  expect(JSON.parse(output)).toMatchObject({
    ...{ name: 'site', version: 1 },
    courses: [{ id: 'desk', version: '1.10.0' }],
    passedOver: ['desk-1.0.0.course', 'desk-1.9.0.course'],
  });
  const again = await build('--key', 'k', '--name', 'Courses of the city');
  expect(again.output).toMatch(
    /^Courses of the city, version 2, good until \d{4}-\d\d-\d\d\n {2}desk 1\.10\.0\n/,
  );
  expect((await said(folder, 'check', 'site')).output).toMatch(/^Courses of the city, version 2/);
  expect((await build('--key', 'k')).output).toMatch(/^Courses of the city, version 3/);
});

test('files that neither this nor the last version names are taken away', async () => {
  const { folder, desk, build } = await ready();
  const file = join(folder, 'packs', 'desk-1.0.0.course');
  await build('--key', 'k');
  const count = () => bytesBelow(join(folder, 'site', 'files')).size;
  const first = count();
  desk.unpack(file);
  await desk.pack('desk', '1.1.0', deskCourse('1.1.0'));
  await build('--key', 'k');
  expect(count()).toBe(first + 2);
  const { output } = await build('--key', 'k', '--json');
  expect(JSON.parse(output).removed).toBe(2);
  expect(count()).toBe(first);
  // As systems leave them behind.
  writeFileSync(join(folder, 'site', 'files', '.DS_Store'), '');
  expect(await build('--key', 'k')).toMatchObject({ status: 0, mistake: '' });
});

test('a course that is not right stops it, and the catalogue stays as it was', async () => {
  const { folder, build } = await ready();
  await build('--key', 'k');
  const before = readFileSync(join(folder, 'site', 'catalogue.json'), 'utf8');
  for (const [content, words] of [
    [Buffer.from('no zip'), /bad\.course is not right \(not-a-pack\)/],
    [
      rawZip(
        entriesOf({ ...deskCourse(), '01-first.md': lessonText('One').replace('- [x]', '- [ ]') }),
      ),
      /course-broken, count \d, file 01-first\.md/,
    ],
    [
      readFileSync(join(folder, 'packs', 'desk-1.0.0.course')),
      /this version of the course is there twice/,
    ],
  ] as const) {
    writeFileSync(join(folder, 'packs', 'bad.course'), content);
    const outcome = await build('--key', 'k');
    expect(outcome).toMatchObject({ status: 1, output: '' });
    expect(outcome.mistake).toMatch(words);
    expect(readFileSync(join(folder, 'site', 'catalogue.json'), 'utf8')).toBe(before);
    expect([...bytesBelow(join(folder, 'site')).keys()].join()).not.toContain('.building');
  }
});

test('another key, and a damaged catalogue, are not built upon', async () => {
  const { folder, build } = await ready();
  await build('--key', 'k');
  await said(folder, 'key', 'k2');
  expect((await build('--key', 'k2')).mistake).toMatch(/signed with another key/);
  writeFileSync(join(folder, 'site', 'catalogue.json'), '{}');
  expect(await build('--key', 'k')).toMatchObject({ status: 1 });
  expect((await said(folder, 'check', 'site')).mistake).toMatch(/no catalogue at this address/);
});

test('a copy becomes that of another catalogue of the same key only when somebody says so', async () => {
  const { folder, build } = await ready();
  await build('--key', 'k', '--name', 'Courses of the city');
  const { publicKey } = JSON.parse((await said(folder, 'check', 'site', '--json')).output);
  const mirror = ['mirror', 'site', '--to', 'copy'];
  expect(await said(folder, ...mirror, '--key', publicKey)).toMatchObject({ status: 0 });
  rmSync(join(folder, 'site'), { recursive: true });
  await build('--key', 'k', '--name', 'Courses of the region');
  const copied = () => readFileSync(join(folder, 'copy', 'catalogue.json'), 'utf8');
  const before = copied();
  const refused = await said(folder, ...mirror);
  expect(refused).toMatchObject({ status: 1, output: '' });
  expect(refused.mistake).toMatch(/another catalogue with the same key/);
  expect(copied()).toBe(before);
  expect(await said(folder, ...mirror, '--key', publicKey)).toMatchObject({ status: 0 });
  expect(copied()).toContain('Courses of the region');
});

test('one that has run out is said, and not copied', async () => {
  const { folder, desk } = await ready();
  desk.now = new Date('2020-01-01T00:00:00Z');
  await desk.publish(1);
  const { status, output } = await said(folder, 'check', 'site');
  expect([status, output]).toEqual([1, expect.stringMatching(/version 1, run out on 2020-01-02/)]);
  const key = `deskwise-key:${desk.key.publicKey}`;
  expect((await said(folder, 'mirror', 'site', '--to', 'copy', '--key', key)).mistake).toMatch(
    /has run out/,
  );
  expect(
    (await said(folder, 'check', 'site', '--key', `deskwise-key:${'ab'.repeat(32)}`)).mistake,
  ).toContain(key);
  mkdirSync(join(folder, 'empty'));
  expect((await said(folder, 'mirror', 'empty', '--to', 'copy')).status).toBe(1);
});
