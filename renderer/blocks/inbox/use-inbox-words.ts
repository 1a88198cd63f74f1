// The app's own words about mail: verdicts, natures, places, kinds of files, dates.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../../core/course/blocks/inbox-message';
import { linksIn, type Place } from '../../../core/course/blocks/inbox-places';
import type { MailAction, Nature } from '../../../core/course/blocks/inbox-verdicts';
import { inlineText } from '../../../core/course/plain-text';
import { useFormat } from '../../text/use-format';
import { type FileKind, type Folder, nameOf } from './inbox-view';

export function useInboxWords() {
  const { t } = useTranslation('item');
  const format = useFormat();

  const doing: Record<MailAction, string> = {
    safe: t('inbox.do.safe'),
    report: t('inbox.do.report'),
    delete: t('inbox.do.delete'),
    ask: t('inbox.do.ask'),
  };
  const done: Record<MailAction, string> = {
    safe: t('inbox.done.safe'),
    report: t('inbox.done.report'),
    delete: t('inbox.done.delete'),
    ask: t('inbox.done.ask'),
  };
  const natures: Record<Nature, string> = {
    genuine: t('inbox.nature.genuine'),
    phish: t('inbox.nature.phish'),
    scam: t('inbox.nature.scam'),
    spam: t('inbox.nature.spam'),
    unclear: t('inbox.nature.unclear'),
  };
  const folders: Record<Folder, string> = {
    again: t('inbox.folder.again'),
    open: t('inbox.folder.open'),
    ...done,
  };
  const files: Record<FileKind, string> = {
    page: t('inbox.file.page'),
    pdf: t('inbox.file.pdf'),
    text: t('inbox.file.text'),
    macro: t('inbox.file.macro'),
    sheet: t('inbox.file.sheet'),
    slides: t('inbox.file.slides'),
    picture: t('inbox.file.picture'),
    archive: t('inbox.file.archive'),
    program: t('inbox.file.program'),
    calendar: t('inbox.file.calendar'),
    other: t('inbox.file.other'),
  };

  /** What a place is called, and which words of the message stand there. */
  const place = (of: Place | string, message: Message): { name: string; words: string } => {
    const [kind = '', number = '1'] = of.split('-');
    const at = Number(number) - 1;
    if (kind === 'link') {
      const link = linksIn(message.body)[at];
      return { name: t('inbox.place.link'), words: link ? inlineText(link.children) : '' };
    }
    if (kind === 'attachment') {
      return { name: t('inbox.place.attachment'), words: message.attachments[at] ?? '' };
    }
    const others: Record<string, { name: string; words: string }> = {
      sender: { name: t('inbox.place.sender'), words: nameOf(message.from) },
      'reply-to': {
        name: t('inbox.place.replyTo'),
        words: message.replyTo ? nameOf(message.replyTo) : '',
      },
      to: { name: t('inbox.place.to'), words: format.list(message.to.map(nameOf)) },
      subject: { name: t('inbox.place.subject'), words: message.subject },
      date: { name: t('inbox.place.date'), words: '' },
      headers: { name: t('inbox.place.headers'), words: '' },
      greeting: { name: t('inbox.place.greeting'), words: '' },
      request: { name: t('inbox.place.request'), words: '' },
      hurry: { name: t('inbox.place.hurry'), words: '' },
      wording: { name: t('inbox.place.wording'), words: '' },
    };
    return others[of] ?? { name: of, words: '' };
  };

  return { format, doing, done, natures, folders, files, place };
}

/** Times of messages have no zone: they are shown as written. */
export function useSentWords(): {
  /** In a list: the time on the day of the newest message, else the day. */
  short: (sent: string | null, newest: string) => string;
  long: (sent: string) => string;
} {
  const { i18n } = useTranslation();
  return useMemo(() => {
    const form = (options: Intl.DateTimeFormatOptions) =>
      new Intl.DateTimeFormat(i18n.language, { ...options, timeZone: 'UTC' });
    const time = form({ timeStyle: 'short' });
    const day = form({ day: 'numeric', month: 'short' });
    const whole = form({ dateStyle: 'full', timeStyle: 'short' });
    const wholeDay = form({ dateStyle: 'full' });
    const dateOf = (sent: string) => new Date(sent.includes('T') ? `${sent}Z` : `${sent}T00:00Z`);
    return {
      short: (sent, newest) => {
        if (sent === null) return '';
        const isToday = sent.includes('T') && sent.slice(0, 10) === newest.slice(0, 10);
        return (isToday ? time : day).format(dateOf(sent));
      },
      long: (sent) => (sent.includes('T') ? whole : wholeDay).format(dateOf(sent)),
    };
  }, [i18n.language]);
}
