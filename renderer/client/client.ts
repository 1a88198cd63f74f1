// Asks the service and the shell for the operations of the contract.
import { v7 as uuidv7 } from 'uuid';
import { contract, type Operation, type Output, type Topic } from '../../core/contract';
import type { Reply } from '../../core/errors';
import type { Input } from '../../core/inputs';
import { AskError } from './ask-error';
import { onPort, shellAsk } from './bridge';
import { type Port, ServiceLine } from './service-line';

const line = new ServiceLine();

/** Called once, at the start of the window. */
export function startClient(): void {
  onPort((port) => line.connect(port as unknown as Port));
}

/** Throws AskError. */
export async function ask<Name extends Operation>(
  name: Name,
  input: Input<Name>,
): Promise<Output<Name>> {
  const asked = contract[name].at === 'service' ? line.ask(name, input) : shellAsk(name, input);
  const reply = (await asked) as Reply<Output<Name>>;
  if (!reply.ok) throw new AskError(reply.error);
  return reply.value;
}

/** The topics whose change makes the answer of an operation out of date. */
export const topicsRead = (name: Operation): readonly Topic[] =>
  (contract[name] as { reads?: readonly Topic[] }).reads ?? [];

export const onChanged = (topics: readonly Topic[], listener: () => void): (() => void) =>
  line.onChanged(topics, listener);

export const isServiceAway = line.isAway;
export const onServiceAway = line.onAway;

/** Events are named where they are made: asked twice, they happen once. Version 7, so that ids sort by time. */
export const newId = (): string => uuidv7();
