// Where a person's statements go, and under which account, as it is written on the Sync page.
import { base } from '../xapi/iris';
import { z } from '../zod';
import { levels } from './level';
import { readWebAddress } from './web-address';

const webAddress = z
  .string()
  .max(2000)
  .refine((written) => readWebAddress(written) !== null);

export const signIn = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('basic') }),
  /** OAuth 2 client credentials: name and secret get a token at `tokenUrl`. */
  z.strictObject({
    kind: z.literal('oauth'),
    tokenUrl: webAddress,
    scope: z.string().max(500).optional(),
  }),
]);
export type SignIn = z.infer<typeof signIn>;

/** The folder is the one that was chosen in the dialog of the system: a window cannot name another. */
export const where = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('lrs'), address: webAddress, signIn }),
  z.strictObject({ kind: z.literal('folder') }),
]);
export type Where = z.infer<typeof where>;

/** Stands beside a code that was made here, in the place of an organisation's address. */
export const ownHomePage = `${base}/people`;

export const account = z.strictObject({
  homePage: z
    .string()
    .max(2000)
    .refine((written) => /^https?:$/.test(protocolOf(written))),
  name: z.string().trim().min(1).max(200),
});

export const level = z.enum(levels);

function protocolOf(written: string): string {
  try {
    return new URL(written).protocol;
  } catch {
    return '';
  }
}
