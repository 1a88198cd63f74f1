// An author's words reach the disk, and nobody else's get lost on the way.
import { describe, expect, test } from 'vitest';
import type { SaveOutcome } from '../../../core/studio/views';
import { AskError } from '../../client/ask-error';
import { type KeptState, type TextDisk, TextKeeper } from './text-keeper';

/** A disk on which texts are their own versions, and which merges line by line. */
class Disk implements TextDisk {
  readonly aside: string[] = [];
  isFull = false;
  meanwhile: (() => void) | undefined;

  constructor(public text: string) {}

  read = async () => ({ text: this.text, version: this.text });

  async save(text: string, base: string): Promise<SaveOutcome> {
    this.meanwhile?.();
    if (this.isFull) throw new AskError({ kind: 'disk-full', values: { file: 'x' } });
    if (this.text === base) {
      this.text = text;
      return { outcome: 'saved', version: text };
    }
    const [ours, began, theirs] = [text, base, this.text].map((each) => each.split('\n'));
    const merged = ours?.map((line, at) => (line === began?.[at] ? theirs?.[at] : line)) ?? [];
    const isConflict = ours?.some(
      (line, at) => line !== began?.[at] && theirs?.[at] !== began?.[at] && line !== theirs?.[at],
    );
    if (isConflict) return { outcome: 'conflict', theirs: this.text, version: this.text };
    this.text = merged.join('\n');
    return { outcome: 'merged', text: this.text, version: this.text };
  }

  async setAside(text: string): Promise<void> {
    this.meanwhile?.();
    if (this.isFull) throw new AskError({ kind: 'disk-full', values: { file: 'x' } });
    this.aside.push(text);
  }
}

async function keeping(text: string) {
  const disk = new Disk(text);
  const seen = { text: '', state: { at: 'saved' } as KeptState, outside: 0 };
  const keeper = new TextKeeper(disk, (now, state, isOutside) => {
    seen.text = now;
    seen.state = state;
    if (isOutside) seen.outside++;
  });
  await keeper.open();
  return { disk, keeper, seen };
}

describe('what is typed', () => {
  test('is on disk after a flush, and the editor is left alone', async () => {
    const { disk, keeper, seen } = await keeping('a');
    keeper.change('ab');
    expect(seen.state.at).toBe('unsaved');
    await keeper.flush();
    expect(disk.text).toBe('ab');
    expect(seen).toEqual({ text: 'ab', state: { at: 'saved' }, outside: 1 });
  });

  test('while it is being saved is saved after it', async () => {
    const { disk, keeper, seen } = await keeping('a');
    disk.meanwhile = () => {
      disk.meanwhile = undefined;
      keeper.change('abc');
    };
    keeper.change('ab');
    await keeper.flush();
    expect(seen.state.at).toBe('unsaved');
    await keeper.flush();
    expect(disk.text).toBe('abc');
    expect(seen.state.at).toBe('saved');
  });

  test('stays on screen when the disk is full, and is saved once there is room', async () => {
    const { disk, keeper, seen } = await keeping('a');
    disk.isFull = true;
    keeper.change('ab');
    await keeper.flush();
    expect(seen).toMatchObject({ text: 'ab', state: { at: 'failed' } });
    disk.isFull = false;
    await keeper.flush();
    expect(disk.text).toBe('ab');
    expect(seen.state.at).toBe('saved');
  });
});

describe('what somebody else saved', () => {
  test('is taken up where nothing was typed', async () => {
    const { disk, keeper, seen } = await keeping('a');
    disk.text = 'b';
    await keeper.look();
    expect(seen).toEqual({ text: 'b', state: { at: 'saved' }, outside: 2 });
  });

  test('in other lines is put together with what was typed', async () => {
    const { disk, keeper, seen } = await keeping('one\ntwo');
    disk.text = 'one\nTWO';
    keeper.change('ONE\ntwo');
    await keeper.look();
    expect(disk.text).toBe('ONE\nTWO');
    expect(seen).toMatchObject({ text: 'ONE\nTWO', state: { at: 'saved' } });
  });

  test('is put together also when the author types on meanwhile', async () => {
    const { disk, keeper, seen } = await keeping('one\ntwo\nthree');
    disk.text = 'one\ntwo\nTHREE';
    disk.meanwhile = () => {
      disk.meanwhile = undefined;
      keeper.change('ONE\nTWO\nthree');
    };
    keeper.change('ONE\ntwo\nthree');
    await keeper.flush();
    await keeper.flush();
    expect(disk.text).toBe('ONE\nTWO\nTHREE');
    expect(seen.text).toBe('ONE\nTWO\nTHREE');
  });

  test('in the same line is asked about: mine', async () => {
    const { disk, keeper, seen } = await keeping('a');
    disk.text = 'theirs';
    keeper.change('mine');
    await keeper.flush();
    expect(seen.state).toMatchObject({ at: 'conflict', theirs: 'theirs' });
    keeper.change('mine, and more');
    await keeper.flush();
    expect(disk.text).toBe('theirs');
    await keeper.keepMine();
    expect(disk.text).toBe('mine, and more');
    expect(seen.state.at).toBe('saved');
  });

  test('in the same line is asked about: theirs, and mine is set aside', async () => {
    const { disk, keeper, seen } = await keeping('a');
    disk.text = 'theirs';
    keeper.change('mine');
    await keeper.flush();
    await keeper.takeTheirs();
    expect(disk.aside).toEqual(['mine']);
    expect(seen).toMatchObject({ text: 'theirs', state: { at: 'saved' } });
  });

  test('is not taken where mine cannot be set aside: both stay, it is said, and can be tried again', async () => {
    const { disk, keeper, seen } = await keeping('a');
    disk.text = 'theirs';
    keeper.change('mine');
    await keeper.flush();
    disk.isFull = true;
    await keeper.takeTheirs();
    expect(seen).toMatchObject({
      text: 'mine',
      state: { at: 'conflict', theirs: 'theirs', failure: { kind: 'disk-full' } },
    });
    disk.isFull = false;
    await keeper.takeTheirs();
    expect(disk.aside).toEqual(['mine']);
    expect(seen).toMatchObject({ text: 'theirs', state: { at: 'saved' } });
  });

  test('is taken only once all that was typed meanwhile is set aside', async () => {
    const { disk, keeper, seen } = await keeping('a');
    disk.text = 'theirs';
    keeper.change('mine');
    await keeper.flush();
    disk.meanwhile = () => {
      disk.meanwhile = undefined;
      keeper.change('mine, and more');
    };
    await keeper.takeTheirs();
    expect(disk.aside).toEqual(['mine', 'mine, and more']);
    expect(seen.text).toBe('theirs');
  });

  test('and left undecided, mine is in the history, once', async () => {
    const { disk, keeper } = await keeping('a');
    disk.text = 'theirs';
    keeper.change('mine');
    await keeper.flush();
    keeper.change('mine, and more');
    keeper.leave();
    keeper.leave();
    expect(disk.aside).toEqual(['mine, and more']);
    expect(disk.text).toBe('theirs');
  });
});
