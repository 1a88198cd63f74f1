// Opens a link of a course in the browser or mail program, after the person has seen where it leads.
import { type BrowserWindow, dialog, shell } from 'electron';
import { linkTarget } from '../../core/course/link-target';
import { OperationError } from '../../core/errors';
import { linkDetail } from './link-words';
import { words } from './words';

export async function openLink(
  window: BrowserWindow,
  language: string,
  url: string,
): Promise<boolean> {
  const target = linkTarget(url);
  if (target.to !== 'web' && target.to !== 'mail') {
    throw new OperationError('bad-input', { what: 'url' });
  }
  const t = await words(language);
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: t('link.title'),
    detail: linkDetail(target, t),
    buttons: [t('link.cancel'), t('link.open')],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  if (response !== 1) return false;
  await shell.openExternal(target.url);
  return true;
}
