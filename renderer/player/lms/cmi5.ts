// A platform that speaks cmi5: statements and one saved text go to its learning record store.
// Of the libraries for it, none sends its last word in a way that outlives the page (`keepalive`).
import { v7 as uuidv7 } from 'uuid';
import type { Answered } from '../../../core/learning/course-practice';
import type { Lms, Standing } from './lms';
import { scoreOf, Troubles } from './lms';
import { questionOf } from './question';
import { isoDuration } from './times';

/** What the platform hands over in the address. */
export interface Launch {
  endpoint: string;
  fetch: string;
  /** An xAPI agent, as JSON. */
  actor: string;
  registration: string;
  activityId: string;
}

/** Null where it was not started by a platform. */
export function launchOf(search: string): Launch | null {
  const given = new URLSearchParams(search);
  const [endpoint, fetch, actor, registration, activityId] = [
    'endpoint',
    'fetch',
    'actor',
    'registration',
    'activityId',
  ].map((name) => given.get(name));
  if (!endpoint || !fetch || !actor || !registration || !activityId) return null;
  return { endpoint: endpoint.replace(/\/?$/, '/'), fetch, actor, registration, activityId };
}

interface Activity {
  id: string;
}

interface Context {
  contextActivities?: Record<string, Activity[]>;
  extensions?: Record<string, unknown>;
  [name: string]: unknown;
}

interface LaunchData {
  contextTemplate?: Context;
  launchMode?: string;
  masteryScore?: number;
  returnURL?: string;
}

/** What is kept at the platform, besides the statements. */
interface Kept {
  saved: string;
  /** Each may be said only once in a registration. */
  completed: boolean;
  passed: boolean;
}

type Verb = 'initialized' | 'completed' | 'passed' | 'failed' | 'terminated' | 'answered';

interface Statement {
  id: string;
  [name: string]: unknown;
}

const verbs = 'http://adlnet.gov/expapi/verbs/';
const categories = 'https://w3id.org/xapi/cmi5/context/categories/';
const masteryScore = 'https://w3id.org/xapi/cmi5/context/extensions/masteryscore';
const stateId = 'deskwise';
const keepMilliseconds = 1000;

export class Cmi5 implements Lms {
  private readonly troubles = new Troubles();
  trouble = this.troubles.trouble;
  onTrouble = this.troubles.onTrouble;
  private readonly startedAt: number;
  private headers: Record<string, string> | null = null;
  private data: LaunchData = {};
  private kept: Kept = { saved: '', completed: false, passed: false };
  /** What the store has not yet taken. */
  private outbox: Statement[] = [];
  private isUnkept = false;
  private sending: Promise<void> = Promise.resolve();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private standing: Standing | null = null;

  constructor(
    private readonly launch: Launch | null,
    private readonly language: string,
    private readonly now: () => number = () => Date.now(),
  ) {
    this.startedAt = now();
  }

  async begin(): Promise<string | null> {
    if (!this.launch) {
      this.troubles.set('missing');
      return null;
    }
    try {
      const answer = await fetch(this.launch.fetch, { method: 'POST' });
      const token: unknown = ((await answer.json()) as Record<string, unknown>)['auth-token'];
      if (typeof token !== 'string') throw new Error('no token');
      this.headers = {
        authorization: `Basic ${token}`,
        'content-type': 'application/json',
        'x-experience-api-version': '1.0.3',
      };
      this.data = (await this.read<LaunchData>(this.state('LMS.LaunchData'))) ?? {};
      // Whoever starts must have looked at what the learner prefers; sound and language are theirs anyway.
      await this.read(this.profile());
      const kept = await this.read<Partial<Kept>>(this.state(stateId));
      this.kept = { ...this.kept, ...kept };
    } catch {
      this.headers = null;
      this.troubles.set('missing');
      return null;
    }
    this.say('initialized');
    return this.kept.saved || null;
  }

  tell(standing: Standing): void {
    if (!this.headers) return;
    this.standing = standing;
    const { status, passed, score } = standing.progress;
    if (status === 'finished' && !this.kept.completed) {
      this.kept.completed = true;
      this.say('completed', { completion: true });
    }
    if (status === 'finished' && this.isPassed(passed, score) && !this.kept.passed) {
      this.kept.passed = true;
      this.say('passed', { success: true, ...this.score() });
    }
    this.kept.saved = standing.save('all');
    this.isUnkept = true;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.send(), keepMilliseconds);
  }

  answered(answered: Answered): void {
    if (!this.headers || !this.launch) return;
    const { id, words, interaction, share, points, seconds, at } = questionOf(answered);
    const path = id.split('/').map(encodeURIComponent).join('/');
    this.put({
      ...this.statement('answered', at),
      object: {
        objectType: 'Activity',
        id: `${this.launch.activityId}/${path}`,
        definition: {
          type: 'http://adlnet.gov/expapi/activities/cmi.interaction',
          name: { [this.language]: words },
          interactionType: interaction.type,
          correctResponsesPattern: interaction.correct,
        },
      },
      context: this.context([]),
      result: {
        response: interaction.response,
        success: share === 1,
        score: { scaled: share, raw: share * points, min: 0, max: points },
        ...(seconds !== null && { duration: isoDuration(seconds) }),
      },
    });
  }

  back(): string | null {
    const { returnURL } = this.data;
    return returnURL && /^https?:\/\//.test(returnURL) ? returnURL : null;
  }

  pause(): void {
    this.send();
  }

  end(): void {
    if (!this.headers) return;
    const { progress } = this.standing ?? {};
    // Said at the very end: until then it may still be passed, and only one of the two may be said.
    if (progress?.status === 'finished' && !this.kept.passed && progress.score !== null) {
      this.say('failed', { success: false, ...this.score() });
    }
    this.say('terminated', {});
    this.sendLast();
    this.headers = null;
  }

  private isPassed(passed: boolean | null, score: number | null): boolean {
    const { masteryScore: mastery } = this.data;
    return mastery === undefined || score === null ? passed === true : score >= mastery - 1e-9;
  }

  private score() {
    const share = this.standing && scoreOf(this.standing.progress);
    return share == null ? {} : { score: { scaled: share, raw: share * 100, min: 0, max: 100 } };
  }

  /** A statement that cmi5 itself defines. */
  private say(verb: Verb, result?: { completion?: true; success?: boolean }): void {
    if (!this.launch) return;
    const moves = result?.completion === true || result?.success !== undefined;
    // Who only looks, or looks again, gets no credit.
    if (moves && (this.data.launchMode ?? 'Normal') !== 'Normal') return;
    const { masteryScore: mastery } = this.data;
    const judged = result?.success !== undefined && mastery !== undefined;
    this.put({
      ...this.statement(verb, new Date(this.now()).toISOString()),
      object: { objectType: 'Activity', id: this.launch.activityId },
      context: this.context(
        moves ? ['cmi5', 'moveon'] : ['cmi5'],
        judged ? { [masteryScore]: mastery } : {},
      ),
      ...(result && { result: { ...result, duration: this.duration() } }),
    });
  }

  private statement(verb: Verb, timestamp: string): Statement {
    return {
      id: uuidv7(),
      actor: JSON.parse(this.launch?.actor ?? '{}') as unknown,
      verb: { id: `${verbs}${verb}`, display: { en: verb } },
      timestamp,
    };
  }

  /** What the platform wants in every statement, and more. */
  private context(names: readonly string[], extensions: Record<string, unknown> = {}): Context {
    const template = this.data.contextTemplate ?? {};
    const { category = [], ...others } = template.contextActivities ?? {};
    const own = names.map((name) => ({ id: `${categories}${name}` }));
    const all = [...category, ...own];
    return {
      ...template,
      registration: this.launch?.registration,
      contextActivities: { ...others, ...(all.length > 0 && { category: all }) },
      extensions: { ...template.extensions, ...extensions },
    };
  }

  private duration = (): string => isoDuration((this.now() - this.startedAt) / 1000);

  private put(statement: Statement): void {
    this.outbox.push(statement);
    this.send();
  }

  /** One after the other: the order of statements has a meaning. */
  private send(): void {
    clearTimeout(this.timer);
    this.sending = this.sending.then(async () => {
      try {
        while (this.headers && this.outbox.length > 0) {
          const some = [...this.outbox];
          await this.write('POST', 'statements', some);
          this.outbox = this.outbox.filter((each) => !some.includes(each));
        }
        if (this.headers && this.isUnkept) {
          this.isUnkept = false;
          await this.write('PUT', this.state(stateId), this.kept);
        }
        this.troubles.set(null);
      } catch {
        this.isUnkept = true;
        this.troubles.set('unsent');
      }
    });
  }

  /** The page is about to be gone: nothing can be waited for. Ids make twice the same once. */
  private sendLast(): void {
    // A browser carries 64 kB past the end of a page: the statements go first.
    void this.write('POST', 'statements', this.outbox, true).catch(() => {});
    if (this.isUnkept) void this.write('PUT', this.state(stateId), this.kept, true).catch(() => {});
    this.outbox = [];
    this.isUnkept = false;
  }

  private state(id: string): string {
    const { activityId, actor, registration } = this.launch ?? {};
    const query = { activityId, agent: actor, registration, stateId: id } as Record<string, string>;
    return `activities/state?${new URLSearchParams(query)}`;
  }

  private profile(): string {
    const query = { agent: this.launch?.actor ?? '', profileId: 'cmi5LearnerPreferences' };
    return `agents/profile?${new URLSearchParams(query)}`;
  }

  private async read<Value>(path: string): Promise<Value | null> {
    const answer = await fetch(`${this.launch?.endpoint}${path}`, { headers: this.headers ?? {} });
    if (answer.status === 404) return null;
    if (!answer.ok) throw new Error(`${answer.status}`);
    return (await answer.json()) as Value;
  }

  private async write(
    method: 'PUT' | 'POST',
    path: string,
    body: unknown,
    keepalive = false,
  ): Promise<void> {
    const answer = await fetch(`${this.launch?.endpoint}${path}`, {
      method,
      headers: this.headers ?? {},
      body: JSON.stringify(body),
      keepalive,
    });
    if (!answer.ok) throw new Error(`${answer.status}`);
  }
}
