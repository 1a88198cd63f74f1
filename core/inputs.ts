// What each operation of the contract is asked with, and the proof that it was.
import type { Operation } from './contract';
import { OperationError } from './errors';
import { exchangeFormatIds, handOutFormatIds } from './exchange/format-ids';
import { exchangeLimits } from './exchange/limits';
import { recallGrades } from './learning/recall-grades';
import { themes } from './looks';
import { papers } from './paper/format';
import { exportFormats, sheetFormats } from './player/formats';
import { learnerName, settings, settingsChange } from './settings';
import { templateIds } from './studio/template-ids';
import { account, level, where } from './sync/where';
import { tableFormats } from './table-formats';
import { z } from './zod';

const learner = z.uuid();
const language = z.string().min(2).max(35);
const name = z.string().min(1).max(200);
const inCourse = { learner, language, course: name };
const inLesson = { ...inCourse, lesson: name };
const onItem = { ...inLesson, item: name };
/** A course that is being written goes by its folder: its id may change. */
const inFolder = { folder: name };
const onText = { ...inFolder, file: z.string().min(1).max(300) };
/** A translation goes by its folder, which is named by its language. */
const translated = { ...inFolder, language: z.string().regex(/^[A-Za-z0-9-]{2,35}$/) };
const onTranslated = { ...translated, file: z.string().min(1).max(300) };
const studioText = z.string().max(2_100_000);
/** Made by the window: asking twice with the same id does it once. */
const event = z.uuid();
const signerName = z.string().trim().min(1).max(100);
/** Positions on screen; the kind checks the shape. */
const answer = z.json();
/** Names a target and the secret that belongs to it. Made by the window. */
const target = z.uuid();
const onTarget = { learner, target };
const webName = z.string().min(1).max(500);

/**
 * A schema is made when something is first asked with it: making all of them takes longer than most
 * of a start. Null is asked with nothing.
 */
export const inputs = {
  'learners.list': null,
  'learners.create': () => z.strictObject({ id: learner, name: learnerName, settings }),
  'learners.open': () => z.strictObject({ learner }),
  'learners.change': () =>
    z.strictObject({
      learner,
      name: learnerName.optional(),
      settings: settingsChange.optional(),
    }),
  'learners.export': () => z.strictObject({ learner }),
  'learners.erase': () => z.strictObject({ learner }),
  'home.read': () => z.strictObject({ learner, language }),
  'library.read': () => z.strictObject({ learner, language }),
  'library.search': () => z.strictObject({ learner, language, words: z.string().max(20_000) }),
  'path.read': () => z.strictObject({ learner, language, path: name }),
  'course.read': () => z.strictObject(inCourse),
  'result.read': () => z.strictObject(inCourse),
  'lesson.read': () => z.strictObject(inLesson),
  'lesson.open': () => z.strictObject({ ...inLesson, event }),
  'lesson.finish': () => z.strictObject({ ...inLesson, event }),
  'item.answer': () =>
    z.strictObject({
      ...onItem,
      event,
      answer,
      seconds: z.number().min(0).max(86_400).nullable(),
      /** How sure the learner is; null when not asked or not said. */
      sure: z.boolean().nullable().default(null),
    }),
  'item.hint': () => z.strictObject({ ...onItem, event }),
  'item.reveal': () => z.strictObject({ ...onItem, event }),
  'item.restart': () => z.strictObject({ ...onItem, event }),
  'test.finish': () => z.strictObject({ ...inLesson, group: name, event }),
  'group.restart': () => z.strictObject({ ...inLesson, group: name, event }),
  'kept.save': () => z.strictObject({ ...onItem, event, answer }),
  'card.recall': () =>
    z.strictObject({
      ...onItem,
      event,
      card: z.string().min(1).max(64),
      grade: z.enum(recallGrades),
      seconds: z.number().min(0).max(86_400).nullable(),
    }),
  'draft.save': () => z.strictObject({ ...onItem, answer }),
  'place.save': () =>
    z.strictObject({ ...inLesson, line: z.int().min(1), offset: z.number().min(0).max(1) }),
  'organisation.read': null,
  'organisation.set': () => z.strictObject({ text: z.string().max(200_000) }),
  'organisation.forget': null,
  'studio.courses': null,
  'studio.course': () => z.strictObject(inFolder),
  'studio.check': () => z.strictObject(inFolder),
  'studio.quality': () => z.strictObject(inFolder),
  'studio.results': () =>
    z.strictObject({ ...inFolder, texts: z.array(z.string().max(50_000_000)).max(5000) }),
  'studio.read': () => z.strictObject(onText),
  'studio.save': () =>
    z.strictObject({ ...onText, text: studioText, base: z.string().max(64).nullable() }),
  'studio.set-aside': () => z.strictObject({ ...onText, text: studioText }),
  'studio.history': () => z.strictObject(onText),
  'studio.version': () => z.strictObject({ ...onText, key: z.string().max(64) }),
  'studio.create': () =>
    z.strictObject({
      template: z.enum(templateIds),
      title: z.string().trim().min(1).max(200),
      author: z.string().trim().max(200),
      language,
    }),
  'studio.copy': () => z.strictObject({ course: name }),
  'studio.add-lesson': () =>
    z.strictObject({ ...inFolder, title: z.string().trim().min(1).max(200) }),
  'studio.order-lessons': () =>
    z.strictObject({ ...inFolder, files: z.array(z.string().max(300)).max(5000) }),
  'studio.bring-in': () =>
    z.strictObject({
      ...inFolder,
      name: z.string().min(1).max(300),
      format: z.enum(exchangeFormatIds),
      text: z.string().max(exchangeLimits.length + 1),
    }),
  'studio.hand-out': () => z.strictObject({ ...onText, format: z.enum(handOutFormatIds) }),
  'studio.remove-lesson': () => z.strictObject(onText),
  'studio.add-picture': () =>
    z.strictObject({
      ...inFolder,
      name: z.string().min(1).max(200),
      /** Base64. */
      data: z.base64().max(28_000_000),
    }),
  'translation.status': () => z.strictObject(inFolder),
  'translation.read': () => z.strictObject(onTranslated),
  'translation.write': () =>
    z.strictObject({
      ...onTranslated,
      key: z.string().max(2000),
      source: studioText,
      words: studioText,
    }),
  'translation.begin': () => z.strictObject(translated),
  'translation.lay-out': () => z.strictObject(onTranslated),
  'translation.settle': () => z.strictObject(onTranslated),
  'translation.export': () => z.strictObject(translated),
  'translation.import': () => z.strictObject({ ...translated, text: z.string().max(20_000_000) }),
  'export.start': () =>
    z
      .strictObject({
        export: event,
        course: name.optional(),
        folder: name.optional(),
        format: z.enum([...exportFormats, ...sheetFormats]),
        language,
        /** Of sheets to print. */
        paper: z.enum(papers).default('a4'),
      })
      .refine(({ course, folder }) => (course === undefined) !== (folder === undefined)),
  'export.read': () => z.strictObject({ export: event }),
  'export.end': () => z.strictObject({ export: event }),
  'trial.begin': () => z.strictObject({ learner }),
  'trial.end': null,
  'team.read': () =>
    z.strictObject({
      block: z.int().nullable(),
      course: name.nullable(),
      year: z.int().min(1970).max(2100).nullable(),
      language,
    }),
  'team.people': () =>
    z.strictObject({
      block: z.int().nullable(),
      course: name.nullable(),
      state: z.enum(['all', 'done', 'open', 'overdue']),
      from: z.int().min(0),
      count: z.int().min(1).max(50_000),
      language,
    }),
  'team.phishing': () => z.strictObject({ language }),
  'team.questions': () => z.strictObject({ course: name }),
  'team.sources': null,
  'team.add-store': () => z.strictObject({ address: z.string().min(1).max(2000) }),
  'team.read-again': () => z.strictObject({ source: z.uuid() }),
  'team.remove-source': () => z.strictObject({ source: z.uuid() }),
  'team.stop': null,
  'team.require': () => z.strictObject({ course: name, due: z.iso.date().nullable() }),
  'team.release': () => z.strictObject({ course: name }),
  'team.forget-roster': null,
  'team.begin-anew': null,
  'team.forget': null,
  'pack.read': null,
  'pack.install': () => z.strictObject({ job: z.uuid() }),
  'pack.dismiss': null,
  'pack.stop': null,
  'pack.trust': () => z.strictObject({ job: z.uuid(), name: signerName }),
  'pack.added': () => z.strictObject({ course: name }),
  'pack.remove': () => z.strictObject({ course: name }),
  'signers.list': null,
  'signers.acknowledge': null,
  'signers.know': () => z.strictObject({ key: z.string().max(500), name: signerName }),
  'signers.forget': () => z.strictObject({ keyId: z.string().max(64) }),
  'catalogue.read': () => z.strictObject({ language }),
  'catalogue.coming': () => z.strictObject({ learner, language }),
  'catalogue.check': null,
  'catalogue.set': () => z.strictObject({ address: z.string().max(2000) }),
  'catalogue.forget': null,
  'catalogue.acknowledge': null,
  'catalogue.trust': () => z.strictObject({ keyId: z.string().max(64) }),
  'catalogue.get': () => z.strictObject({ courses: z.array(name).min(1).max(2000) }),
  'catalogue.stop': null,
  'catalogue.pin': () => z.strictObject({ course: name, pinned: z.boolean() }),
  'import.read': null,
  'import.cancel': null,
  'import.report': () => z.strictObject({ from: z.int().min(0), count: z.int().min(1).max(1000) }),
  'policy.read': null,
  'sync.read': () => z.strictObject({ learner }),
  'sync.sign': () => z.strictObject({ learner }),
  'sync.try': () => z.strictObject({ ...onTarget, where, account: account.nullable() }),
  'sync.set-up': () =>
    z.strictObject({ ...onTarget, where, account: account.nullable(), level, past: z.boolean() }),
  'sync.change': () =>
    z.strictObject({
      ...onTarget,
      level: level.optional(),
      where: where.optional(),
      /** What was done so far is looked at once more. */
      past: z.boolean().optional(),
    }),
  'sync.pause': () => z.strictObject({ ...onTarget, isPaused: z.boolean() }),
  'sync.retry': () => z.strictObject(onTarget),
  'sync.begin-anew': () => z.strictObject(onTarget),
  'sync.end': () => z.strictObject({ ...onTarget, takeBack: z.boolean() }),
  'sync.preview': () =>
    z.strictObject({
      ...{ learner, language, level, account: account.nullable() },
      from: z.int().min(0),
      count: z.int().min(1).max(100),
    }),
  'sync.sent': () =>
    z.strictObject({
      ...{ ...onTarget, language },
      before: z.int().min(0).nullable(),
      count: z.int().min(1).max(500),
      /** Only what was delivered or set aside within this time. */
      within: z.strictObject({ from: z.iso.datetime(), to: z.iso.datetime() }).nullable(),
    }),
  'sync.aside': () => z.strictObject({ ...onTarget, language }),
  'persons.read': () => z.strictObject({ learner }),
  'persons.join': () => z.strictObject({ learner, other: learner }),
  'persons.split': () => z.strictObject({ learner, other: learner }),
  'storage.read': null,
  'app.read': null,
  'window.theme': () => z.strictObject({ theme: z.enum(themes), language: language.optional() }),
  'window.ready': null,
  'link.open': () => z.strictObject({ url: z.string().max(4000) }),
  'file.save': () =>
    z.strictObject({ name: z.string().min(1).max(120), text: z.string().max(200_000_000) }),
  'organisation.open': null,
  'results.open': null,
  'team.choose': () => z.strictObject({ what: z.enum(['files', 'folder', 'roster']) }),
  'team.sign-in': () =>
    z.strictObject({
      address: z.string().min(1).max(2000),
      user: z.string().min(1).max(500),
      password: z.string().max(2000),
    }),
  'table.save': () =>
    z.strictObject({
      name: z.string().min(1).max(120),
      format: z.enum(tableFormats),
      /** The first row names the columns. */
      rows: z
        .array(z.array(z.union([z.string().max(2000), z.number(), z.null()])).max(50))
        .max(1_000_000),
    }),
  'questions.open': null,
  'translation.open': null,
  'asset.save': () => z.strictObject({ course: name, path: z.string().max(1000) }),
  'import.choose': null,
  'pack.inspect': null,
  'pack.export': () => z.strictObject({ course: name }),
  'signing.read': null,
  'signing.create': null,
  'signing.forget': null,
  'export.save': () => z.strictObject({ export: event }),
  'folder.choose': null,
  'secret.keep': () =>
    z.strictObject({
      ...{ target, address: z.string().max(2000) },
      ...{ user: webName, password: z.string().min(1).max(4000) },
    }),
  'secret.forget': () => z.strictObject({ target }),
  'proxy.sign-in': () => z.strictObject({ user: webName, password: z.string().max(4000) }),
  'sheet.save': () => z.strictObject({ export: event }),
  'text.copy': () => z.strictObject({ text: z.string().min(1).max(200_000) }),
  'folder.show': () => z.strictObject({ folder: z.enum(['courses', 'data']) }),
} as const satisfies Record<Operation, (() => z.ZodType) | null>;

type Schema<Name extends Operation> = (typeof inputs)[Name] extends () => infer Made ? Made : null;
type Nothing = Record<string, never>;
/** As it is asked. */
export type Input<Name extends Operation> =
  Schema<Name> extends z.ZodType ? z.input<Schema<Name>> : Nothing;
/** As it is answered: proved, and with what was left out filled in. */
export type Parsed<Name extends Operation> =
  Schema<Name> extends z.ZodType ? z.output<Schema<Name>> : Nothing;

const made = new Map<Operation, z.ZodType>();

/** Throws OperationError `bad-input`, without a reason: that could name what was typed. */
export function prove<Name extends Operation>(name: Name, input: unknown): Parsed<Name> {
  const make = inputs[name];
  if (make === null) {
    if (isNothing(input)) return input as Parsed<Name>;
    throw new OperationError('bad-input', { what: 'input' });
  }
  const schema = made.get(name) ?? make();
  made.set(name, schema);
  try {
    return schema.parse(input) as Parsed<Name>;
  } catch {
    // Also what no check comes to an end with: lists in lists in lists.
    throw new OperationError('bad-input', { what: 'input' });
  }
}

const isNothing = (input: unknown): boolean =>
  typeof input === 'object' &&
  input !== null &&
  !Array.isArray(input) &&
  Object.keys(input).length === 0;
