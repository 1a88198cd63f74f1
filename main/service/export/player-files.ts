// The player as the build made it: scripts, style, fonts, and the words of each language.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { DrawSheet } from '../../../core/paper/draw-sheet';

export class PlayerFiles {
  constructor(private readonly folder: string) {}

  text(name: string): string {
    return readFileSync(join(this.folder, name), 'utf8');
  }

  words(language: string): string {
    return this.text(`words/${language}.json`);
  }

  path = (name: string): string => join(this.folder, name);

  /** By their paths beside the style. */
  fonts(): string[] {
    return readdirSync(this.path('fonts'))
      .sort()
      .map((name) => `fonts/${name}`);
  }

  /** The module that draws sheets: the renderer's own drawing, built for us. */
  paper(): { drawSheet: DrawSheet } {
    const file = this.path('paper.cjs');
    return createRequire(file)(file);
  }

  /** The style with the fonts that these texts are set in, each written into it; the others left out. */
  styleWithin(name: 'player.css' | 'paper.css', usesArabic: boolean): string {
    return this.text(name).replace(/@font-face\s*\{[^}]*\}/g, (face) => {
      const [, name] = /url\(["']?\.?\/?(fonts\/[^"')]+)["']?\)/.exec(face) ?? [];
      if (name === undefined || (name.includes('arabic') && !usesArabic)) return '';
      const data = readFileSync(this.path(name)).toString('base64');
      return face.replace(/url\([^)]*\)/, `url(data:font/woff2;base64,${data})`);
    });
  }
}
