// Packs that somebody cut off, damaged, or made to do harm: each is refused by its name, and nothing else happens.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { PackFault } from '../../../../core/pack/fault';
import { temporaryFolder } from '../../../../tests/unit/support/folders';
import {
  bombs,
  breach,
  files,
  goodZip,
  malformed,
  mega,
} from '../../../../tests/unit/support/hostile-packs';
import {
  deskCourse,
  entriesOf,
  newSigner,
  PackDesk,
} from '../../../../tests/unit/support/pack-desk';
import { rawZip } from '../../../../tests/unit/support/raw-zip';
import type { Unpacked } from './read-entry';
import { unpack } from './unpack';

const cases = malformed();

describe('malformed packs', () => {
  let desk: PackDesk;
  beforeAll(async () => {
    desk = new PackDesk();
    await desk.install(desk.file(rawZip(entriesOf(deskCourse()))));
  });

  test('there are more than 300 kinds', () => {
    expect(new Set(cases.map(([name]) => name)).size).toBe(cases.length);
    expect(cases.length).toBeGreaterThan(300);
  });

  test('the pack that each was made from is good', async () => {
    expect(await new PackDesk().open(desk.file(goodZip))).toMatchObject({ at: 'ready' });
  });

  test.each(cases)('%s', async (_, pack, kind) => {
    expect(await breach(desk, pack, kind)).toBeNull();
  });

  test('a folder, and a file that is not there', async () => {
    const folder = join(desk.folder, 'folder.course');
    mkdirSync(folder, { recursive: true });
    for (const file of [folder, join(desk.folder, 'nowhere.course')]) {
      const view = await desk.open(file);
      expect(view).toMatchObject({ at: 'refused' });
      if (view.at === 'refused') expect(['unreadable', 'not-a-pack']).toContain(view.failure.kind);
    }
  });
});

describe('bombs', () => {
  test.each(bombs)('%s', async (_, make, kind) => {
    const desk = new PackDesk();
    const staging = temporaryFolder();
    const unpacked: Unpacked = { bytes: 0 };
    const pack = make();
    const before = desk.everything();
    const work = { signal: new AbortController().signal, report: () => {} };
    const failure = await unpack(desk.file(pack), staging, work, unpacked).then(
      () => null,
      (error: unknown) => error,
    );
    if (!(failure instanceof PackFault)) throw failure ?? new Error('it was taken in');
    expect(kind.split('|')).toContain(failure.kind);
    // All that ever came out: less than a picture.
    expect(unpacked.bytes).toBeLessThan(mega);
    expect(desk.library.all()).toEqual([]);
    expect([...desk.everything().keys()].length).toBe(before.size + 1);
  });
});

describe('a signed pack', () => {
  test('with one bit turned is never taken for what was signed', async () => {
    const flips = 1000;
    const there = new PackDesk();
    there.author('desk', files);
    const signer = newSigner();
    const bytes = readFileSync(await there.write('desk', signer.sign));
    const desk = new PackDesk();
    desk.packs.know(signer.publicKey, 'Known');
    expect(await desk.look(desk.file(bytes))).toMatchObject({ signer: { state: 'known' } });
    const step = (bytes.length * 8) / flips;
    expect(step).toBeGreaterThan(1);
    const accepted: string[] = [];
    const target = desk.file(Buffer.alloc(0));
    for (let n = 0; n < flips; n++) {
      // Spread over the whole file: heads, names, contents, table, end.
      const bit = Math.floor(n * step);
      const turned = Buffer.from(bytes);
      turned[bit >> 3] = (turned[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      writeFileSync(target, turned);
      const view = await desk.open(target);
      if (view.at !== 'refused' || view.failure.kind === 'unexpected')
        accepted.push(`${bit}: ${view.at}`);
    }
    expect(accepted).toEqual([]);
    expect(desk.log).toEqual([]);
    expect(desk.library.all()).toEqual([]);
  }, 300_000);

  test('with bytes before, between or behind is refused', async () => {
    const there = new PackDesk();
    there.author('desk', files);
    const bytes = readFileSync(await there.write('desk', newSigner().sign));
    const desk = new PackDesk();
    const comment = Buffer.from(bytes);
    comment.writeUInt16LE(4, bytes.length - 2);
    for (const other of [
      Buffer.concat([Buffer.from('#!/bin/sh\n'), bytes]),
      Buffer.concat([bytes, Buffer.from('more')]),
      Buffer.concat([comment, Buffer.from('more')]),
    ]) {
      expect(await desk.open(desk.file(other))).toMatchObject({ at: 'refused' });
    }
  });
});
