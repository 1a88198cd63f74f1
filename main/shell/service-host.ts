// Runs the service process, starts it again when it dies, and gives each of its lives a port to the window.
import { join } from 'node:path';
import {
  MessageChannelMain,
  type MessagePortMain,
  type UtilityProcess,
  utilityProcess,
} from 'electron';
import type { PackSignature } from '../../core/pack/signature';
import type { PolicySource } from '../../core/policy/source';
import type { FromService, ServiceOptions, TeamReads, ToService } from '../service/messages';
import type { Manifest } from './assets';
import type { Log } from './log';
import type { WebAccess } from './web';
import { WebAnswers } from './web-answers';
import type { WebSecrets } from './web-secrets';

/** How long after a crash the service comes back: at once, but not in a tight circle. */
const restartDelays = [0, 100, 500, 2000] as const;
const stableMilliseconds = 10_000;
const closeMilliseconds = 2000;
/** A file that was just added is known to the window a moment before it is known here. */
const manifestMilliseconds = 500;

type Forgetful = Pick<WebSecrets, 'forget' | 'forgetAll'>;

export class ServiceHost {
  private process: UtilityProcess | undefined;
  private closing = false;
  private crashes = 0;
  /** Puts a port into the window; set once the window asks for one. */
  private handToWindow: ((port: MessagePortMain) => void) | undefined;
  manifest: Manifest = new Map();
  /** Who waits to hear what the courses are made of now. */
  private awaiting: (() => void)[] = [];
  /** One signature for each pack that the person asked for. */
  private maySign = false;
  /** Of the courses, by their ids. */
  versions: ReadonlyMap<string, string> = new Map();
  private readonly web: WebAnswers;

  constructor(
    private readonly options: ServiceOptions,
    private readonly log: Log,
    /** Signs the manifest of a pack; null without a key. */
    private readonly sign: (manifest: Uint8Array) => Promise<PackSignature | null>,
    /** What lies where the organisation puts its policies. */
    private readonly findPolicy: () => PolicySource,
    /** Reaches the network; loaded when it is first needed. */
    web: () => Promise<Pick<WebAccess, 'allow' | 'ask'>>,
    /** Names and passwords for servers; loaded as late. */
    private readonly secrets: () => Promise<Forgetful>,
  ) {
    this.web = new WebAnswers(web, (message) => this.tell(message));
    this.start();
  }

  private start(): void {
    const startedAt = Date.now();
    const child = utilityProcess.fork(
      join(import.meta.dirname, 'service.cjs'),
      [JSON.stringify(this.options)],
      { serviceName: 'Deskwise service', stdio: 'inherit' },
    );
    this.process = child;
    this.tell({ type: 'policy', source: this.findPolicy() });
    // What a dead one said last is heard no more.
    child.on('message', (message: FromService) => {
      if (this.process === child) this.hear(message);
    });
    child.on('exit', (code) => {
      if (this.process === child) this.web.stopAll();
      if (this.process !== child || this.closing) return;
      this.process = undefined;
      this.log.warn(`the service ended with ${code}; starting it again`);
      this.crashes = Date.now() - startedAt > stableMilliseconds ? 0 : this.crashes + 1;
      const delay = restartDelays[Math.min(this.crashes, restartDelays.length - 1)];
      setTimeout(() => {
        this.start();
        this.connect();
      }, delay);
    });
  }

  private hear(message: FromService): void {
    if (message.type === 'log') this.log.warn(message.words, message.detail);
    else if (message.type === 'sign') void this.answerSign(message.id, message.manifest);
    else if (message.type === 'secret-forget')
      void this.forgetSecrets((known) => known.forget(message.name));
    else if (message.type === 'secrets-forget')
      void this.forgetSecrets((known) => known.forgetAll(message.start));
    else if (message.type !== 'manifest') this.web.hear(message);
    else {
      this.versions = new Map(
        Object.entries(message.courses).map(([id, { version }]) => [id, version]),
      );
      this.manifest = new Map(
        Object.entries(message.courses).map(([id, { root, files }]) => [
          id,
          { root, files: new Set(files) },
        ]),
      );
      for (const tell of this.awaiting.splice(0)) tell();
    }
  }

  /** Resolves when the next manifest is here, or soon without one. */
  nextManifest(): Promise<void> {
    return new Promise((resolve) => {
      this.awaiting.push(resolve);
      setTimeout(resolve, manifestMilliseconds);
    });
  }

  private async answerSign(id: number, manifest: Uint8Array): Promise<void> {
    let signature: PackSignature | null | 'failed' = 'failed';
    try {
      if (!this.maySign) throw new Error('nobody asked for a pack');
      this.maySign = false;
      signature = await this.sign(manifest);
    } catch (error) {
      this.log.warn('a pack could not be signed', String(error));
    }
    this.tell({ type: 'signed', id, signature });
  }

  private async forgetSecrets(forget: (secrets: Forgetful) => Promise<void>): Promise<void> {
    try {
      await forget(await this.secrets());
    } catch (error) {
      this.log.warn('a password could not be removed', String(error));
    }
  }

  /** The folder that the person chose for sync. */
  takeFolder(folder: string): void {
    this.tell({ type: 'sync-folder', folder });
  }

  /** Reads a pack that the person chose. */
  readPack(file: string): void {
    this.tell({ type: 'pack', file });
  }

  /** Brings in a folder of Markdown that the person chose. */
  bringIn(folder: string): void {
    this.tell({ type: 'import', folder });
  }

  /** Lets the team view read what the person chose. */
  readForTeam(what: TeamReads, paths: readonly string[]): void {
    this.tell({ type: 'team', what, paths });
  }

  /** Writes a course as a pack, where the person said. */
  writePack(course: string, file: string): void {
    this.maySign = true;
    this.tell({ type: 'write-pack', course, file });
  }

  private tell(message: ToService): void {
    this.process?.postMessage(message);
  }

  /** The window is ready for a port, now and after each restart of the service. */
  serveWindow(hand: (port: MessagePortMain) => void): void {
    this.handToWindow = hand;
    this.connect();
  }

  private connect(): void {
    if (!this.process || !this.handToWindow) return;
    const { port1, port2 } = new MessageChannelMain();
    this.process.postMessage({ type: 'window' }, [port1]);
    this.handToWindow(port2);
  }

  /** Lets the service finish what it was asked, then ends it. */
  async close(): Promise<void> {
    this.closing = true;
    const child = this.process;
    if (!child) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(() => {
        child.kill();
        resolve();
      }, closeMilliseconds);
      child.once('exit', () => {
        clearTimeout(timer);
        resolve();
      });
      child.postMessage({ type: 'close' });
    });
  }
}
