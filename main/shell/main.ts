// The Electron main process, in the order in which things happen.
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { app, Menu } from 'electron';
import { answerWindow } from './answer';
import { ArgumentMistake, readArguments } from './arguments';
import { lockSession, silenceChromium } from './lock-down';
import { openLog } from './log';
import { macMenu } from './menu';
import type { Shell } from './operations/shell';
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
import type { WebAccess } from './web';
import type { WebSecrets } from './web-secrets';
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
const findPolicy = () => readPolicyFile(policyPlace.file, policyPlace.guard);
const dataFolder = args.data ?? localDataFolder();
// macOS hands over a double-clicked file by an event, the first one before the app is ready.
let importFile = args.importFile;

function start(): void {
  const log = openLog(dataFolder);
  const [beside, prepared] = app.isPackaged
    ? [process.resourcesPath, 'prepared']
    : [app.getAppPath(), join('out', 'prepared')];
  // Read when packs are signed, not at each start.
  const signingKey = async () => {
    const { SigningKey } = await import('./signing-key');
    return new SigningKey(dataFolder, () => import('./credentials'));
  };
  // Read when a target is switched on, which most people never do.
  let secrets: Promise<WebSecrets> | undefined;
  const webSecrets = () => {
    secrets ??= import('./web-secrets').then(
      ({ WebSecrets }) => new WebSecrets(dataFolder, () => import('./credentials')),
    );
    return secrets;
  };
  let web: Promise<WebAccess> | undefined;
  const webAccess = () => {
    web ??= Promise.all([import('./web'), webSecrets()]).then(
      ([{ WebAccess }, known]) => new WebAccess(known),
    );
    return web;
  };
  const service = new ServiceHost(
    {
      dataFolder,
      courseFolders: courseFolders(join(beside, 'courses'), dataFolder, args.courses),
      organisationFile: machineOrganisationFile(),
      preparedFolder: join(beside, prepared),
      platform: `Deskwise ${app.getVersion()}`,
    },
    log,
    async (manifest) => (await signingKey()).sign(manifest),
    findPolicy,
    webAccess,
    webSecrets,
  );
  if (importFile) service.readPack(importFile);
  lockSession();
  servePages(join(import.meta.dirname, '..', 'renderer'));
  serveAssets(
    () => service.manifest,
    () => service.nextManifest(),
  );

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
    webAccess,
    webSecrets,
    look: { theme, language: args.language ?? app.getLocale() },
    onReady: () => {
      log.info(
        `Deskwise ${app.getVersion()} on Electron ${process.versions.electron}: ` +
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
  window.on('close', () => {
    // What the command line asked for holds for this once.
    const isAsked = shell.look.theme === args.theme;
    saveWindowState(dataFolder, window, isAsked ? state.theme : shell.look.theme);
  });
  app.on('window-all-closed', () => {
    void service.close().then(() => app.quit());
  });
}

/** Before Electron is ready: no window, no profile, no display. */
async function runAndExit(command: NonNullable<typeof args.command>): Promise<void> {
  const { runWithoutDisplay } = await import('./without-display');
  const status = runWithoutDisplay();
  if (status !== null) process.exit(status);
  const { runCommand } = await import('../service/command-line/command-line');
  const player = join(import.meta.dirname, '..', 'player');
  process.exit(await runCommand(command, process.cwd(), { player }));
}

async function printPolicyAndExit(): Promise<void> {
  const { printedPolicy } = await import('./printed-policy');
  writeSync(1, printedPolicy(findPolicy()));
  process.exit(0);
}

function openApp(): void {
  // Electron's own default roams with the user's profile on Windows.
  app.setPath('userData', join(dataFolder, 'window'));
  app.setPath('sessionData', join(dataFolder, 'window'));
  app.setAppUserModelId('org.deskwise.app');
  const isFirst = app.requestSingleInstanceLock({ importFile });
  if (!isFirst) app.exit(0);

  silenceChromium();
  registerSchemes();
  Menu.setApplicationMenu(process.platform === 'darwin' ? macMenu() : null);
  app.once('open-file', (event, file) => {
    event.preventDefault();
    importFile = file;
  });
  if (isFirst) void app.whenReady().then(start);
}

if (args.printPolicy) void printPolicyAndExit();
else if (args.command) void runAndExit(args.command);
else openApp();
