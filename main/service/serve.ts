// Answers what a window asks over its port: proves the input, runs the operation, names the error.

import {
  type Ask,
  contract,
  type Operation,
  type Parsed,
  type Told,
  type Topic,
} from '../../core/contract';
import { type Failure, OperationError, type Reply } from '../../core/errors';
import { enforced } from '../../core/policy/policy';
import { z } from '../../core/zod';
import type { Log } from './log';
import { handlers } from './operations';
import { type Handler, isAuthoring, isOfTeam, type ServiceOperation } from './operations/handlers';
import type { Service } from './operations/service';
import { storageError } from './store/database';

/** The part of a MessagePort that is used here; Electron's and Node's both have it. */
export interface Port {
  postMessage(message: Told): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): unknown;
  start(): void;
}

const ask = z.object({ id: z.number(), name: z.string(), input: z.unknown() });

const isServiceOperation = (name: string): name is ServiceOperation =>
  Object.hasOwn(contract, name) && contract[name as Operation].at === 'service';

/** Functions by the names of their operations; the types of input and output belong to the name. */
export type OperationTable = Partial<Record<ServiceOperation, Handler<never>>>;

const forLearners = handlers as OperationTable;
const forAuthors = async () => (await import('./operations/authoring')).authoring as OperationTable;

/** In the table that is read when somebody asks for it. */
const isLate = (name: ServiceOperation): boolean => isAuthoring(name) || isOfTeam(name);

/** Serves one port; `changed` tells it what other windows or the library changed. */
export function serve(service: Service, log: Log, port: Port) {
  const changed = (topics: readonly Topic[]): void => port.postMessage({ changed: topics });
  port.on('message', ({ data }) => {
    const asked = ask.safeParse(data);
    // Without an id there is nobody to answer; our own window never sends such a thing.
    if (!asked.success) return;
    const one = asked.data as Ask;
    if (!isServiceOperation(one.name) || !isLate(one.name)) reply(one, forLearners);
    // Their order stays: each waits for the same table.
    else void forAuthors().then((table) => reply(one, table));
  });
  const reply = (one: Ask, table: OperationTable): void => {
    const { id, name } = one;
    const value = answer(service, log, one, table);
    port.postMessage({ id, reply: value });
    if (!value.ok || !isServiceOperation(name)) return;
    const { writes = [] } = contract[name] as { writes?: readonly Topic[] };
    if (writes.length > 0) changed(writes);
    if (writes.includes('progress')) service.syncing.nudge();
  };
  port.start();
  return { changed };
}

/** Runs one operation. Never throws: whatever goes wrong becomes one of the known errors. */
export function answer(
  service: Service,
  log: Log,
  { name, input }: Ask,
  table: OperationTable = forLearners,
): Reply<unknown> {
  try {
    const handler = isServiceOperation(name) ? table[name] : undefined;
    if (!isServiceOperation(name) || !handler) {
      throw new OperationError('bad-input', { what: 'operation' });
    }
    const checked = prove(name, input);
    const isForbidden =
      (needsStudio(name, checked) && enforced(service.policy(), 'Studio') === 'off') ||
      (isOfTeam(name) && enforced(service.policy(), 'TeamView') === 'off');
    if (isForbidden) {
      throw new OperationError('forbidden');
    }
    // The name decides the type of the input; the tables have been checked against it.
    return {
      ok: true,
      value: handler(checked as never, service.trial.serviceFor(service, checked)),
    };
  } catch (thrown) {
    const error = storageError(thrown, service.dataFolder);
    if (!(error instanceof OperationError)) log(`${name} failed`, error);
    else if (error.kind !== 'not-found') log(`${name}: ${error.kind}`, error.cause);
    return { ok: false, error: failureOf(error) };
  }
}

/** Also trying out and handing on what is being written. */
const needsStudio = (name: ServiceOperation, input: unknown): boolean =>
  isAuthoring(name) ||
  name === 'trial.begin' ||
  (name === 'export.start' && (input as Parsed<'export.start'>).folder !== undefined);

function prove(name: ServiceOperation, input: unknown): unknown {
  try {
    return contract[name].input.parse(input);
  } catch {
    // Also what no check comes to an end with: lists in lists in lists. The reason could name
    // what was typed, so it is not logged.
    throw new OperationError('bad-input', { what: 'input' });
  }
}

const failureOf = (error: unknown): Failure =>
  error instanceof OperationError
    ? { kind: error.kind, values: error.values }
    : { kind: 'unexpected', values: {} };
