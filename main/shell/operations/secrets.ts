// What only the shell may know: the key that signs, and names and passwords for servers.
import { OperationError } from '../../../core/errors';
import { readWebAddress } from '../../../core/sync/web-address';
import { teamSecret } from '../../../core/team/secret';
import type { Shell, ShellHandlers } from './shell';

/** Keeps a name and password for one server. Gives whether they outlast the app. */
async function keepSecret(
  { webSecrets }: Shell,
  { address, user, password }: { address: string; user: string; password: string },
  nameFor: (origin: string) => string,
): Promise<boolean> {
  const origin = readWebAddress(address)?.origin;
  // A colon would end the name and begin the password.
  if (!origin || user.includes(':')) throw new OperationError('bad-input', { what: 'input' });
  return (await webSecrets()).keep(nameFor(origin), origin, user, password);
}

export const secrets: ShellHandlers<
  | 'signing.read'
  | 'signing.create'
  | 'signing.forget'
  | 'secret.keep'
  | 'secret.forget'
  | 'team.sign-in'
  | 'proxy.sign-in'
> = {
  'signing.read': async (_, { signingKey }) => (await signingKey()).read(),
  'signing.create': async (_, { signingKey }) => (await signingKey()).create(),
  'signing.forget': async (_, { signingKey }) => (await signingKey()).forget(),

  'secret.keep': async ({ target, ...given }, shell) => ({
    kept: await keepSecret(shell, given, () => target),
  }),

  'secret.forget': async ({ target }, { webSecrets }) => {
    await (await webSecrets()).forget(target);
    return null;
  },

  'team.sign-in': async (given, shell) => ({ lasting: await keepSecret(shell, given, teamSecret) }),

  'proxy.sign-in': async ({ user, password }, { webAccess }) => {
    (await webAccess()).signInToProxy(user, password);
    return null;
  },
};
