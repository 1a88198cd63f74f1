// The types that tie the contract to the functions behind it: a missing one does not compile.
import type { OperationAt, Output, Parsed } from '../../../core/contract';
import type { Service } from './service';

export type ServiceOperation = OperationAt<'service'>;

export type Handler<Name extends ServiceOperation> = (
  input: Parsed<Name>,
  service: Service,
) => Output<Name>;

/** All operations whose name begins with `Noun.`. */
export type Handlers<Noun extends string> = {
  [Name in Extract<ServiceOperation, `${Noun}.${string}`>]: Handler<Name>;
};
