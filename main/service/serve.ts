// Answers what a window asks over its port: proves the input, runs the operation, names the error.

import { type Ask, contract, type Operation, type Told, type Topic } from '../../core/contract';
import { type Failure, OperationError, type Reply } from '../../core/errors';
import { type Parsed, prove } from '../../core/inputs';
import { enforced } from '../../core/policy/policy';
import type { Log } from './log';
import { handlerOf } from './operations';
import type { ServiceOperation } from './operations/handlers';
import type { Service } from './operations/service';
import { storageError } from './store/database';

/** The part of a MessagePort that is used here; Electron's and Node's both have it. */
export interface Port {
  postMessage(message: Told): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): unknown;
  start(): void;
}

const isAsk = (data: unknown): data is Ask => {
  const { id, name } = (data ?? {}) as Partial<Ask>;
  return Number.isFinite(id) && typeof name === 'string';
};

const isServiceOperation = (name: string): name is ServiceOperation =>
  Object.hasOwn(contract, name) && contract[name as Operation].at === 'service';

/** Serves one port; `changed` tells it what other windows or the library changed. */
export function serve(service: Service, log: Log, port: Port) {
  const changed = (topics: readonly Topic[]): void => port.postMessage({ changed: topics });
  port.on('message', ({ data }) => {
    // Without an id there is nobody to answer; our own window never sends such a thing.
    if (!isAsk(data)) return;
    const { id, name } = data;
    const value = answer(service, log, data);
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
    const value = handlerOf(name)(checked as never, service.trial.serviceFor(service, checked));
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

const failureOf = (error: unknown): Failure =>
  error instanceof OperationError
    ? { kind: error.kind, values: error.values }
    : { kind: 'unexpected', values: {} };
