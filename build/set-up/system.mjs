// What Linux itself must have: the libraries Electron loads, a virtual display where there is no
// real one, a compiler where something is to be compiled, what the tests watch the app with.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { onPath } from './project.mjs';
import { CommandFailed, run } from './run.mjs';
import { Problem, say } from './say.mjs';

// What to look for, and which Debian package has it; newer releases first, where names changed.
const libraries = [
  ['libgtk-3.so.0', 'libgtk-3-0t64', 'libgtk-3-0'],
  ['libnss3.so', 'libnss3'],
  ['libasound.so.2', 'libasound2t64', 'libasound2'],
  ['libgbm.so.1', 'libgbm1'],
  ['libnotify.so.4', 'libnotify4'],
  ['libXss.so.1', 'libxss1'],
  ['libatspi.so.0', 'libatspi2.0-0t64', 'libatspi2.0-0'],
  ['libsecret-1.so.0', 'libsecret-1-0'],
];

const isRoot = () => process.getuid?.() === 0;

export const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** @typedef {{ display: boolean, tests: boolean, compiler: boolean }} Needs */

/** @param {{ electron: string } & Needs} needs */
export async function installSystemPackages({ electron, ...needs }) {
  if (process.platform !== 'linux') return;
  const missing = missingOn(electron, needs);
  if (missing.length === 0) return;
  if (isRoot() && onPath('apt-get')) {
    await install(missing);
    const still = missingOn(electron, needs);
    if (still.length === 0) return;
    throw new Problem(
      `Still missing after the installation: ${names(still)}.`,
      'Install what provides them, then run the command again.',
    );
  }
  throw new Problem(`Missing on this machine: ${names(missing)}.`, advice(missing));
}

/** @param {string[][]} missing */
const names = (missing) => missing.map(([name]) => name).join(', ');

/**
 * @param {string} electron
 * @param {Needs} needs
 * @returns {string[][]} what is missing, each with the packages that may have it
 */
function missingOn(electron, { display, tests, compiler }) {
  const known = output('ldconfig', ['-p']);
  const missing = known ? libraries.filter(([name]) => !known.includes(`\t${name} (`)) : [];
  const unresolved = output('ldd', [electron]).matchAll(/^\s*(\S+) => not found/gm);
  for (const [, name = ''] of unresolved) {
    if (!missing.some(([other]) => other === name)) missing.push([name]);
  }
  if (display && !hasDisplay() && !onPath('Xvfb')) missing.push(['Xvfb', 'xvfb']);
  if (tests && !onPath('strace')) missing.push(['strace', 'strace']);
  if (tests && !onPath('openssl')) missing.push(['openssl', 'openssl']);
  // A key ring as a desktop has one, and the bus it speaks over.
  if (tests && !onPath('gnome-keyring-daemon')) missing.push(['gnome-keyring', 'gnome-keyring']);
  if (tests && !onPath('dbus-daemon')) missing.push(['dbus-daemon', 'dbus-daemon', 'dbus']);
  if (tests && !onPath('dbus-send')) missing.push(['dbus-send', 'dbus-bin', 'dbus']);
  // It lies where only administrators look for programs.
  if (tests && !existsSync('/usr/sbin/nginx') && !onPath('nginx')) {
    missing.push(['nginx', 'nginx-light', 'nginx']);
  }
  if (compiler && !process.env.CXX && !onPath('g++')) missing.push(['g++', 'g++']);
  return missing;
}

/**
 * What the command says, or nothing where there is no such command.
 * @param {string} command
 * @param {string[]} args
 */
function output(command, args) {
  try {
    // A person's PATH may lack the folder of system commands.
    const file = onPath(command) ?? `/sbin/${command}`;
    return execFileSync(file, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return '';
  }
}

/** @param {string[][]} missing */
async function install(missing) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    say('Reading the list of system packages (apt-get update) …');
    await run('apt-get', ['update'], { env, doing: 'apt-get update' });
    const packages = debianPackages(missing);
    say(`Installing the system packages ${packages.join(' ')} …`);
    const waiting = ['-o', 'DPkg::Lock::Timeout=300'];
    await run('apt-get', ['install', '-y', '--no-install-recommends', ...waiting, ...packages], {
      env,
      doing: 'apt-get install',
    });
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error;
    throw new Problem(error.message, advice(missing));
  }
}

/** @param {string[][]} missing */
function debianPackages(missing) {
  const wanted = missing.flatMap(([, ...candidates]) => {
    const known = candidates.find((name) => output('apt-cache', ['show', name]) !== '');
    return known ?? candidates.at(-1) ?? [];
  });
  // A library we have no name for comes with the big ones, which depend on all the others.
  return wanted.length > 0 ? wanted : libraries.flatMap((names) => names.at(-1) ?? []);
}

/** @param {string[][]} missing */
function advice(missing) {
  if (!onPath('apt-get')) {
    return 'Install them with your package manager, then run the command again.';
  }
  const packages = debianPackages(missing).join(' ');
  const sudo = isRoot() ? '' : 'sudo ';
  return [
    'Run this once, then the same command again:',
    `  ${sudo}apt-get update && ${sudo}apt-get install -y --no-install-recommends ${packages}`,
  ].join('\n');
}
