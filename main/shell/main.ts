// The Electron main process, in the order in which things happen.
import { join } from 'node:path';
import { app, Menu } from 'electron';
import { answerWindow } from './answer';
import { ArgumentMistake, readArguments } from './arguments';
import { lockSession, silenceChromium } from './lock-down';
import { openLog } from './log';
import { macMenu } from './menu';
import type { Shell } from './operations';
import {
  courseFolders,
  localDataFolder,
  machineGuard,
  machineOrganisationFile,
  machinePolicyFile,
} from './places';
import { readPolicyFile } from './policy-file';
import { guardOfTest, mayBeTested } from './policy-of-tests';
import { registerSchemes, serveAssets, servePages } from './protocols';
import { screenshotWhenReady } from './screenshot';
import { ServiceHost } from './service-host';
import { openWindow } from './window';
import { readWindowState, saveWindowState } from './window-state';

function argumentsOrExit() {
  try {
    return readArguments(process.argv.slice(1), process.cwd());
  } catch (error) {
    if (!(error instanceof ArgumentMistake)) throw error;
    console.error(error.message);
    process.exit(2);
  }
}

/** The machine's, or that of a test. */
function placeOrExit() {
  if (args.policy === null) {
    return { file: machinePolicyFile(process.resourcesPath), guard: machineGuard() };
  }
  if (mayBeTested()) return { file: args.policy, guard: guardOfTest(args.policy) };
  console.error('--policy is only for tests of Deskwise itself.');
  process.exit(2);
}

const args = argumentsOrExit();
const policyPlace = placeOrExit();
if (args.printPolicy) {
  const { printedPolicy } = await import('./printed-policy');
  const { writeSync } = await import('node:fs');
  writeSync(1, printedPolicy(readPolicyFile(policyPlace.file, policyPlace.guard)));
  process.exit(0);
}
if (args.command) {
  // Before Electron is ready: no window, no profile, no display.
  const { runCommand } = await import('../service/command-line/command-line');
  process.exit(await runCommand(args.command, process.cwd()));
}
const dataFolder = args.data ?? localDataFolder();
// Electron's own default roams with the user's profile on Windows.
app.setPath('userData', join(dataFolder, 'window'));
app.setPath('sessionData', join(dataFolder, 'window'));
app.setAppUserModelId('org.deskwise.app');
const isFirst = app.requestSingleInstanceLock({ importFile: args.importFile });
if (!isFirst) app.exit(0);

silenceChromium();
registerSchemes();
Menu.setApplicationMenu(process.platform === 'darwin' ? macMenu() : null);

// macOS hands over a double-clicked file this way, and the first one before the app is ready.
let importFile = args.importFile;
app.once('open-file', (event, file) => {
  event.preventDefault();
  importFile = file;
});

function start(): void {
  const log = openLog(dataFolder);
  const [beside, parsed] = app.isPackaged
    ? [process.resourcesPath, 'parsed']
    : [app.getAppPath(), join('out', 'parsed')];
  // Read when packs are signed, not at each start.
  const signingKey = async () => {
    const { SigningKey } = await import('./signing-key');
    return new SigningKey(dataFolder, () => import('./credentials'));
  };
  const service = new ServiceHost(
    {
      dataFolder,
      courseFolders: courseFolders(join(beside, 'courses'), dataFolder, args.courses),
      organisationFile: machineOrganisationFile(),
      parsedFile: join(beside, parsed, 'parsed.db'),
    },
    log,
    async (manifest) => (await signingKey()).sign(manifest),
    () => readPolicyFile(policyPlace.file, policyPlace.guard),
  );
  if (importFile) service.readPack(importFile);
  lockSession();
  servePages(join(import.meta.dirname, '..', 'renderer'));
  serveAssets(() => service.manifest);

  const state = readWindowState(dataFolder);
  const theme = args.theme ?? state.theme;
  const window = openWindow(state, theme);
  const takeScreenshot = args.screenshot && screenshotWhenReady(window, args.screenshot);
  const shell: Shell = {
    window,
    service,
    args,
    dataFolder,
    signingKey,
    look: { theme, language: args.language ?? app.getLocale() },
    onReady: () => {
      log.info(
        `first screen after ${Math.round(Date.now() - (process.getCreationTime() ?? 0))} ms`,
      );
      if (takeScreenshot) takeScreenshot();
    },
  };
  answerWindow(shell, log);

  app.on('open-file', (event, file) => {
    event.preventDefault();
    service.readPack(file);
  });
  app.on('second-instance', (_event, _argv, _folder, data) => {
    const { importFile } = data as { importFile: string | null };
    if (importFile) service.readPack(importFile);
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  window.on('close', () => saveWindowState(dataFolder, window, shell.look.theme));
  app.on('window-all-closed', () => {
    void service.close().then(() => app.quit());
  });
  log.info(`Deskwise ${app.getVersion()} on Electron ${process.versions.electron}`);
}

if (isFirst) void app.whenReady().then(start);
