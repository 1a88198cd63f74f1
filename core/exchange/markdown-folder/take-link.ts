// What a link becomes whose end does not depend on the page it stands on: one into the web, or to a file.
import type { Assets } from './assets';
import { readAddress, type WebAddress } from './folder';
import type { PageContext } from './page-context';
import type { Say } from './report';

type Within = Extract<WebAddress, { is: 'path' }>;

/** Links into the web stay, those that nobody may follow are left out; `within` leads all others. */
export const takeLink =
  (
    say: Say,
    within: (address: Within, written: string, line: number) => string | undefined,
  ): PageContext['link'] =>
  (written, line) => {
    const address = readAddress(written);
    if (address.is === 'path') return within(address, written, line);
    if (address.is === 'refused') {
      say('left-out', 'link-refused', line, { url: written });
      return undefined;
    }
    if (address.isChanged) say('changed', 'link-https', line, { url: address.url });
    return address.url;
  };

/** The name of a file among the assets; undefined for one that is too large, which is said. */
export const takeFile =
  (assets: Assets, say: Say) =>
  (found: string, line: number): string | undefined => {
    const name = assets.take(found);
    if (name === undefined) say('left-out', 'asset-too-large', line, { path: found });
    return name;
  };
