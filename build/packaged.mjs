// Where the packed app lies, for each system and flavour.
import { inProject } from './set-up/project.mjs';

/** @param {string} flavour */
export const outputFolder = (flavour) => (flavour === 'test' ? 'dist/test' : 'dist');

/**
 * The executable of the unpacked app.
 * @param {string} flavour
 */
export function packagedApp(flavour) {
  // electron-builder names the folder after the processor, except for its default.
  const arch = process.arch === 'x64' ? '' : `-${process.arch}`;
  const output = inProject(outputFolder(flavour));
  if (process.platform === 'darwin') {
    return `${output}/mac${arch}/Deskwise.app/Contents/MacOS/Deskwise`;
  }
  return process.platform === 'win32'
    ? `${output}\\win${arch}-unpacked\\Deskwise.exe`
    : `${output}/linux${arch}-unpacked/deskwise`;
}
