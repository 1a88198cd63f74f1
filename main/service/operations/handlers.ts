// The types that tie the contract to the functions behind it: a missing one does not compile.
import type { OperationAt, Output, Parsed } from '../../../core/contract';
import type { Service } from './service';

export type ServiceOperation = OperationAt<'service'>;

/** Only authors ask for these. */
export type AuthoringOperation = Extract<
  ServiceOperation,
  `studio.${string}` | `translation.${string}`
>;

/** Only training offices ask for these. */
export type TeamOperation = Extract<ServiceOperation, `team.${string}`>;

export const isAuthoring = (name: ServiceOperation): name is AuthoringOperation =>
  name.startsWith('studio.') || name.startsWith('translation.');

export const isOfTeam = (name: ServiceOperation): name is TeamOperation => name.startsWith('team.');

export type Handler<Name extends ServiceOperation> = (
  input: Parsed<Name>,
  service: Service,
) => Output<Name>;

/** All operations whose name begins with `Noun.`. */
export type Handlers<Noun extends string> = {
  [Name in Extract<ServiceOperation, `${Noun}.${string}`>]: Handler<Name>;
};
