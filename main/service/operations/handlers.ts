// The types that tie the contract to the functions behind it: a missing one does not compile.
import type { OperationAt, Output } from '../../../core/contract';
import type { Parsed } from '../../../core/inputs';
import type { Service } from './service';

export type ServiceOperation = OperationAt<'service'>;

export type Handler<Name extends ServiceOperation> = (
  input: Parsed<Name>,
  service: Service,
) => Output<Name>;

/** What the name of an operation begins with. */
export type Noun = ServiceOperation extends `${infer Each}.${string}` ? Each : never;

/** All operations whose name begins with `Of.`. */
export type Handlers<Of extends string> = {
  [Name in Extract<ServiceOperation, `${Of}.${string}`>]: Handler<Name>;
};
