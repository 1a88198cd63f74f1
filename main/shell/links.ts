// Opens a link of a course in the browser or mail program, after the person has seen where it leads.
import { dialog, shell, type BrowserWindow } from 'electron';
import { getDomain } from 'tldts';
import { linkTarget } from '../../core/course/link-target';
import { OperationError } from '../../core/errors';
import { words } from './words';

export async function openLink(window: BrowserWindow, language: string, url: string): Promise<boolean> {
  const target = linkTarget(url);
  if (target.to !== 'web' && target.to !== 'mail') throw new OperationError('bad-input', { what: 'url' });
  const t = await words(language);
  const detail = target.to === 'mail' ? mailDetail(target.url, t) : webDetail(target.url, t);
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: t('link.title'),
    detail,
    buttons: [t('link.cancel'), t('link.open')],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  if (response !== 1) return false;
  await shell.openExternal(target.url);
  return true;
}

type Words = Awaited<ReturnType<typeof words>>;

const mailDetail = (url: string, t: Words): string =>
  t('link.mail', { address: decodeURIComponent(new URL(url).pathname) });

/** The whole host, the name somebody registered, and a word about letters of other scripts. */
function webDetail(url: string, t: Words): string {
  const { hostname } = new URL(url);
  const domain = getDomain(hostname) ?? hostname;
  const lines = t('link.web', { host: hostname, domain, url });
  const foreign = hostname.split('.').some((label) => label.startsWith('xn--'));
  return foreign ? `${lines}\n\n${t('link.punycode', { plain: hostname })}` : lines;
}
