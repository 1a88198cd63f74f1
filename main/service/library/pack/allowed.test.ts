// Packs under policies: which come in, whose signature counts, and that nothing else gets past.
import { readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { keyIdOf } from '../../../../core/pack/signature';
import { readPolicy } from '../../../../core/policy/policy';
import {
  deskCourse,
  newSigner,
  PackDesk,
  type Signer,
} from '../../../../tests/unit/support/pack-desk';

const unit = newSigner();
const stranger = newSigner();

async function packOf(signer?: Signer): Promise<Buffer> {
  const elsewhere = new PackDesk();
  elsewhere.author('desk', deskCourse());
  return readFileSync(await elsewhere.write('desk', signer?.sign));
}

function under(written: object): PackDesk {
  const desk = new PackDesk();
  decide(desk, written);
  return desk;
}

function decide(desk: PackDesk, written: object): void {
  desk.policy = readPolicy({ state: 'read', file: 'policy.json', text: JSON.stringify(written) });
}

/** What became of a pack: `ready`, or why it was refused. */
async function outcome(desk: PackDesk, pack: Buffer): Promise<string> {
  const view = await desk.open(desk.file(pack));
  return view.at === 'refused' ? view.failure.kind : view.at;
}

const onlyOurs = {
  UnsignedPacks: 'forbid',
  TrustedSigners: [{ name: 'Training unit', key: unit.publicKey }],
};

/** Each policy with what has to become of a pack by nobody, by our own unit, and by a stranger. */
const cases: [name: string, written: object, outcomes: string[]][] = [
  ['no policy', {}, ['ready', 'ready', 'ready']],
  ['unsigned forbidden, one trusted', onlyOurs, ['signer-forbidden', 'ready', 'signer-forbidden']],
  [
    'unsigned forbidden, nobody trusted',
    { UnsignedPacks: 'forbid' },
    ['signer-forbidden', 'signer-forbidden', 'signer-forbidden'],
  ],
  [
    'a typing mistake',
    { ...onlyOurs, UnsignedPacks: 'forbidden' },
    ['signer-forbidden', 'ready', 'signer-forbidden'],
  ],
  [
    'a mistake in the list of the trusted',
    { ...onlyOurs, TrustedSigners: [{ name: 'Training unit', key: unit.publicKey.slice(1) }] },
    ['signer-forbidden', 'signer-forbidden', 'signer-forbidden'],
  ],
  ['trusted only', { TrustedSigners: onlyOurs.TrustedSigners }, ['ready', 'ready', 'ready']],
  [
    'no import at all',
    { ...onlyOurs, CourseImport: 'forbid' },
    ['import-forbidden', 'import-forbidden', 'import-forbidden'],
  ],
];

/** The cases in which something else came out. */
async function wrong(): Promise<string[]> {
  const packs = [await packOf(), await packOf(unit), await packOf(stranger)];
  const found: string[] = [];
  for (const [name, written, outcomes] of cases) {
    const desk = under(written);
    const come: string[] = [];
    for (const pack of packs) come.push(await outcome(desk, pack));
    if (JSON.stringify(come) !== JSON.stringify(outcomes)) found.push(name);
    if (desk.staged().length > 0 && come.at(-1) !== 'ready') found.push(`${name}: left in staging`);
  }
  return found;
}

describe('which packs come in', () => {
  test('as each policy says', async () => {
    expect(await wrong()).toEqual([]);
  });

  test('the same check finds an app that does not ask', async () => {
    vi.resetModules();
    vi.doMock('./allowed', () => ({ proveImport: () => {}, proveSigner: () => {} }));
    const { Packs } = await import('./packs');
    vi.doUnmock('./allowed');
    const start = PackDesk.prototype.start;
    const real = vi.spyOn(PackDesk.prototype, 'start').mockImplementation(function (
      this: PackDesk,
    ) {
      const started = start.call(this);
      const careless = new Packs(this.around(started[0]));
      this.packs = careless;
      return [started[0], careless];
    });
    const found = await wrong();
    real.mockRestore();
    expect(found).toEqual([
      'unsigned forbidden, one trusted',
      'unsigned forbidden, nobody trusted',
      'a typing mistake',
      'a mistake in the list of the trusted',
      'no import at all',
    ]);
  });

  test('signers that somebody added here do not open what is forbidden', async () => {
    const desk = under({});
    desk.packs.know(stranger.publicKey, 'A friend');
    decide(desk, onlyOurs);
    expect(await outcome(desk, await packOf(stranger))).toBe('signer-forbidden');
    desk.packs.know(stranger.publicKey, 'Training unit');
    expect(await outcome(desk, await packOf(stranger))).toBe('signer-forbidden');
  });

  test.each([{ UnsignedPacks: 'forbid' }, { CourseImport: 'forbid' }])(
    'what was decided between the look and the yes holds: %j',
    async (written) => {
      const desk = under({});
      const { job } = await desk.look(desk.file(await packOf()));
      decide(desk, written);
      const before = desk.everything();
      expect(() => desk.packs.install(job)).toThrow('forbidden');
      expect(desk.everything()).toEqual(before);
      expect(desk.library.find('desk')).toBeUndefined();
    },
  );
});

describe('the signers that the organisation trusts', () => {
  test('are known by its names, and nobody here forgets or renames them', async () => {
    const desk = under({});
    desk.packs.know(unit.publicKey, 'Old name');
    desk.packs.know(stranger.publicKey, 'A friend');
    decide(desk, { TrustedSigners: onlyOurs.TrustedSigners });
    const names = () =>
      desk.packs.signers.all().map(({ name, byOrganisation }) => [name, byOrganisation]);
    const both = [
      ['Training unit', true],
      ['A friend', false],
    ];
    expect(names()).toEqual(both);
    expect(() => desk.packs.forget(keyIdOf(unit.publicKey))).toThrow('forbidden');
    desk.packs.know(unit.publicKey, 'Somebody else');
    expect(names()).toEqual(both);
    const { signer } = await desk.look(desk.file(await packOf(unit)));
    expect(signer).toMatchObject({ state: 'known', name: 'Training unit' });
  });
});
