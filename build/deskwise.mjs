// `npm run deskwise -- COMMAND …` and `npm run check-courses -- PATH …`: courses without a window, in
// plain Node, from the sources as they are. The packaged app does the same: `deskwise COMMAND …`.
import { existsSync } from 'node:fs';
import { buildPlayer } from './player.mjs';
import { installDependencies } from './set-up/dependencies.mjs';
import { alone } from './set-up/lock.mjs';
import { inModules, inProject, root } from './set-up/project.mjs';

// Paths are relative to where the person is; npm has moved us to the root.
const folder = process.env.npm_lifecycle_event
  ? (process.env.INIT_CWD ?? process.cwd())
  : process.cwd();

if (!existsSync(inModules('vite'))) await alone(installDependencies);
if (process.argv[2] === 'export') await alone(buildPlayer);
const { runnerImport } = await import('vite');
/** @typedef {{ runCommand: (argv: string[], folder: string, program: { player: string }) => Promise<number> }} CommandLine */
const { module } = await runnerImport(
  inProject('main', 'service', 'command-line', 'command-line.ts'),
  { root, configFile: false, logLevel: 'warn' },
);
const { runCommand } = /** @type {CommandLine} */ (module);
process.exitCode = await runCommand(process.argv.slice(2), folder, {
  player: inProject('out', 'player'),
});
