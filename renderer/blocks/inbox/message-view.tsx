// One message as a mail program shows it: the name at once, the address on demand.
import { ChevronDown, Paperclip } from 'lucide-react';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../../core/course/blocks/inbox-message';
import { type LinkNode, linksIn } from '../../../core/course/blocks/inbox-places';
import { LinkContext } from '../../prose/prose-context';
import { Words } from '../../prose/words';
import { Icon } from '../../ui/icon';
import { fileKind, nameOf } from './inbox-view';
import { MessageLink } from './message-link';
import { Spot } from './pointing';
import { useInboxWords, useSentWords } from './use-inbox-words';

interface MessageViewProps {
  message: Message;
  heading: 'h3' | 'h4' | 'h5' | 'h6';
  /** Addresses and headers are shown from the start: where all is told. */
  isOpen?: boolean;
}

export function MessageView({ message, heading: Heading, isOpen = false }: MessageViewProps) {
  const { t } = useTranslation('item');
  const { place } = useInboxWords();
  const sent = useSentWords();
  const [hasDetails, setDetails] = useState(isOpen);
  const hasLinks = useMemo(() => linksIn(message.body).length > 0, [message]);
  const label = (of: string): string => {
    const { name, words } = place(of, message);
    return words === '' ? name : t('inbox.placeIs', { name, words });
  };
  return (
    <article className="mail">
      <header className="mail__head">
        <Heading className="mail__subject" tabIndex={-1} data-arrive="" data-quiet-focus="">
          <Spot place="subject" label={label('subject')}>
            <bdi>{message.subject}</bdi>
          </Spot>
        </Heading>
        <div className="mail__people">
          <Avatar name={nameOf(message.from)} />
          <div className="mail__lines">
            <div className="mail__line mail__line--from">
              <Spot place="sender" label={label('sender')}>
                <strong>
                  <bdi>{nameOf(message.from)}</bdi>
                </strong>
                {hasDetails && message.from.name !== '' && <Address of={message.from.address} />}
              </Spot>
              {message.sent !== null && (
                <span className="mail__sent">
                  <Spot place="date" label={label('date')}>
                    {sent.long(message.sent)}
                  </Spot>
                </span>
              )}
            </div>
            <div className="mail__line">
              {message.to.length > 0 && (
                <Spot place="to" label={label('to')}>
                  <bdi>{t('inbox.to')}</bdi>{' '}
                  <People people={message.to} hasAddresses={hasDetails} />
                </Spot>
              )}
              <Button
                className="mail__toggle"
                aria-expanded={hasDetails}
                onPress={() => setDetails(!hasDetails)}
              >
                {hasDetails ? t('inbox.details.hide') : t('inbox.details.show')}
                <ChevronDown aria-hidden="true" />
              </Button>
            </div>
          </div>
        </div>
        {hasDetails && hasMore(message) && (
          <Details message={message} label={label} isOpen={isOpen} />
        )}
      </header>
      <Body message={message} />
      {message.attachments.length > 0 && <Attachments message={message} label={label} />}
      {(hasLinks || message.attachments.length > 0) && !isOpen && (
        <p className="mail__note">{hasLinks ? t('inbox.closed') : t('inbox.closedFiles')}</p>
      )}
    </article>
  );
}

export const Avatar = ({ name }: { name: string }) => (
  <span className="mail__avatar" aria-hidden="true">
    {name.match(/[\p{L}\p{N}]/u)?.[0]?.toUpperCase() ?? '?'}
  </span>
);

const Address = ({ of }: { of: string }) => (
  <>
    {' '}
    <bdi dir="ltr" className="mail__address">
      &lt;{of}&gt;
    </bdi>
  </>
);

function People({ people, hasAddresses }: { people: Message['to']; hasAddresses: boolean }) {
  return people.map((person, at) => (
    <span key={at}>
      {at > 0 && ', '}
      <bdi>{nameOf(person)}</bdi>
      {hasAddresses && person.name !== '' && <Address of={person.address} />}
    </span>
  ));
}

/** More than the line of the sender and that of the recipients can say. */
const hasMore = ({ cc, replyTo, headers }: Message): boolean =>
  cc.length > 0 || replyTo !== null || headers.length > 0;

interface DetailsProps {
  message: Message;
  label: (place: string) => string;
  isOpen: boolean;
}

function Details({ message, label, isOpen }: DetailsProps) {
  const { t } = useTranslation('item');
  const [hasHeaders, setHeaders] = useState(isOpen);
  return (
    <div className="mail__details">
      <dl className="mail__rows">
        {message.cc.length > 0 && (
          <Row name={t('inbox.cc')}>
            <People people={message.cc} hasAddresses />
          </Row>
        )}
        {message.replyTo && (
          <Row name={t('inbox.place.replyTo')}>
            <Spot place="reply-to" label={label('reply-to')}>
              <People people={[message.replyTo]} hasAddresses />
            </Spot>
          </Row>
        )}
      </dl>
      {message.headers.length > 0 && (
        <>
          <Spot place="headers" label={label('headers')}>
            <Button
              className="mail__toggle"
              aria-expanded={hasHeaders}
              onPress={() => setHeaders(!hasHeaders)}
            >
              {hasHeaders ? t('inbox.headers.hide') : t('inbox.headers.show')}
              <ChevronDown aria-hidden="true" />
            </Button>
          </Spot>
          {hasHeaders && (
            <dl className="mail__rows mail__rows--headers" dir="ltr">
              {message.headers.map(({ name, value }, at) => (
                <Row key={at} name={name}>
                  <span className="mail__address">{value}</span>
                </Row>
              ))}
            </dl>
          )}
        </>
      )}
    </div>
  );
}

const Row = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className="mail__row">
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

function Body({ message }: { message: Message }) {
  const places = useMemo(
    () => new Map(linksIn(message.body).map((link, at) => [link, `link-${at + 1}`])),
    [message],
  );
  const draw = useCallback(
    (link: LinkNode, words: ReactNode) => (
      <MessageLink link={link} place={places.get(link) ?? ''} words={words} />
    ),
    [places],
  );
  return (
    <LinkContext value={draw}>
      <div className="mail__body">
        <Words nodes={message.body} />
      </div>
    </LinkContext>
  );
}

function Attachments({ message, label }: { message: Message; label: (place: string) => string }) {
  const { t } = useTranslation('item');
  const { files } = useInboxWords();
  return (
    <ul className="mail__files" aria-label={t('inbox.attachments')}>
      {message.attachments.map((name, at) => (
        <li key={at}>
          <Spot place={`attachment-${at + 1}`} label={label(`attachment-${at + 1}`)}>
            <span className="mail__file">
              <Icon of={Paperclip} />
              <span>
                <bdi dir="ltr" className="mail__file-name">
                  {name}
                </bdi>
                <span className="mail__file-kind">{files[fileKind(name)]}</span>
              </span>
            </span>
          </Spot>
        </li>
      ))}
    </ul>
  );
}
