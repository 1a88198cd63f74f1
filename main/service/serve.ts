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
import type { Handler, ServiceOperation } from './operations/handlers';
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

/** The types of input and output belong to the name. */
const table = handlers as Record<ServiceOperation, Handler<never>>;

/** Serves one port; `changed` tells it what other windows or the library changed. */
export function serve(service: Service, log: Log, port: Port) {
  const changed = (topics: readonly Topic[]): void => port.postMessage({ changed: topics });
  port.on('message', ({ data }) => {
    const asked = ask.safeParse(data);
    // Without an id there is nobody to answer; our own window never sends such a thing.
    if (!asked.success) return;
    const { id, name, input } = asked.data as Ask;
    const value = answer(service, log, { id, name, input });
    port.postMessage({ id, reply: value });
    if (!value.ok || !isServiceOperation(name)) return;
    const { writes = [] } = contract[name] as { writes?: readonly Topic[] };
    if (writes.length > 0) changed(writes);
    if (writes.includes('progress')) service.syncing.nudge();
  });
  port.start();
  return { changed };
}

/** Runs one operation. Never throws: whatever goes wrong becomes one of the known errors. */
export function answer(service: Service, log: Log, { name, input }: Ask): Reply<unknown> {
  try {
    if (!isServiceOperation(name)) throw new OperationError('bad-input', { what: 'operation' });
    const checked = prove(name, input);
    const isForbidden =
      (needsStudio(name, checked) && enforced(service.policy(), 'Studio') === 'off') ||
      (name.startsWith('team.') && enforced(service.policy(), 'TeamView') === 'off');
    if (isForbidden) throw new OperationError('forbidden');
    // The name decides the type of the input; the table has been checked against it.
    const value = table[name](checked as never, service.trial.serviceFor(service, checked));
    return { ok: true, value };
  } catch (thrown) {
    const error = storageError(thrown, service.dataFolder);
    if (!(error instanceof OperationError)) log(`${name} failed`, error);
    else if (error.kind !== 'not-found') log(`${name}: ${error.kind}`, error.cause);
    return { ok: false, error: failureOf(error) };
  }
}

/** Also trying out and handing on what is being written. */
const needsStudio = (name: ServiceOperation, input: unknown): boolean =>
  name.startsWith('studio.') ||
  name.startsWith('translation.') ||
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
