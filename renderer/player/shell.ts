// What the shell does in the app, done as well as a browser can: links, downloads, the clipboard.
import type { Failure } from '../../core/errors';
import type { PlayerPage } from '../../core/player/page';

type Work = (input: never) => unknown;

function openLink({ url }: { url: string }): { opened: boolean } {
  // A mail program opens beside the page; everything else in a tab of its own.
  if (url.startsWith('mailto:')) follow(url, { target: '_top' });
  else follow(url, { target: '_blank', rel: 'noopener noreferrer' });
  return { opened: true };
}

function saveAsset({ links }: PlayerPage, path: string): { saved: boolean } {
  for (const link of Object.values(links).flatMap((each) => Object.values(each))) {
    if (link.to !== 'asset' || link.path !== path) continue;
    follow(link.url, { download: path.slice(path.lastIndexOf('/') + 1) });
    return { saved: true };
  }
  throw new Error('no such file');
}

/** As if somebody had clicked a link: the one way that a browser lets every page go. */
function follow(href: string, attributes: Partial<HTMLAnchorElement>): void {
  const link = Object.assign(document.createElement('a'), attributes, { href });
  document.body.append(link);
  link.click();
  link.remove();
}

/** The way to the shell that `client/bridge.ts` expects; `port` is the one to the service in the page. */
export function offerBridge(page: PlayerPage, port: MessagePort): void {
  const works: Record<string, Work> = {
    'link.open': openLink,
    'asset.save': ({ path }: { path: string }) => saveAsset(page, path),
    'text.copy': async ({ text }: { text: string }) => {
      await navigator.clipboard.writeText(text);
      return null;
    },
  };
  const ask = async (name: string, input: unknown) => {
    try {
      return { ok: true, value: (await works[name]?.(input as never)) ?? null };
    } catch {
      const error: Failure = { kind: 'unexpected', values: {} };
      return { ok: false, error };
    }
  };
  const ready = (): void => window.postMessage('deskwise:port', '*', [port]);
  Object.defineProperty(window, 'deskwise', { value: { ask, ready } });
}
