// The forms that the values of policies may have, each proven before anybody uses it.
import { readCatalogueAddress } from '../catalogue/address';
import { readKeyText } from '../pack/signature';
import { levels } from '../sync/level';
import { readWebAddress } from '../sync/web-address';
import { z } from '../zod';

export const onOff = z.enum(['on', 'off']);

export const allowForbid = z.enum(['allow', 'forbid']);

const name = z.string().trim().min(1).max(100);

/** A public key as the app shows it, or only its 64 hexadecimal digits; those are what is kept. */
const publicKey = z
  .string()
  .max(500)
  .transform((text, { addIssue }) => {
    const key = readKeyText(text);
    if (key !== null) return key;
    addIssue({ code: 'custom', message: 'not a public key' });
    return z.NEVER;
  });

export const signers = z.array(z.strictObject({ name, key: publicKey })).max(200);

/** Of a course, as in its front matter. */
const courseId = z.string().regex(/^[a-z0-9-]{1,100}$/);

/** `due` is the last day on which it may be finished, as in 2027-03-31. */
export const mandatoryCourses = z
  .array(z.strictObject({ course: courseId, due: z.iso.date().optional() }))
  .max(500)
  .refine((all) => new Set(all.map(({ course }) => course)).size === all.length, {
    message: 'a course twice',
  });

const webAddress = z
  .string()
  .max(2000)
  .refine((text) => readWebAddress(text) !== null, {
    message: 'not an https address without a name and password',
  });

/** From the root: `/mnt/learning`, `S:\Learning`, `\\server\share`. */
const folderPath = z
  .string()
  .max(1000)
  .regex(/^(\/|[A-Za-z]:[\\/]|\\\\[^\\])[^\0]*$/, { message: 'not a whole path' });

/** Whether a control that a value fills in stays as it is. */
const locked = z.boolean().default(true);
const common = {
  level: z.enum(levels).default('completion'),
  /** Stands in each statement beside an opaque id in the place of a name. */
  actorHomePage: webAddress.optional(),
  locked,
};

export const syncTarget = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('lrs'), address: webAddress, ...common }),
  z.strictObject({ kind: z.literal('folder'), folder: folderPath, ...common }),
]);

/** `most` is the most that may be sent; with `fixed` it is also the least. */
export const syncLevel = z.strictObject({
  most: z.enum(['off', ...levels]),
  fixed: z.boolean().default(false),
});

/** What the catalogue itself would not take is a mistake of the file, not of whoever publishes courses. */
export const catalogueAddress = z
  .string()
  .max(2000)
  .refine((text) => readCatalogueAddress(text) !== null, {
    message: 'neither an https address, without a name, a password or a “?”, nor a whole path',
  });
