// Folders, and the messages in the one that is open: a list box, so that arrow keys lead through it.
import {
  CircleCheck,
  CircleHelp,
  CircleX,
  Inbox,
  type LucideIcon,
  RotateCcw,
  ShieldAlert,
  Trash2,
} from 'lucide-react';
import { type RefObject, useMemo } from 'react';
import { ListBox, ListBoxItem, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { InboxAnswer } from '../../../core/course/blocks/inbox';
import type { Message } from '../../../core/course/blocks/inbox-message';
import type { MailAction } from '../../../core/course/blocks/inbox-verdicts';
import type { Verdict } from '../../../core/views';
import { countIn, type Folder, folders, inFolder, judgedIn, nameOf } from './inbox-view';
import { Avatar } from './message-view';
import { useInboxWords, useSentWords } from './use-inbox-words';

export const actionIcons: Record<MailAction, LucideIcon> = {
  safe: CircleCheck,
  report: ShieldAlert,
  delete: Trash2,
  ask: CircleHelp,
};
const folderIcons: Record<Folder, LucideIcon> = { again: RotateCcw, open: Inbox, ...actionIcons };

interface FoldersProps {
  answer: InboxAnswer;
  last: Verdict<'inbox'> | null;
  folder: Folder;
  onFolder: (folder: Folder) => void;
  /** The part that the way to the inbox stands for, when something is missing there. */
  missing: number | undefined;
}

export function Folders({ answer, last, folder, onFolder, missing }: FoldersProps) {
  const { t } = useTranslation('item');
  const { format, folders: names } = useInboxWords();
  const shown = folders.filter(
    (each) => each !== 'again' || inFolder('again', answer, last, null).length > 0,
  );
  return (
    <ToggleButtonGroup
      className="folders"
      aria-label={t('inbox.folders')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[folder]}
      onSelectionChange={(keys) => {
        const [key] = [...keys];
        if (key !== undefined) onFolder(key as Folder);
      }}
    >
      {shown.map((each) => {
        const count = countIn(each, answer, last);
        const Icon = folderIcons[each];
        return (
          <ToggleButton
            key={each}
            id={each}
            className="folders__one"
            data-folder={each}
            {...(each === 'open' && missing !== undefined && { 'data-part': missing })}
          >
            <Icon aria-hidden="true" />
            <span>{names[each]}</span>
            {count > 0 && <span className="folders__count">{format.number(count)}</span>}
          </ToggleButton>
        );
      })}
    </ToggleButtonGroup>
  );
}

interface MailListProps {
  messages: readonly Message[];
  answer: InboxAnswer;
  last: Verdict<'inbox'> | null;
  folder: Folder;
  reading: number | null;
  onRead: (at: number) => void;
  isSeen: (at: number) => boolean;
  listRef: RefObject<HTMLDivElement | null>;
  /** The part that the list stands for, when something is missing. */
  missing: number | undefined;
  missingId: string | undefined;
}

export function MailList(props: MailListProps) {
  const { messages, answer, last, folder, reading, onRead, isSeen, listRef } = props;
  const { t } = useTranslation('item');
  const { folders: names } = useInboxWords();
  const newest = useMemo(
    () =>
      messages
        .map(({ sent }) => sent ?? '')
        .sort()
        .at(-1) ?? '',
    [messages],
  );
  const places = inFolder(folder, answer, last, reading);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are the list's own
    <div
      className="mails"
      onKeyDown={(event) => {
        // React Aria goes to the end of the list and lets the page scroll to its own end too.
        if (event.key === 'Home' || event.key === 'End') event.preventDefault();
      }}
      {...(props.missing !== undefined && { 'data-part': props.missing })}
    >
      <ListBox
        ref={listRef}
        className="mails__list"
        aria-label={t('inbox.list', { folder: names[folder] })}
        {...(props.missingId !== undefined && { 'aria-describedby': props.missingId })}
        selectionMode="single"
        escapeKeyBehavior="none"
        selectedKeys={reading === null ? [] : [reading]}
        disallowEmptySelection
        // The list may give way to the message: not while the pointer is still down on it.
        shouldSelectOnPressUp
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : [...keys];
          if (typeof key === 'number') onRead(key);
        }}
        renderEmptyState={() => (
          <p className="mails__empty">
            {folder === 'open' ? t('inbox.empty.open') : t('inbox.empty.folder')}
          </p>
        )}
      >
        {places.map((at) => {
          const message = messages[at] as Message;
          return (
            <MailRow
              key={at}
              at={at}
              message={message}
              newest={newest}
              verdict={answer[at]?.verdict ?? null}
              isSeen={isSeen(at)}
              last={judgedIn(last, answer, at)}
            />
          );
        })}
      </ListBox>
    </div>
  );
}

interface MailRowProps {
  at: number;
  message: Message;
  newest: string;
  verdict: MailAction | null;
  isSeen: boolean;
  last: ReturnType<typeof judgedIn>;
}

function MailRow({ at, message, newest, verdict, isSeen, last }: MailRowProps) {
  const { t } = useTranslation('item');
  const { done } = useInboxWords();
  const sent = useSentWords();
  const isUnread = !isSeen && verdict === null;
  const Icon = verdict && actionIcons[verdict];
  const isRight = last?.isSame ? last.isHandled && last.isPointed : null;
  return (
    <ListBoxItem
      id={at}
      textValue={`${nameOf(message.from)} ${message.subject}`}
      className="mails__row"
      data-unread={isUnread || undefined}
    >
      <Avatar name={nameOf(message.from)} />
      <span className="mails__words">
        <span className="mails__top">
          <bdi className="mails__from">{nameOf(message.from)}</bdi>
          <span className="mails__sent">{sent.short(message.sent, newest)}</span>
        </span>
        <span className="mails__subject">
          <bdi>{message.subject}</bdi>
        </span>
        {isUnread && <span className="for-ears">{t('inbox.unread')}</span>}
        {(verdict !== null || isRight !== null) && (
          <span className="mails__marks">
            {verdict !== null && Icon && (
              <span className="mails__verdict">
                <Icon className="mails__mark" aria-hidden="true" />
                {done[verdict]}
              </span>
            )}
            {isRight !== null && (
              <span className={`mails__judged mails__judged--${isRight ? 'right' : 'wrong'}`}>
                {isRight ? (
                  <CircleCheck className="mails__mark" aria-hidden="true" />
                ) : (
                  <CircleX className="mails__mark" aria-hidden="true" />
                )}
                {isRight ? t('mark.right') : t('inbox.look')}
              </span>
            )}
          </span>
        )}
      </span>
    </ListBoxItem>
  );
}
