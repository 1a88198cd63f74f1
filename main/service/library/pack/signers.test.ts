// A list of known signers that is damaged: nobody in it counts, it is kept, and the person hears of it.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { deskCourse, newSigner, PackDesk } from '../../../../tests/unit/support/pack-desk';

/** As where a program holds the file open: it cannot be given another name. */
const disk = vi.hoisted(() => ({ isStuck: false }));
vi.mock('../../files/set-aside', async (importOriginal) => {
  const real = await importOriginal<typeof import('../../files/set-aside')>();
  return {
    ...real,
    setAside: (...given: Parameters<typeof real.setAside>) => {
      if (disk.isStuck) throw new Error('EBUSY');
      real.setAside(...given);
    },
  };
});
afterEach(() => {
  disk.isStuck = false;
});

const unit = newSigner();
const file = (desk: PackDesk): string => join(desk.data, 'signers.json');
const asides = (desk: PackDesk): string[] =>
  readdirSync(desk.data).filter((name) => name.startsWith('signers.') && name !== 'signers.json');

async function signedPack(): Promise<string> {
  const elsewhere = new PackDesk();
  elsewhere.author('desk', deskCourse());
  return elsewhere.write('desk', unit.sign);
}

function knowing(): PackDesk {
  const desk = new PackDesk();
  desk.packs.know(unit.publicKey, 'Training unit');
  return desk;
}

describe.each([
  ['half of it', (whole: string) => whole.slice(0, whole.length / 2)],
  ['nothing', () => ''],
  ['something else', () => '{"publicKey": "none"}'],
])('a list of known signers that holds %s', (_, damage) => {
  test('trusts nobody, is kept aside with its date, and is told of until that is acknowledged', async () => {
    const desk = knowing();
    const damaged = damage(readFileSync(file(desk), 'utf8'));
    writeFileSync(file(desk), damaged);
    const { signer } = await desk.look(await signedPack());
    expect(signer.state).toBe('unknown');
    expect(desk.packs.signers.all()).toEqual([]);
    const [name = ''] = asides(desk);
    expect(readFileSync(join(desk.data, name), 'utf8')).toBe(damaged);
    expect(desk.packs.signers.lost()).toEqual({
      file: join(desk.data, name),
      at: '2026-11-20T12:00:00.000Z',
    });

    // Who is known anew is known; what was lost is still there, and still told of.
    desk.packs.know(unit.publicKey, 'Training unit');
    expect(desk.packs.signers.all().map((each) => each.name)).toEqual(['Training unit']);
    expect(desk.packs.signers.lost()).not.toBeNull();
    desk.packs.signers.acknowledge();
    expect(desk.packs.signers.lost()).toBeNull();
    expect(asides(desk).map((each) => readFileSync(join(desk.data, each), 'utf8'))).toEqual([
      damaged,
    ]);
  });
});

test('a damaged list that cannot be kept aside trusts nobody, and is not written over', () => {
  const desk = knowing();
  writeFileSync(file(desk), 'torn');
  disk.isStuck = true;
  expect(desk.packs.signers.all()).toEqual([]);
  expect(() => desk.packs.know(unit.publicKey, 'Training unit')).toThrow('not-writable');
  expect(readFileSync(file(desk), 'utf8')).toBe('torn');
  disk.isStuck = false;
  desk.packs.know(unit.publicKey, 'Training unit');
  expect(asides(desk)).toHaveLength(1);
});
