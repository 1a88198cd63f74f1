// What a new course begins as: files that the check has nothing against, with words to write over.
import { stringify } from 'yaml';
import { type InterfaceLanguage, interfaceLanguage } from '../looks';
import type { TemplateId } from './template-ids';
import { arabic } from './templates/ar';
import { german } from './templates/de';
import { english } from './templates/en';
import { spanish } from './templates/es';
import { french } from './templates/fr';
import { portuguese } from './templates/pt';
import type { TemplateWords } from './templates/words';

export interface NewCourse {
  id: string;
  title: string;
  /** '' where nobody is to be named. */
  author: string;
  /** BCP 47 tag. */
  language: string;
}

const words: Record<InterfaceLanguage, TemplateWords> = {
  en: english,
  es: spanish,
  fr: french,
  de: german,
  pt: portuguese,
  ar: arabic,
};

/**
 * Files by their paths in the folder of the course, with words in its language; English where nobody
 * has written them yet.
 */
export function templateFiles(template: TemplateId, course: NewCourse): Record<string, string> {
  const { id, title, author, language } = course;
  const { about, lessons } = words[interfaceLanguage(language)];
  const matter = stringify({
    id,
    title,
    summary: title,
    language,
    version: '0.1.0',
    level: 'basic',
    pass: 80,
    ...(author !== '' && { authors: [author] }),
    format: 1,
  });
  const files: Record<string, string> = {
    'course.md': `---\n${matter}---\n\n${about[template]}\n`,
  };
  for (const { file, title: lesson, objective, body } of lessons[template]) {
    const front = stringify({ title: lesson, minutes: 5, objectives: [objective] });
    files[file] = `---\n${front}---\n\n${body}`;
  }
  return files;
}
