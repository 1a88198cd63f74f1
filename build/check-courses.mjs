// `npm run check-courses -- PATH …`: checks courses in plain Node, from the sources as they are.
// docs/checking-courses.md says how it is used; the packaged app does the same with --check.
import { existsSync } from 'node:fs';
import { installDependencies } from './set-up/dependencies.mjs';
import { alone } from './set-up/lock.mjs';
import { inModules, inProject, root } from './set-up/project.mjs';

// Paths are relative to where the person is; npm has moved us to the root.
const folder =
  process.env.npm_lifecycle_event === 'check-courses'
    ? (process.env.INIT_CWD ?? process.cwd())
    : process.cwd();

if (!existsSync(inModules('vite'))) await alone(installDependencies);
const { runnerImport } = await import('vite');
/** @typedef {{ runCheck: (argv: string[], folder: string) => Promise<number> }} Check */
const { module } = await runnerImport(inProject('main', 'service', 'check-courses.ts'), {
  root,
  configFile: false,
  logLevel: 'warn',
});
const { runCheck } = /** @type {Check} */ (module);
process.exitCode = await runCheck(process.argv.slice(2), folder);
