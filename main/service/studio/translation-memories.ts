// The memories of translations, beside the history of texts: one file for each course and language.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Memory, memoryForm } from '../../../core/studio/translation/memory';
import { replaceFile } from '../files/replace-file';
import { storageError } from '../store/database';
import { folderNameOf } from './history';

export class TranslationMemories {
  constructor(private readonly folder: string) {}

  /** An empty one where there is none, or none that can be read: translations say enough by themselves. */
  read(root: string, language: string): Memory {
    try {
      const data: unknown = JSON.parse(readFileSync(this.fileOf(root, language), 'utf8'));
      return new Memory(memoryForm.parse(data));
    } catch {
      return new Memory();
    }
  }

  write(root: string, language: string, memory: Memory): void {
    const file = this.fileOf(root, language);
    try {
      mkdirSync(join(file, '..'), { recursive: true });
      replaceFile(file, JSON.stringify(memory.data));
    } catch (error) {
      throw storageError(error, file);
    }
  }

  private fileOf(root: string, language: string): string {
    return join(this.folder, folderNameOf(root), `${language}.json`);
  }
}
