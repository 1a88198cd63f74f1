// Mandatory courses that are not here come from the catalogue by themselves; where they cannot, it is said why.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Coming } from '../../../../core/catalogue/coming';
import { keyIdOf, keyText } from '../../../../core/pack/signature';
import { readPolicy } from '../../../../core/policy/policy';
import { type Removal, twinOf } from '../../../../tests/unit/support/built-twin';
import { program as ours } from '../../../../tests/unit/support/catalogue-attack';
import type { CatalogueDesk } from '../../../../tests/unit/support/catalogue-desk';
import { temporaryFolder, until } from '../../../../tests/unit/support/folders';
import { deskCourse } from '../../../../tests/unit/support/pack-desk';
import { VirtualClock } from '../../../../tests/unit/support/virtual-clock';
import { WebFault } from '../../sync/web';
import { catalogueRules } from './rules';

/** Blocks that are free on every disk; null for as many as there are. */
const disk = vi.hoisted(() => ({ free: null as number | null }));
vi.mock('node:fs/promises', async (load) => {
  const real = await load<typeof import('node:fs/promises')>();
  const statfs = async (path: string) => {
    const found = await real.statfs(path);
    return disk.free === null ? found : { ...found, bavail: disk.free };
  };
  return { ...real, statfs };
});

const { newKey } = ours;
const MandatoryCourses = [{ course: 'desk', due: '2026-12-31' }];
const CatalogueAddress = 'https://courses.example/catalogue/';

function rulesOf(policy: object) {
  const text = JSON.stringify({ MandatoryCourses, ...policy });
  return catalogueRules(readPolicy({ state: 'read', file: '/etc/policy.json', text }));
}

/** A computer with a policy, and a catalogue with two courses. */
async function decided(
  policy: object,
  more: Record<string, string | Buffer> = {},
  { CatalogueDesk }: Pick<typeof ours, 'CatalogueDesk'> = ours,
) {
  const desk = new CatalogueDesk(temporaryFolder(), [], rulesOf(policy));
  await desk.pack('desk', '1.0.0', { ...deskCourse('1.0.0'), ...more });
  await desk.pack('other', '1.0.0', deskCourse('1.0.0', 'other'));
  await desk.publish();
  return desk;
}

/** One whose catalogue was trusted before its policy named courses, or whose person was asked. */
async function trusting(more: Record<string, string | Buffer> = {}) {
  const desk = await decided({ CatalogueAddress }, more);
  await desk.check();
  return desk;
}

const trust = (desk: CatalogueDesk) => desk.catalogue.trust(keyIdOf(desk.key.publicKey));
const isHere = (desk: CatalogueDesk) => desk.library.find('desk') !== undefined;
const came = (desk: CatalogueDesk) => until(() => isHere(desk), 'the mandatory course');
function takeAway(desk: CatalogueDesk): void {
  rmSync(join(desk.own, 'desk'), { recursive: true });
  desk.library.load();
}
const coming = (desk: CatalogueDesk): Coming | undefined => desk.catalogue.coming('es')[0]?.coming;
const failed = (desk: CatalogueDesk, kind: string) =>
  until(() => {
    const how = coming(desk);
    return how?.at === 'failed' && how.failure.kind === kind;
  }, kind);

describe('a mandatory course that is not here', () => {
  test('comes as soon as the person has said whose catalogue it is; no other does', async () => {
    const desk = await trusting();
    expect(isHere(desk)).toBe(false);
    expect(desk.catalogue.coming('es')).toEqual([
      {
        ...{ course: 'desk', title: null, language: null, coming: { at: 'unknown-key' } },
        mandate: { due: '2026-12-31', overdue: false },
      },
    ]);
    trust(desk);
    expect(desk.catalogue.coming('es')).toMatchObject([
      { course: 'desk', title: expect.any(String), language: 'es', coming: { at: 'fetching' } },
    ]);
    await came(desk);
    expect(desk.catalogue.coming('es')).toEqual([]);
    expect(desk.packs.added('desk')).not.toBeNull();
    expect(desk.library.find('other')).toBeUndefined();
    expect(desk.offer()).toMatchObject({ mandatory: true });
    expect(desk.offer('other')).toMatchObject({ mandatory: false, state: 'new' });
  });

  test('comes with the first look, without a person, where the organisation names the key', async () => {
    const key = newKey();
    const CatalogueSigners = [{ name: 'Training unit', key: keyText(key.publicKey) }];
    const named = await decided({ CatalogueAddress, CatalogueSigners });
    rmSync(named.site, { recursive: true });
    await named.publish(30, key);
    const time = new VirtualClock();
    named.catalogue.follow((ms, call) => time.after(ms, call));
    expect(coming(named)).toEqual({ at: 'waiting' });
    await came(named);
    expect(named.view().contents?.signer).toMatchObject({ name: 'Training unit' });

    // Nobody is believed there: the same look brings nothing.
    const desk = await decided({ CatalogueAddress, CatalogueSigners: [] });
    desk.catalogue.follow((ms, call) => time.after(ms, call));
    await failed(desk, 'other-key');
    expect(isHere(desk)).toBe(false);
  });

  test('comes with the next look when the catalogue has it, and is looked for once an hour', async () => {
    const desk = await decided({ CatalogueAddress });
    desk.unpack(join(desk.site, '..', 'packs', 'desk-1.0.0.course'));
    await desk.publish();
    await desk.check();
    trust(desk);
    expect(coming(desk)).toEqual({ at: 'not-offered' });
    desk.start();
    const time = new VirtualClock();
    const begun = time.now();
    desk.asked = [];
    desk.catalogue.follow((ms, call) => time.after(ms, call));
    await until(() => coming(desk)?.at === 'not-offered', 'the first look');
    expect(desk.asked).toHaveLength(1);
    await desk.pack('desk', '1.0.0', deskCourse('1.0.0'));
    await desk.publish();
    await time.runUntil(() => false, begun + 59 * 60_000);
    expect(desk.asked).toHaveLength(1);
    await time.runUntil(() => false, begun + 61 * 60_000);
    await came(desk);
    // Then there is nothing to look for.
    const asked = desk.asked.length;
    await time.runUntil(() => false, begun + 5 * 60 * 60_000);
    expect(desk.asked).toHaveLength(asked);
  });

  test('is not updated by itself', async () => {
    const desk = await trusting();
    trust(desk);
    await came(desk);
    await desk.pack('desk', '1.1.0', deskCourse('1.1.0'));
    await desk.publish();
    expect(await desk.check()).toBe('taken');
    expect(desk.view()).toMatchObject({ work: null, waiting: [] });
    expect(desk.library.find('desk')?.course.version).toBe('1.0.0');
  });
});

/** A day passes. Gives how often the server was asked. */
async function waitAll(desk: CatalogueDesk): Promise<number> {
  const time = new VirtualClock();
  desk.catalogue.follow((ms, call) => time.after(ms, call));
  await time.runUntil(() => false, time.now() + 24 * 60 * 60_000);
  return desk.asked.length;
}

/** One whose person trusted what was recommended; at its next start, this is recommended. */
async function nextRecommended(address: string, program = ours) {
  const before = await decided({ recommended: { CatalogueAddress } }, {}, program);
  await before.check();
  trust(before);
  await came(before);
  takeAway(before);
  const rules = rulesOf({ recommended: { CatalogueAddress: address } });
  return new program.CatalogueDesk(dirname(before.site), [], rules);
}
const elsewhere = 'https://elsewhere.example/catalogue/';

describe('nobody is asked', () => {
  test('where no catalogue is switched on', async () => {
    const desk = await decided({});
    expect(await waitAll(desk)).toBe(0);
    expect(desk.catalogue.coming('en')).toEqual([]);
  });

  test('where courses may not be brought in', async () => {
    const recommended = { CatalogueAddress };
    const desk = await decided({ CourseImport: 'forbid', recommended });
    expect(await waitAll(desk)).toBe(0);
    expect(desk.catalogue.coming('en')).toEqual([]);
  });

  test('as long as nobody has said whose catalogue counts', async () => {
    const desk = await decided({ CatalogueAddress });
    expect(await waitAll(desk)).toBe(0);
    expect(coming(desk)).toEqual({ at: 'unknown-key' });
  });

  test('of a catalogue that is merely proposed, until somebody opens it', async () => {
    const key = newKey();
    const CatalogueSigners = [{ name: 'Training unit', key: keyText(key.publicKey) }];
    const desk = await decided({ recommended: { CatalogueAddress }, CatalogueSigners });
    rmSync(desk.site, { recursive: true });
    await desk.publish(30, key);
    expect(await waitAll(desk)).toBe(0);
    await desk.check();
    await came(desk);
  });

  test('at another address that is proposed after somebody looked at one, until they look there', async () => {
    const moved = await nextRecommended(elsewhere);
    expect(await waitAll(moved)).toBe(0);
    expect(coming(moved)).toEqual({ at: 'unknown-key' });
    await moved.check();
    // What one server called its index is told to no other.
    expect(moved.asked).toMatchObject([{ url: expect.stringContaining(elsewhere) }]);
    expect(moved.asked[0]?.headers).not.toHaveProperty('if-none-match');

    const same = await nextRecommended(CatalogueAddress);
    expect(await waitAll(same)).toBeGreaterThan(0);
    await came(same);
  });

  test('after the person switched it off', async () => {
    const desk = await decided({ recommended: { CatalogueAddress } });
    await desk.check();
    desk.catalogue.forget();
    desk.start();
    desk.asked = [];
    expect(await waitAll(desk)).toBe(0);
    expect(isHere(desk)).toBe(false);
  });

  test('where every mandatory course is here, or a person stopped it', async () => {
    const desk = await trusting({ 'film.bin': Buffer.alloc(3_000_000, 'film') });
    let hasStopped = false;
    desk.lie = (_, path) => {
      if (path !== 'catalogue.json' && !hasStopped) {
        hasStopped = true;
        void desk.catalogue.stop();
      }
      return undefined;
    };
    trust(desk);
    await until(() => coming(desk)?.at === 'stopped', 'the stop');
    desk.asked = [];
    expect(await waitAll(desk)).toBe(0);
    // A look of the person does not begin it either; asking for it does.
    expect(await desk.check()).toBe('taken');
    expect(desk.view()).toMatchObject({ work: null, waiting: [] });
    expect(await desk.get()).toBe('installed 1.0.0');
    desk.asked = [];
    expect(await waitAll(desk)).toBe(0);
  });
});

const own = 'main/service/library/catalogue';
const twins: [string, Removal, (program: typeof ours) => Promise<boolean>][] = [
  [
    'asks a catalogue that nobody trusts yet',
    {
      file: `${own}/mandated.ts`,
      from: '!this.held.has(id)) && this.around.isTrusting()',
      to: '!this.held.has(id))',
    },
    async (program) => (await waitAll(await decided({ CatalogueAddress }, {}, program))) > 0,
  ],
  [
    'asks at another address that is merely proposed',
    {
      file: `${own}/place.ts`,
      from: ' && [this.around.rules().address, taken, answered].includes(address)',
      to: '',
    },
    async (program) => (await waitAll(await nextRecommended(elsewhere, program))) > 0,
  ],
  [
    'takes from the old catalogue while another signer stands in its place',
    { file: `${own}/mandated.ts`, from: 'if (standing.asked) return;', to: '' },
    async (program) => {
      const desk = await decided({ CatalogueAddress }, {}, program);
      await desk.check();
      trust(desk);
      await came(desk);
      takeAway(desk);
      rmSync(desk.site, { recursive: true });
      await desk.publish(30, newKey());
      await desk.check();
      return desk.view().work !== null;
    },
  ],
];

describe.each(twins)('the broken twin that %s', (_, without, isHarmed) => {
  test('is caught', async () => {
    const twin = await twinOf<{ program: typeof ours }>('tests/unit/support/catalogue-attack.ts', [
      without,
    ]);
    expect([await isHarmed(ours), await isHarmed(twin.program)]).toEqual([false, true]);
  });
});

describe('what keeps it away is told', () => {
  afterEach(() => {
    disk.free = null;
  });

  test('no room on the disk, and it comes once there is', async () => {
    const desk = await trusting();
    disk.free = 0;
    trust(desk);
    await failed(desk, 'disk-full');
    expect(desk.asked.every(({ url }) => url.endsWith('catalogue.json'))).toBe(true);
    disk.free = null;
    expect(await desk.check()).toBe('taken');
    await came(desk);
  });

  test('no network, and it comes when there is one', async () => {
    const desk = await trusting();
    desk.lie = (_, path) => {
      if (path !== 'catalogue.json') throw new WebFault('offline', 'no cable');
      return undefined;
    };
    trust(desk);
    await failed(desk, 'offline');
    desk.start();
    desk.lie = () => {
      throw new WebFault('offline', 'no cable');
    };
    await desk.check();
    expect(coming(desk)).toMatchObject({ failure: { of: 'catalogue', kind: 'offline' } });
    desk.lie = () => undefined;
    await desk.check();
    await came(desk);
  });

  test('a file that is not what was signed is refused, and nothing of it stays', async () => {
    const desk = await trusting();
    const file = desk.index().courses.find(({ id }) => id === 'desk')?.files[0];
    const path = desk.content(file?.sha256 ?? '');
    writeFileSync(path, Buffer.alloc(readFileSync(path).length, 'x'));
    trust(desk);
    await failed(desk, 'file-wrong');
    expect(existsSync(join(desk.own, 'desk'))).toBe(false);
  });

  test('an index that somebody changed', async () => {
    const desk = await trusting();
    const signed = desk.published();
    trust(desk);
    await came(desk);
    takeAway(desk);
    desk.replaceIndex(signed.toString().replace('the city', 'the shire'));
    expect(await desk.check()).toBe('signature-wrong');
    expect(coming(desk)).toMatchObject({ at: 'failed', failure: { kind: 'signature-wrong' } });
    expect(desk.view()).toMatchObject({ work: null, waiting: [] });
    desk.replaceIndex(signed);
    expect(await desk.check()).toBe('taken');
    await came(desk);
  });

  test('another signer: nothing is taken from the old catalogue before a person has decided', async () => {
    const desk = await trusting();
    trust(desk);
    await came(desk);
    takeAway(desk);
    rmSync(desk.site, { recursive: true });
    await desk.publish(30, newKey());
    expect(await desk.check()).toBe('other-key');
    expect(coming(desk)).toEqual({ at: 'unknown-key' });
    expect(desk.view()).toMatchObject({ work: null, waiting: [] });
    expect(isHere(desk)).toBe(false);
  });

  test('a catalogue that ran out', async () => {
    const desk = await trusting();
    desk.now = new Date('2027-06-01T12:00:00Z');
    trust(desk);
    await failed(desk, 'expired');
    expect(desk.catalogue.coming('en')).toMatchObject([{ mandate: { overdue: true } }]);
  });
});
