// Makes the icons in all sizes from build/icon.svg; electron-builder makes the formats of Windows and
// macOS from the largest. Run by hand after the drawing changed (`node build/icons.mjs`); needs
// rsvg-convert on PATH.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { inProject } from './set-up/project.mjs';

const drawing = inProject('build', 'icon.svg');
const folder = inProject('build', 'icons');
const sizes = [16, 32, 48, 64, 128, 256, 512, 1024];

mkdirSync(folder, { recursive: true });
for (const size of sizes.map(String)) {
  const file = `${folder}/${size}x${size}.png`;
  execFileSync('rsvg-convert', ['--width', size, '--height', size, '--output', file, drawing]);
}
// The window of the unpackaged and the Linux app shows this one.
mkdirSync(inProject('renderer', 'public'), { recursive: true });
copyFileSync(`${folder}/256x256.png`, inProject('renderer', 'public', 'icon.png'));
