// Translating: how far each language is, block by block, and files for those who translate elsewhere.
import { join } from 'node:path';
import { isLanguageTag } from '../../../core/course/matter-schemas';
import { OperationError } from '../../../core/errors';
import type { LibraryCourse } from '../library/library';
import { needOwnCourse } from '../studio/own-courses';
import { exported, imported } from '../studio/translation-exchange';
import { TranslationMemories } from '../studio/translation-memories';
import { Translation } from '../studio/translations';
import type { Handlers } from './handlers';
import type { Service } from './service';

function translationOf(service: Service, found: LibraryCourse, language: string): Translation {
  const memories = new TranslationMemories(join(service.dataFolder, 'translations'));
  return new Translation(found.root, found.course, language, service.texts, memories);
}

/** Throws `not-found` for a language that the course is not translated into. */
function need(
  service: Service,
  { folder, language }: { folder: string; language: string },
): { found: LibraryCourse; translation: Translation } {
  const found = needOwnCourse(service.library, folder);
  const [, ...others] = found.course.texts;
  if (!others.some((text) => text.folder === language)) {
    throw new OperationError('not-found', { what: 'language' });
  }
  return { found, translation: translationOf(service, found, language) };
}

export const translation: Handlers<'translation'> = {
  'translation.status': ({ folder }, service) => {
    const found = needOwnCourse(service.library, folder);
    const [own, ...others] = found.course.texts;
    return {
      title: own.matter.title,
      sourceLanguage: own.language,
      languages: others.map((text) => translationOf(service, found, text.folder).status()),
    };
  },

  'translation.read': ({ file, ...at }, service) => need(service, at).translation.view(file),

  'translation.write': ({ file, key, source, words, ...at }, service) => {
    const { found, translation } = need(service, at);
    const written = translation.write(file, key, source, words);
    service.library.reload(found.root);
    return written;
  },

  'translation.begin': ({ folder, language }, service) => {
    const found = needOwnCourse(service.library, folder);
    const tag = isLanguageTag(language) ? Intl.getCanonicalLocales(language)[0] : undefined;
    if (tag === undefined) throw new OperationError('bad-input', { what: 'language' });
    const known = found.course.texts.find(
      (text) => text.language.toLowerCase() === tag.toLowerCase() || text.folder === tag,
    );
    if (known === found.course.texts[0]) {
      throw new OperationError('not-possible', { what: 'language' });
    }
    if (known) return { language: known.folder };
    translationOf(service, found, tag).begin('course.md');
    service.library.reload(found.root);
    return { language: tag };
  },

  'translation.lay-out': ({ file, ...at }, service) => {
    const { found, translation } = need(service, at);
    translation.begin(file);
    service.library.reload(found.root);
    return translation.view(file);
  },

  'translation.settle': ({ file, ...at }, service) => {
    const { found, translation } = need(service, at);
    translation.settle(file);
    service.library.reload(found.root);
    return translation.view(file);
  },

  'translation.export': (at, service) => {
    const { found, translation } = need(service, at);
    const { id, version } = found.course;
    return {
      name: `${id}-${version}-${at.language}.xlf`,
      text: exported(found.course, translation),
    };
  },

  'translation.import': ({ text, ...at }, service) => {
    const { found, translation } = need(service, at);
    const came = imported(found.course, translation, text);
    service.library.reload(found.root);
    return came;
  },
};
