// Whoever leaves the set-up of sync, at whatever moment: the place is in use with its password, or neither is there.
import { expect, test } from 'vitest';
import { LeftSetUp, SetUpSecret } from './set-up-secret';

/** The app, which answers when the test says so, and in the order in which it was asked. */
class App {
  secret = false;
  begun = false;
  readonly log: string[] = [];
  private readonly waiting: (() => void)[] = [];

  private answered<Value>(what: string, answer: () => Value): Promise<Value> {
    return new Promise((resolve) => {
      this.waiting.push(() => {
        this.log.push(what);
        resolve(answer());
      });
    });
  }

  readonly setUp = new SetUpSecret({
    keep: () =>
      this.answered('keep', () => {
        this.secret = true;
        return { kept: true };
      }),
    forget: () =>
      this.answered('forget', () => {
        this.secret = false;
      }),
    isInUse: () => this.answered('in use?', () => this.begun),
  });

  begin = () =>
    this.answered('begin', () => {
      this.begun = true;
    });

  /** Answers one that waits, and lets who asked go on. */
  async answer(): Promise<void> {
    this.waiting.shift()?.();
    await new Promise(setImmediate);
  }

  async answerAll(): Promise<void> {
    while (this.waiting.length > 0) await this.answer();
  }
}

/** As the screen does it when "Begin" is pressed. */
async function pressBegin(app: App): Promise<void> {
  await app.setUp.keep();
  await app.begin();
}

test.each([0, 1, 2])(
  'left when %d of the two were answered, all of it is there or nothing',
  async (answers) => {
    const app = new App();
    const pressed = pressBegin(app).catch((error: unknown) => error);
    for (let each = 0; each < answers; each++) await app.answer();
    const left = app.setUp.leave();
    await app.answerAll();
    await Promise.all([pressed, left]);
    expect(app.secret).toBe(app.begun);
    expect(app.begun).toBe(answers > 0);
    if (answers === 0) expect(await pressed).toBeInstanceOf(LeftSetUp);
  },
);

test('who only tested the server and leaves has no password kept', async () => {
  const app = new App();
  const kept = app.setUp.keep();
  await app.answer();
  expect(await kept).toBe(true);
  const left = app.setUp.leave();
  await app.answerAll();
  await left;
  expect(app.secret).toBe(false);
});

test('who typed nothing into it and leaves asks for nothing', async () => {
  const app = new App();
  await app.setUp.leave();
  expect(app.log).toEqual([]);
});
