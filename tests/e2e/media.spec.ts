// Recordings: they play, can be sought in, carry captions, keep their speed, and say when they cannot play.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './app';
import { beginAs, goTo } from './steps';

const seconds = 8;

/** A quiet hum: 16 bits, one channel. */
function wav(): Buffer {
  const rate = 8000;
  const samples = rate * seconds;
  const bytes = Buffer.alloc(44 + samples * 2);
  bytes.write('RIFF', 0);
  bytes.writeUInt32LE(36 + samples * 2, 4);
  bytes.write('WAVEfmt ', 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(rate, 24);
  bytes.writeUInt32LE(rate * 2, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36);
  bytes.writeUInt32LE(samples * 2, 40);
  for (let at = 0; at < samples; at++) {
    bytes.writeInt16LE(Math.round(900 * Math.sin(at / 9)), 44 + at * 2);
  }
  return bytes;
}

const captions = `WEBVTT

00:00.000 --> 00:01.000
This is the inbox.

00:01.000 --> 00:03.000
It shows messages.
`;

const lesson = `---
title: Recordings
objectives: [Listen]
---

::: video {src=assets/tour.webm captions=assets/tour.vtt}
A tour of the inbox.

---

This is the inbox. It shows messages.
:::

::: audio {src=assets/call.wav}
A call to the help desk.

---

A quiet hum.
:::

::: audio {src=assets/broken.mp3}
A recording that is none.

---

Nothing is heard.
:::
`;

const course = `---
id: recordings
title: Recordings
summary: For trying out players.
language: en
version: 1.0.0
level: basic
format: 1
---
`;

/** A real video, made by the window itself: coloured frames from a canvas. */
async function recordedVideo(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    canvas.width = 160;
    canvas.height = 90;
    const paint = canvas.getContext('2d');
    let hue = 0;
    const timer = setInterval(() => {
      if (!paint) return;
      hue += 7;
      paint.fillStyle = `hsl(${hue} 60% 50%)`;
      paint.fillRect(0, 0, 160, 90);
    }, 40);
    const recorder = new MediaRecorder(canvas.captureStream(25), { mimeType: 'video/webm' });
    const pieces: Blob[] = [];
    recorder.ondataavailable = ({ data }) => pieces.push(data);
    const ended = new Promise((settle) => {
      recorder.onstop = settle;
    });
    recorder.start();
    await new Promise((settle) => setTimeout(settle, 3000));
    recorder.stop();
    await ended;
    clearInterval(timer);
    const bytes = new Uint8Array(await new Blob(pieces).arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  });
  return Buffer.from(base64, 'base64');
}

/** Plays without sound, as no test machine has any. */
const play = (player: Locator) =>
  player.evaluate(async (element) => {
    const media = element as HTMLMediaElement;
    media.muted = true;
    await media.play();
  });

const state = (player: Locator, name: 'currentTime' | 'playbackRate' | 'duration') =>
  player.evaluate((element, key) => (element as HTMLMediaElement)[key], name);

const seek = (player: Locator, to: number) =>
  player.evaluate(
    (element, time) =>
      new Promise<number>((settle) => {
        const media = element as HTMLMediaElement;
        // On a busy computer it would have played on before anybody looks.
        media.pause();
        media.addEventListener('seeked', () => settle(media.currentTime), { once: true });
        media.currentTime = time;
      }),
    to,
  );

test('recordings play, are sought in, and keep the chosen speed', async ({ app }) => {
  const courses = join(app.dataFolder, 'made', 'recordings');
  mkdirSync(join(courses, 'assets'), { recursive: true });
  const write = (path: string, bytes: string | Buffer) => writeFileSync(join(courses, path), bytes);
  write('course.md', course);
  write('01-lesson.md', lesson);
  write('assets/call.wav', wav());
  write('assets/tour.vtt', captions);
  write('assets/broken.mp3', 'no sound at all');

  const { page } = await app.start('--lang', 'en', '--courses', join(app.dataFolder, 'made'));
  await beginAs(page, 'Amina');
  await goTo(page, '/course/recordings/lesson/lesson');
  const figures = page.locator('.prose__media');
  await expect(figures).toHaveCount(3);

  // The video is not there yet: what it says can be read all the same.
  await expect(figures.nth(0)).toContainText('This video cannot be played');
  await expect(figures.nth(0).getByText('It shows messages.')).toBeVisible();

  const audio = figures.nth(1).locator('audio');
  await expect.poll(() => state(audio, 'duration')).toBeCloseTo(seconds, 1);
  // Back and forth: without parts of files it would begin anew each time.
  expect(await seek(audio, 6)).toBeCloseTo(6, 1);
  expect(await seek(audio, 2)).toBeCloseTo(2, 1);
  await play(audio);
  await expect.poll(() => state(audio, 'currentTime')).toBeGreaterThan(2.2);

  const speed = figures.nth(1).getByRole('radiogroup', { name: 'Speed' });
  await speed.getByRole('radio', { name: '1.5×' }).check({ force: true });
  expect(await state(audio, 'playbackRate')).toBe(1.5);

  await expect(figures.nth(2)).toContainText('This recording cannot be played');

  write('assets/tour.webm', await recordedVideo(page));
  const video = figures.nth(0).locator('video');
  await expect(video).toBeVisible();
  await expect
    .poll(() => video.evaluate((element) => (element as HTMLVideoElement).videoWidth))
    .toBe(160);
  // Chosen for one, it holds for all.
  expect(await state(video, 'playbackRate')).toBe(1.5);
  await expect
    .poll(() =>
      video.evaluate((element) => (element as HTMLVideoElement).textTracks[0]?.cues?.length),
    )
    .toBe(2);
  const track = await video.evaluate((element) => {
    const { kind, language, label, mode } = (element as HTMLVideoElement).textTracks[0] ?? {};
    return { kind, language, label, mode };
  });
  expect(track).toEqual({ kind: 'captions', language: 'en', label: 'Captions', mode: 'showing' });
  await play(video);
  await expect.poll(() => state(video, 'currentTime')).toBeGreaterThan(0.5);
  expect(await seek(video, 0.2)).toBeCloseTo(0.2, 1);
});
