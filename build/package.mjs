// `npm run package`: sets up, builds, packs with electron-builder. `-- --flavour test` makes the
// same for Playwright, `-- --dir` only the folder and no installers; other arguments are
// electron-builder's own.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { bundle } from './bundle.mjs';
import { outputFolder, packagedApp } from './packaged.mjs';
import { contentHash } from './set-up/content-hash.mjs';
import { follow } from './set-up/follow.mjs';
import { alone } from './set-up/lock.mjs';
import { inModules, inProject, projectNode, root } from './set-up/project.mjs';
import { Problem, say, tell } from './set-up/say.mjs';
import { setUp } from './set-up.mjs';

const inputs = ['out', 'courses', 'electron-builder.yml', 'package-lock.json', 'build'];

await tell(async () => {
  const { flavour, dir, others } = read(process.argv.slice(2));
  const runtime = await setUp({ display: false });
  await bundle(runtime);
  const args = [
    ...['--config', 'electron-builder.yml', '--publish', 'never'],
    `-c.directories.output=${outputFolder(flavour)}`,
    ...forFlavour(flavour),
    ...forRuntime(runtime, dir || flavour === 'test'),
    ...others,
  ];
  return alone(() => pack(flavour, args, runtime));
});

/** @param {string[]} args */
function read(args) {
  const others = [...args];
  let flavour = 'release';
  let dir = false;
  for (let i = 0; i < others.length; ) {
    if (others[i] === '--flavour') flavour = others.splice(i, 2)[1] ?? '';
    else if (others[i] === '--dir') dir = others.splice(i, 1).length > 0;
    else i++;
  }
  if (flavour === 'release' || flavour === 'test') return { flavour, dir, others };
  throw new Problem(
    `There is no flavour “${flavour}”.`,
    'Say --flavour release or --flavour test.',
  );
}

/** @param {string} flavour */
function forFlavour(flavour) {
  return flavour === 'test'
    ? [
        '-c.electronFuses.enableNodeCliInspectArguments=true',
        // By this the app knows that it may take a policy file from a test.
        '-c.extraMetadata.flavour=test',
      ]
    : [];
}

/**
 * @param {import('./set-up.mjs').Runtime} runtime
 * @param {boolean} dir
 */
function forRuntime({ runtime, electronFolder, electronVersion }, dir) {
  const only = dir ? ['--dir'] : [];
  if (runtime === 'official') return only;
  if (!dir)
    say('Only the folder is packed, no installers: they are made of the official Electron.');
  return ['--dir', `-c.electronDist=${electronFolder}`, `-c.electronVersion=${electronVersion}`];
}

/**
 * @param {string} flavour
 * @param {string[]} args
 * @param {import('./set-up.mjs').Runtime} runtime
 */
async function pack(flavour, args, runtime) {
  const app = packagedApp(flavour);
  const stamp = inProject('dist', `.packed-${flavour}`);
  const hash = contentHash(inputs, {
    also: [args, readFileSync(inProject('package.json'), 'utf8'), runtime.electronVersion],
  });
  if (existsSync(app) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) {
    say(`Packed already: ${app}`);
    return 0;
  }
  say(`Packing (${flavour}) …`);
  rmSync(stamp, { force: true });
  // better-sqlite3's own builds do not run on the fallback.
  const prebuild = runtime.runtime === 'fallback' ? 'none' : process.platform;
  const code = await follow(projectNode(), [inModules('electron-builder', 'cli.js'), ...args], {
    cwd: root,
    env: { DESKWISE_PREBUILD_FOR: prebuild, ...runtime.env },
  });
  if (code !== 0) throw new Problem('Packing failed.', 'electron-builder’s own words are above.');
  if (!existsSync(app)) throw new Problem(`Packing made no ${app}.`, 'See the lines above.');
  writeFileSync(stamp, hash);
  say(`Packed: ${app}`);
  return 0;
}
