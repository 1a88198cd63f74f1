// The line to the service: order, restarts, and what never gets an answer.
import { describe, expect, test, vi } from 'vitest';
import type { Ask, Told } from '../../core/contract';
import { type Port, ServiceLine } from './service-line';

class FakePort implements Port {
  sent: Ask[] = [];
  onmessage: ((event: MessageEvent<Told>) => void) | null = null;
  private closed: (() => void)[] = [];
  postMessage(message: Ask): void {
    this.sent.push(message);
  }
  addEventListener(_: 'close', listener: () => void): void {
    this.closed.push(listener);
  }
  close(): void {}
  die(): void {
    for (const listener of this.closed) listener();
  }
  tell(data: Told): void {
    this.onmessage?.({ data } as MessageEvent<Told>);
  }
}

const ok = (value: unknown) => ({ ok: true, value }) as const;

describe('asking', () => {
  test('waits for the port', async () => {
    const line = new ServiceLine();
    const asked = line.ask('learners.list', {});
    const port = new FakePort();
    line.connect(port);
    expect(port.sent).toEqual([{ id: 1, name: 'learners.list', input: {} }]);
    port.tell({ id: 1, reply: ok('all') });
    expect(await asked).toEqual(ok('all'));
  });

  test('answers in any order', async () => {
    const line = new ServiceLine();
    const port = new FakePort();
    line.connect(port);
    const both = [line.ask('a', {}), line.ask('b', {})];
    port.tell({ id: 2, reply: ok('b') });
    port.tell({ id: 1, reply: ok('a') });
    expect(await Promise.all(both)).toEqual([ok('a'), ok('b')]);
  });

  test('asks again on a new port, with the same input', async () => {
    const line = new ServiceLine();
    const first = new FakePort();
    line.connect(first);
    const answered = line.ask('a', { event: 'x' });
    const open = line.ask('b', { event: 'y' });
    first.tell({ id: 1, reply: ok(1) });
    await answered;
    first.die();
    const second = new FakePort();
    line.connect(second);
    expect(second.sent).toEqual([{ id: 2, name: 'b', input: { event: 'y' } }]);
    second.tell({ id: 2, reply: ok(2) });
    expect(await open).toEqual(ok(2));
  });

  test('gives up on what ends the service each time', async () => {
    const line = new ServiceLine();
    const asked = line.ask('a', {});
    for (let life = 0; life < 4; life++) {
      const port = new FakePort();
      line.connect(port);
      port.die();
    }
    expect(await asked).toEqual({ ok: false, error: { kind: 'interrupted', values: {} } });
  });

  test('hears nothing more from a port that was replaced', () => {
    const line = new ServiceLine();
    const first = new FakePort();
    line.connect(first);
    line.connect(new FakePort());
    const heard = vi.fn();
    line.onChanged(['library'], heard);
    first.tell({ changed: ['library'] });
    expect(heard).not.toHaveBeenCalled();
  });
});

describe('changes', () => {
  test('reach who reads the topic, until they stop', () => {
    const line = new ServiceLine();
    const port = new FakePort();
    line.connect(port);
    const heard = vi.fn();
    const stop = line.onChanged(['progress'], heard);
    port.tell({ changed: ['library'] });
    expect(heard).toHaveBeenCalledTimes(0);
    port.tell({ changed: ['library', 'progress'] });
    expect(heard).toHaveBeenCalledTimes(1);
    stop();
    port.tell({ changed: ['progress'] });
    expect(heard).toHaveBeenCalledTimes(1);
  });

  test('are everything after a restart, and nothing at the first start', () => {
    const line = new ServiceLine();
    const heard = vi.fn();
    line.onChanged(['learners'], heard);
    line.connect(new FakePort());
    expect(heard).not.toHaveBeenCalled();
    line.connect(new FakePort());
    expect(heard).toHaveBeenCalledTimes(1);
  });
});

test('says when the service is away', () => {
  const line = new ServiceLine();
  const heard = vi.fn();
  line.onAway(heard);
  expect(line.isAway()).toBe(true);
  const port = new FakePort();
  line.connect(port);
  expect(line.isAway()).toBe(false);
  port.die();
  expect(line.isAway()).toBe(true);
  expect(heard).toHaveBeenCalledTimes(2);
});
