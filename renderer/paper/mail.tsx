// An inbox on paper: each message with all its addresses, what to do with it, and room for what gives it away.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../core/course/blocks/inbox-message';
import type { LinkNode } from '../../core/course/blocks/inbox-places';
import { mailActions } from '../../core/course/blocks/inbox-verdicts';
import { useInboxWords, useSentWords } from '../blocks/inbox/use-inbox-words';
import { LinkContext } from '../prose/prose-context';
import { Words } from '../prose/words';
import { Box, How, keyOf, Lines, type PaperProps, Said, saidOf, Told } from './parts';

export function MailPaper({ view }: PaperProps<'inbox'>) {
  const { t } = useTranslation(['paper', 'item']);
  const { doing, natures, place } = useInboxWords();
  const key = keyOf(view);
  return (
    <>
      <How>{t('how.mail')}</How>
      {view.shown.messages.map((message, at) => {
        const due = key?.due.messages[at];
        return (
          <div key={message.id} className="paper__message">
            <MessagePaper message={message} />
            <p className="paper__picks">
              {mailActions.map((action) => (
                <span key={action} className="paper__pick">
                  <Box isRight={due?.accepted.includes(action) ?? false} /> {doing[action]}
                </span>
              ))}
            </p>
            {due ? (
              <>
                <p>
                  <strong>{natures[due.nature]}</strong>
                </p>
                <Said nodes={saidOf(view, at)} />
                {due.clues.length > 0 && (
                  <Told title={t('item:inbox.clues.title')}>
                    <ul className="paper__checks">
                      {due.clues.map(({ place: of, words }) => (
                        <li key={of}>
                          {place(of, message).name} <bdi>{place(of, message).words}</bdi>
                          <Words nodes={words} />
                        </li>
                      ))}
                    </ul>
                  </Told>
                )}
              </>
            ) : (
              <>
                <p>{t('item:inbox.clues.title')}</p>
                <Lines count={2} />
              </>
            )}
          </div>
        );
      })}
    </>
  );
}

const drawLink = ({ target }: LinkNode, words: ReactNode): ReactNode => (
  <>
    <span className="paper__link">{words}</span>
    {'url' in target && (
      <>
        {' '}
        <code dir="ltr">[{target.url}]</code>
      </>
    )}
  </>
);

function MessagePaper({ message }: { message: Message }) {
  const { t } = useTranslation(['paper', 'item']);
  const { format } = useInboxWords();
  const sent = useSentWords();
  const { from, replyTo, to, cc, subject, attachments, headers, body } = message;
  const person = ({ name, address }: Message['from']): string =>
    name === '' ? address : `${name} <${address}>`;
  const rows: [name: string, words: string][] = [
    [t('mail.from'), person(from)],
    ...(replyTo ? ([[t('item:inbox.place.replyTo'), person(replyTo)]] as [string, string][]) : []),
    [t('mail.to'), format.list(to.map(person))],
    [t('item:inbox.cc'), format.list(cc.map(person))],
    [t('item:inbox.place.date'), message.sent === null ? '' : sent.long(message.sent)],
    [t('item:inbox.place.subject'), subject],
    [t('item:inbox.attachments'), format.list(attachments)],
    ...headers.map(({ name, value }): [string, string] => [name, value]),
  ];
  return (
    <>
      <dl className="paper__mail-head">
        {rows
          .filter(([, words]) => words !== '')
          .map(([name, words], at) => (
            <div key={at}>
              <dt>{name}</dt>
              <dd>
                <bdi>{words}</bdi>
              </dd>
            </div>
          ))}
      </dl>
      <LinkContext value={drawLink}>
        <div className="paper__mail-body">
          <Words nodes={body} />
        </div>
      </LinkContext>
    </>
  );
}
