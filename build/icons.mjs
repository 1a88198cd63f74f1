// Makes all icons from build/icon.svg: PNGs for Linux, an ICO for Windows, an ICNS for macOS.
// Run by hand after the drawing changed (`node build/icons.mjs`); needs rsvg-convert on PATH.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { inProject } from './set-up/project.mjs';

const drawing = inProject('build', 'icon.svg');
const folder = inProject('build', 'icons');
const sizes = [16, 32, 48, 64, 128, 256, 512];

/** @param {number} size */
const png = (size) =>
  execFileSync('rsvg-convert', ['--width', String(size), '--height', String(size), drawing]);

/**
 * ICO: a header, an entry for each picture, the pictures; PNG inside is allowed since Vista.
 * @param {number[]} of
 */
function ico(of) {
  const pictures = of.map((size) => ({ size, bytes: png(size) }));
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let offset = head.length;
  for (const [at, { size, bytes }] of pictures.entries()) {
    const entry = 6 + 16 * at;
    // 256 is written as 0.
    head.writeUInt8(size % 256, entry);
    head.writeUInt8(size % 256, entry + 1);
    head.writeUInt16LE(1, entry + 4);
    head.writeUInt16LE(32, entry + 6);
    head.writeUInt32LE(bytes.length, entry + 8);
    head.writeUInt32LE(offset, entry + 12);
    offset += bytes.length;
  }
  return Buffer.concat([head, ...pictures.map(({ bytes }) => bytes)]);
}

/** ICNS: a header, then each picture behind its four-letter type and its length. */
function icns() {
  /** @type {[string, number][]} */
  const types = [
    ['icp4', 16],
    ['icp5', 32],
    ['icp6', 64],
    ['ic07', 128],
    ['ic08', 256],
    ['ic09', 512],
    ['ic10', 1024],
  ];
  const parts = types.map(([type, size]) => {
    const bytes = png(size);
    const head = Buffer.alloc(8);
    head.write(type, 'latin1');
    head.writeUInt32BE(bytes.length + 8, 4);
    return Buffer.concat([head, bytes]);
  });
  const head = Buffer.alloc(8);
  head.write('icns', 'latin1');
  head.writeUInt32BE(
    parts.reduce((sum, part) => sum + part.length, 8),
    4,
  );
  return Buffer.concat([head, ...parts]);
}

mkdirSync(folder, { recursive: true });
for (const size of sizes) writeFileSync(`${folder}/${size}x${size}.png`, png(size));
writeFileSync(`${folder}/icon.ico`, ico([16, 32, 48, 256]));
writeFileSync(`${folder}/icon.icns`, icns());
// The window of the unpackaged and the Linux app shows this one.
mkdirSync(inProject('renderer', 'public'), { recursive: true });
copyFileSync(`${folder}/256x256.png`, inProject('renderer', 'public', 'icon.png'));
