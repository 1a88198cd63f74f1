// What the window may never do: reach the network, open windows, leave its page, use a device.
import { app, type Session, session, type WebContents } from 'electron';

/** Schemes that pages and course assets are served by. */
const ownSchemes: ReadonlySet<string> = new Set(['app:', 'course:']);

/** Keeps Chromium itself from calling anyone; must run before the app is ready. */
export function silenceChromium(): void {
  for (const [name, value] of [
    ['disable-background-networking'],
    ['disable-component-update'],
    ['disable-domain-reliability'],
    ['disable-sync'],
    ['no-pings'],
    // Pages can ask for names to be looked up ahead, and no guard of requests hears of it.
    ['blink-settings', 'dnsPrefetchingEnabled=false'],
    // The proxy of the system is for the one session that reaches the network; see web.ts.
    ['proxy-server', 'direct://'],
  ] as const) {
    if (value === undefined) app.commandLine.appendSwitch(name);
    else app.commandLine.appendSwitch(name, value);
  }
}

/** Every request but those for our own files is cancelled; every permission is denied. */
export function lockSession(locked: Session = session.defaultSession): void {
  // Measured: the session fetches a dictionary at start, even when no window checks spelling.
  locked.setSpellCheckerEnabled(false);
  locked.setSpellCheckerLanguages([]);
  locked.webRequest.onBeforeRequest((details, answer) => {
    let scheme = '';
    try {
      scheme = new URL(details.url).protocol;
    } catch {
      // An address that cannot be read leads nowhere.
    }
    // The developer tools load themselves; packaged apps have none.
    const allowed = ownSchemes.has(scheme) || (!app.isPackaged && scheme === 'devtools:');
    answer({ cancel: !allowed });
  });
  locked.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  locked.setPermissionCheckHandler(() => false);
  locked.setDevicePermissionHandler(() => false);
  locked.on('will-download', (event) => event.preventDefault());
}

export function lockContents(contents: WebContents): void {
  // Calls between browsers find their way past every guard of requests.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}
