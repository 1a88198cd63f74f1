// `deskwise new`: a course to begin with, from a template.
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { isLanguageTag } from '../../../core/course/matter-schemas';
import { templateIds } from '../../../core/studio/template-ids';
import { templateFiles } from '../../../core/studio/templates';
import { replaceFile } from '../files/replace-file';
import { slugOf } from '../studio/lesson-files';
import { type Command, done, readOptions, WrongUsage } from './command';

const usage = `Makes a new course from a template.

  deskwise new TITLE [--template NAME] [--language TAG] [--author NAME] [--in FOLDER] [--json]

--template  ${templateIds.join(', ')}; without one, blank
--language  of the course, for example es; without one, en
--author    who is named as its author
--in        the folder it is made in; without one, the folder you are in
`;

export const newCourse: Command = {
  does: 'make a new course',
  usage,
  run(argv, folder) {
    const text = { type: 'string' } as const;
    const { values, positionals } = readOptions(argv, {
      template: text,
      language: text,
      author: text,
      in: text,
    });
    if (values.help) return done(usage);
    const title = positionals.join(' ').trim();
    if (title === '')
      throw new WrongUsage('A title is missing, for example: deskwise new "Safe desk".');
    const template = templateIds.find((each) => each === (values.template ?? 'blank'));
    if (!template)
      throw new WrongUsage(`--template takes ${templateIds.join(', ')}, not ${values.template}.`);
    const language = values.language ?? 'en';
    if (!isLanguageTag(language)) {
      throw new WrongUsage(`--language takes a language tag such as es or pt-BR, not ${language}.`);
    }
    const id = slugOf(title).replace(/^lesson$/, 'course');
    const root = join(resolve(folder, values.in ?? '.'), id);
    if (existsSync(root)) throw new WrongUsage(`${relative(folder, root)} is there already.`);
    const files = templateFiles(template, { id, title, author: values.author ?? '', language });
    try {
      mkdirSync(root, { recursive: true });
      for (const [file, words] of Object.entries(files)) replaceFile(join(root, file), words);
    } catch (error) {
      rmSync(root, { recursive: true, force: true });
      throw new WrongUsage(
        `${relative(folder, root)} cannot be written (${(error as { code?: string }).code}).`,
      );
    }
    const made = Object.keys(files).map((file) => relative(folder, join(root, file)));
    return done(
      values.json
        ? `${JSON.stringify({ folder: relative(folder, root), files: made }, null, 2)}\n`
        : `${made.join('\n')}\n`,
    );
  },
};
