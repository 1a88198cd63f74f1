// Courses on their way out: what the files hold, that they are whole, and what stops or fails.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { openPromise } from 'yauzl';
import type { Input } from '../../../core/inputs';
import type { ExportView } from '../../../core/player/formats';
import type { PlayerPage } from '../../../core/player/page';
import { fixtureCourses, temporaryFolder, until } from '../../../tests/unit/support/folders';
import { Harness, uuid } from '../../../tests/unit/support/service';

type Order = Omit<Input<'export.start'>, 'export'>;

const order: Order = { course: 'safe-desk', format: 'scorm12', language: 'en' };

async function finished(desk: Harness, some: Partial<Order> = {}, id = uuid()) {
  desk.ask('export.start', { export: id, ...order, ...some });
  const view = (): ExportView => desk.ask('export.read', { export: id });
  await until(() => view().at !== 'working', 'the export');
  const now = view();
  if (now.at !== 'ready') throw new Error(JSON.stringify([now, desk.log]));
  return {
    id,
    name: now.name,
    bytes: now.bytes,
    file: join(desk.dataFolder, 'exports', id, now.name),
  };
}

async function unzipped(file: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const zip = await openPromise(file);
  for await (const entry of zip.eachEntry()) {
    const bytes = await buffer(await zip.openReadStreamPromise(entry));
    files.set(entry.fileName, bytes.toString('utf8'));
  }
  return files;
}

const pageIn = (html: string): PlayerPage =>
  JSON.parse(/id="deskwise-page">([^<]*)</.exec(html)?.[1] ?? '');

const policyIn = (html: string): string =>
  /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';

describe('a package', () => {
  test('holds the page, the player, what the texts show and the manifest, and nothing else', async () => {
    const { file, name, bytes } = await finished(new Harness());
    expect(name).toBe('safe-desk-1.2.0-scorm-1.2.zip');
    expect(readFileSync(file)).toHaveLength(bytes);
    const files = await unzipped(file);
    expect([...files.keys()].sort()).toEqual([
      'assets/checklist.pdf',
      'assets/desk.svg',
      'imsmanifest.xml',
      'index.html',
      'player/fonts/latin.woff2',
      'player/fonts/noto-sans-arabic.woff2',
      'player/player.css',
      'player/player.js',
    ]);
    const { course, delivery, links } = pageIn(files.get('index.html') ?? '');
    expect(delivery).toBe('scorm12');
    expect(course.texts[0].lessons.map(({ id }) => id)).toEqual(['locks', 'words', 'last']);
    expect(links['']?.['assets/desk.svg']).toMatchObject({ to: 'asset', url: 'assets/desk.svg' });
  });

  test('speaks to nobody, but for cmi5, which speaks over the network', async () => {
    const desk = new Harness();
    const policies: Record<string, string> = {};
    for (const format of ['scorm12', 'scorm2004', 'cmi5'] as const) {
      const files = await unzipped((await finished(desk, { format })).file);
      policies[format] = policyIn(files.get('index.html') ?? '');
    }
    expect(policies.scorm12).toContain("connect-src 'none'");
    expect(policies.scorm2004).toBe(policies.scorm12);
    expect(policies.cmi5).toContain('connect-src http: https:');
    for (const each of Object.values(policies)) expect(each).toContain("default-src 'none'");
  });

  test('is the same each time', async () => {
    const desk = new Harness();
    const [one, other] = [await finished(desk), await finished(desk)];
    expect(readFileSync(one.file).equals(readFileSync(other.file))).toBe(true);
  });

  test('is in the language that was wanted, with the own one for what is not translated', async () => {
    const { file, name } = await finished(new Harness(), { language: 'es' });
    expect(name).toBe('safe-desk-1.2.0-es-scorm-1.2.zip');
    const files = await unzipped(file);
    const { course, language, interfaceLanguage } = pageIn(files.get('index.html') ?? '');
    expect([language, interfaceLanguage]).toEqual(['es', 'es']);
    expect(course.texts.map((text) => text.language)).toEqual(['en', 'es']);
  });

  test('of a course that is being written goes by its folder', async () => {
    const path = fixtureCourses();
    const desk = new Harness({ courses: [{ kind: 'own', path }] });
    const { course: _, ...rest } = order;
    const id = uuid();
    desk.ask('export.start', { export: id, ...rest, folder: '01-safe-desk' });
    await until(() => desk.ask('export.read', { export: id }).at === 'ready', 'the export');
  });
});

describe('one page', () => {
  test('holds everything in itself', async () => {
    const { file, name } = await finished(new Harness(), { format: 'html' });
    expect(name).toBe('safe-desk-1.2.0.html');
    const html = readFileSync(file, 'utf8');
    expect(html).not.toMatch(/\b(src|href)=/);
    expect(pageIn(html).links['']?.['assets/desk.svg']).toMatchObject({
      url: expect.stringMatching(/^data:image\/svg\+xml;base64,/),
    });
    expect(html).toContain('data:font/woff2;base64,');
    expect(html).not.toContain('url(./');
    expect(html).not.toContain('font-family:Arabic');
  });

  test('no word in it ends the script it stands in', async () => {
    const path = fixtureCourses();
    const lesson = join(path, '01-safe-desk', '10-last.md');
    const words = '</script><script>alert(1)</script><!--';
    writeFileSync(lesson, `---\ntitle: Last\n---\n\n${words}\n`);
    const desk = new Harness({ courses: [{ kind: 'shipped', path }] });
    const html = readFileSync((await finished(desk, { format: 'html' })).file, 'utf8');
    // The words of the interface, the course and the player.
    expect(html.match(/<\/script/gi)).toHaveLength(3);
    expect(html).not.toContain('<!--');
    expect(JSON.stringify(pageIn(html).course)).toContain('alert(1)');
    const [, hash] = /script-src '(sha256-[^']*)'/.exec(policyIn(html)) ?? [];
    expect(hash).toBeDefined();
  });

  test('has the Arabic letters where they are read', async () => {
    const { file } = await finished(new Harness(), { format: 'html', language: 'ar' });
    const html = readFileSync(file, 'utf8');
    expect(html).toContain('<html lang="ar" dir="rtl">');
    expect(html).toContain('font-family:Arabic');
  });
});

describe('a sheet to print', () => {
  const given = (html: string) =>
    JSON.parse(
      /<pre>([\s\S]*)<\/pre>/.exec(html)?.[1]?.replaceAll('&lt;', '<').replaceAll('&amp;', '&') ??
        '',
    );

  test('is a page that needs no script, with its size, its title and its pictures', async () => {
    const { file, name } = await finished(new Harness(), { format: 'worksheet', paper: 'letter' });
    expect(name).toBe('safe-desk-1.2.0-work-sheet.html');
    const html = readFileSync(file, 'utf8');
    expect(html).not.toContain('<script');
    expect(policyIn(html)).not.toMatch(/script-src|connect-src|https?:/);
    expect(policyIn(html)).toContain("default-src 'none'");
    expect(html).toContain('@page{size:letter');
    expect(html).toContain('<html lang="en" dir="ltr"');
    expect(html).toContain('data:font/woff2;base64,');
    expect(given(html).page).toMatchObject({ format: 'worksheet', course: { id: 'safe-desk' } });
  });

  test('of work holds no feedback and no explanation, which an answer sheet does', async () => {
    const desk = new Harness();
    const verdicts = async (format: 'worksheet' | 'answersheet') => {
      const html = readFileSync((await finished(desk, { format })).file, 'utf8');
      const { lessons } = given(html).page;
      return lessons.flatMap(
        ({ tasks }: { tasks: { type: string; view: { verdict: unknown } }[] }) =>
          tasks.filter(({ type }) => type === 'item').map(({ view }) => view.verdict),
      );
    };
    const work = await verdicts('worksheet');
    expect(work.length).toBeGreaterThan(1);
    expect(work.every((verdict: unknown) => verdict === null)).toBe(true);
    expect((await verdicts('answersheet')).every((verdict: unknown) => verdict !== null)).toBe(
      true,
    );
  });

  test('is in the language that was wanted, and runs its way', async () => {
    const desk = new Harness();
    const { file, name } = await finished(desk, { format: 'worksheet', language: 'es' });
    expect(name).toBe('safe-desk-1.2.0-es-work-sheet.html');
    expect(readFileSync(file, 'utf8')).toContain('<html lang="es" dir="ltr"');
    const arabic = await finished(desk, { format: 'worksheet', language: 'ar' });
    const html = readFileSync(arabic.file, 'utf8');
    expect(html).toContain('<html lang="ar" dir="rtl"');
    expect(html).toContain('font-family:Arabic');
  });

  test('is the same each time', async () => {
    const desk = new Harness();
    const some = { format: 'answersheet' } as const;
    const [one, other] = [await finished(desk, some), await finished(desk, some)];
    expect(readFileSync(one.file).equals(readFileSync(other.file))).toBe(true);
  });

  test('has a title that no word of an author leaves', async () => {
    const path = fixtureCourses();
    const file = join(path, '01-safe-desk', 'course.md');
    const words = 'A "b" </style><script>alert(1)</script> } \\\\ c';
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^title: .*$/m, `title: '${words}'`));
    const desk = new Harness({ courses: [{ kind: 'shipped', path }] });
    const html = readFileSync((await finished(desk, { format: 'worksheet' })).file, 'utf8');
    expect(html).not.toContain('<script');
    expect(html.match(/<\/style>/g)).toHaveLength(1);
    const style = /<style>([\s\S]*)<\/style>/.exec(html)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(policyIn(html).replaceAll('&#39;', "'")).toContain(`sha256-${hash}`);
  });
});

describe('an export', () => {
  test('asked for twice by one id is one', async () => {
    const desk = new Harness();
    const { id } = await finished(desk);
    expect(desk.ask('export.start', { export: id, ...order, format: 'html' })).toMatchObject({
      at: 'ready',
      name: 'safe-desk-1.2.0-scorm-1.2.zip',
    });
  });

  test('that is ended leaves nothing, done or not', async () => {
    const desk = new Harness();
    const { id, file } = await finished(desk);
    desk.ask('export.end', { export: id });
    expect(existsSync(file)).toBe(false);
    expect(desk.ask('export.read', { export: id })).toEqual({ at: 'gone' });

    const other = uuid();
    expect(desk.ask('export.start', { export: other, ...order }).at).toBe('working');
    desk.ask('export.end', { export: other });
    await finished(desk);
    const folder = join(desk.dataFolder, 'exports');
    await until(() => !readdirSync(folder).includes(other), 'the end of what was stopped');
  });

  test('fails with words where nothing can be written', async () => {
    const desk = new Harness();
    const folder = join(desk.dataFolder, 'exports');
    writeFileSync(folder, 'in the way');
    const id = uuid();
    desk.ask('export.start', { export: id, ...order });
    await until(() => desk.ask('export.read', { export: id }).at === 'failed', 'the failure');
    expect(desk.ask('export.read', { export: id })).toMatchObject({
      failure: { kind: 'not-writable' },
    });
    expect(desk.log.map(({ words }) => words)).toEqual(['an export failed']);
  });

  test('needs a course or a folder, not both and not neither', () => {
    const desk = new Harness();
    const id = uuid();
    expect(desk.failure('export.start', { export: id, ...order, folder: 'x' })).toBe('bad-input');
    const { course: _, ...neither } = order;
    expect(desk.failure('export.start', { export: id, ...neither })).toBe('bad-input');
    expect(desk.failure('export.start', { export: id, ...order, course: 'none' })).toBe(
      'not-found',
    );
  });

  test('of an earlier life of the service is gone', async () => {
    const data = temporaryFolder();
    const before = new Harness({ data });
    const { file } = await finished(before);
    before.close();
    const after = new Harness({ data });
    expect(existsSync(file)).toBe(false);
    expect(after.log).toEqual([]);
  });
});
