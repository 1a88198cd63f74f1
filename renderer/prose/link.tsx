// A link by where it leads: out of the app, to a lesson, to a file to save, or within the page.
import { Download, ExternalLink, Mail } from 'lucide-react';
import { type ReactNode, useContext, useState } from 'react';
import { Button, Link } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Inline, LinkTarget } from '../../core/course/prose';
import { ask } from '../client/client';
import { focusOn } from './focus-on';
import { OwnWords } from './own-words';
import { TermContext, useProse } from './prose-context';
import { headingId, shownLink } from './prose-view';

interface LinkProps {
  target: LinkTarget;
  title: string | undefined;
  nodes: readonly Inline[];
  children: ReactNode;
}

export function ProseLink({ target, title, nodes, children }: LinkProps) {
  const { course, links, onGo } = useProse();
  const drawTerm = useContext(TermContext);
  const link = shownLink(target, nodes, links);
  switch (link.to) {
    case 'web':
    case 'mail':
      return <OutLink to={link.to} url={link.url} title={title} words={children} />;
    case 'download':
      return <DownloadLink course={course} path={link.path} title={title} words={children} />;
    case 'lesson': {
      const { lesson, anchor } = link;
      const go = () => onGo(anchor === null ? { lesson } : { lesson, anchor });
      return <PlainLink go={go} title={title} words={children} />;
    }
    case 'course':
      return <PlainLink go={() => onGo({ course: true })} title={title} words={children} />;
    case 'term':
      return drawTerm(link.anchor, children);
    case 'anchor': {
      const go = () => focusOn(headingId(link.anchor));
      return <PlainLink go={go} title={title} words={children} />;
    }
    case 'text':
      return (
        <>
          {children}
          {link.address !== null && (
            <>
              {' '}
              <code className="prose__code" dir="ltr">
                {link.address}
              </code>
            </>
          )}
        </>
      );
  }
}

interface Words {
  title: string | undefined;
  words: ReactNode;
}

const PlainLink = ({ go, title, words }: Words & { go: () => void }) => (
  <Link className="prose__link" onPress={go}>
    <span title={title}>{words}</span>
  </Link>
);

/** What came of opening or saving; the person may just have decided against it. */
type Came = 'nothing' | 'done' | 'failed';

function OutLink({ to, url, title, words }: Words & { to: 'web' | 'mail'; url: string }) {
  const { t } = useTranslation('prose');
  const [came, setCame] = useState<Came>('nothing');
  const Icon = to === 'web' ? ExternalLink : Mail;
  const open = () => {
    setCame('nothing');
    ask('link.open', { url }).catch(() => setCame('failed'));
  };
  return (
    <>
      <a
        className="prose__link"
        href={url}
        title={title ?? url}
        rel="noreferrer"
        onClick={(event) => {
          // The window itself never goes anywhere.
          event.preventDefault();
          open();
        }}
      >
        {words}
        <Icon className="prose__link-icon" aria-hidden="true" />
        <OwnWords hidden>{to === 'web' ? t('link.web') : t('link.mail')}</OwnWords>
      </a>
      <span role="status">
        {came === 'failed' && (
          <span className="prose__link-note">
            <OwnWords>{t('link.failed')}</OwnWords>
          </span>
        )}
      </span>
    </>
  );
}

function DownloadLink({ course, path, title, words }: Words & { course: string; path: string }) {
  const { t } = useTranslation('prose');
  const [came, setCame] = useState<Came>('nothing');
  const save = () => {
    setCame('nothing');
    ask('asset.save', { course, path })
      .then(({ saved }) => setCame(saved ? 'done' : 'nothing'))
      .catch(() => setCame('failed'));
  };
  return (
    <>
      <Button className="prose__link prose__link--button" onPress={save}>
        <span title={title}>{words}</span>
        <Download className="prose__link-icon" aria-hidden="true" />
        <OwnWords hidden>{t('link.download')}</OwnWords>
      </Button>
      <span role="status">
        {came !== 'nothing' && (
          <span className="prose__link-note">
            <OwnWords>{came === 'done' ? t('link.saved') : t('link.notSaved')}</OwnWords>
          </span>
        )}
      </span>
    </>
  );
}
