// The organisation's words, from the file to the lesson.
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Harness } from '../../../tests/unit/support/service';

const lessonWords = (desk: Harness) =>
  desk.lesson(desk.learner(), 'safe-desk', 'locks', 'en').organisation;

describe('words chosen in Settings', () => {
  test('stand in lessons at once, and after the next start', () => {
    const desk = new Harness();
    expect(desk.ask('organisation.read', {}).source).toBeNull();
    expect(desk.ask('organisation.set', { text: 'helpdesk:\n  phone: "123"\n' })).toEqual({
      taken: true,
      mistakes: [],
    });
    expect(lessonWords(desk)).toEqual({ 'helpdesk.phone': '123' });
    desk.close();
    const later = new Harness({ data: desk.dataFolder });
    expect(later.ask('organisation.read', {})).toMatchObject({
      source: { kind: 'own' },
      words: [{ key: 'helpdesk.phone', value: '123' }],
    });
  });

  test('stay when a file without words is chosen', () => {
    const desk = new Harness();
    desk.ask('organisation.set', { text: 'room: 3\n' });
    expect(desk.ask('organisation.set', { text: '[broken' })).toMatchObject({
      taken: false,
      mistakes: [{ problem: 'syntax', line: 1 }],
    });
    expect(lessonWords(desk)).toEqual({ room: '3' });
  });

  test('are gone when they are removed', () => {
    const desk = new Harness();
    desk.ask('organisation.set', { text: 'room: 3\n' });
    desk.ask('organisation.forget', {});
    expect(lessonWords(desk)).toEqual({});
    expect(readdirSync(desk.dataFolder)).not.toContain('organisation.yml');
  });
});

test('what IT put on the computer wins', () => {
  const desk = new Harness();
  desk.ask('organisation.set', { text: 'room: 3\n' });
  writeFileSync(join(desk.dataFolder, 'machine.yml'), 'room: 9\n');
  desk.close();
  const later = new Harness({ data: desk.dataFolder });
  expect(later.ask('organisation.read', {}).source?.kind).toBe('machine');
  expect(lessonWords(later)).toEqual({ room: '9' });
});
