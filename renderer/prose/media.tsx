// A video or a recording: the player, its speed, what it is about, and everything in it as text.
import { Film, Volume2 } from 'lucide-react';
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { LinkTarget, Prose } from '../../core/course/prose';
import { useFormat } from '../text/use-format';
import { setSpeed, speeds, useSpeed } from './media-speed';
import { OwnWords } from './own-words';
import { useProse } from './prose-context';
import { pictureUrl } from './prose-view';

type MediaNode = Extract<Prose, { type: 'media' }>;

interface MediaProps {
  node: MediaNode;
  line: number | undefined;
  draw: (nodes: readonly Prose[]) => ReactNode;
}

export function Media({ node, line, draw }: MediaProps) {
  const { t } = useTranslation('prose');
  const { links } = useProse();
  const url = pictureUrl(node.source, links);
  const [broken, setBroken] = useState<string | null>(null);
  const isLost = url === null || url === broken;
  return (
    <figure className="prose__media" data-line={line}>
      {isLost ? (
        <NotPlayed kind={node.kind} />
      ) : (
        <Player node={node} url={url} onBroken={() => setBroken(url)} />
      )}
      {node.caption.length > 0 && <figcaption>{draw(node.caption)}</figcaption>}
      {node.transcript.length > 0 && (
        <details className="prose__description" open={isLost || undefined}>
          <summary>
            <OwnWords>{t('media.transcript')}</OwnWords>
          </summary>
          <div className="prose__details-text">{draw(node.transcript)}</div>
        </details>
      )}
    </figure>
  );
}

function NotPlayed({ kind }: { kind: MediaNode['kind'] }) {
  const { t } = useTranslation('prose');
  const Icon = kind === 'video' ? Film : Volume2;
  return (
    <div className="prose__picture-missing" role="status">
      <Icon aria-hidden="true" />
      <OwnWords>{kind === 'video' ? t('media.videoFailed') : t('media.audioFailed')}</OwnWords>
    </div>
  );
}

interface PlayerProps {
  node: MediaNode;
  url: string;
  onBroken: () => void;
}

function Player({ node, url, onBroken }: PlayerProps) {
  const { t, i18n } = useTranslation('prose');
  const { links, language } = useProse();
  const speed = useSpeed();
  const player = useRef<HTMLMediaElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another address is another player
  useLayoutEffect(() => {
    if (!player.current) return;
    player.current.defaultPlaybackRate = speed;
    player.current.playbackRate = speed;
  }, [speed, url]);
  const urlOf = (target: LinkTarget | null) => (target ? pictureUrl(target, links) : null);
  const captions = urlOf(node.captions);
  const shared = {
    className: `prose__${node.kind}`,
    src: url,
    controls: true,
    preload: 'metadata',
    // Captions are of another origin than the page.
    crossOrigin: 'anonymous',
    'aria-label': node.kind === 'video' ? t('media.video') : t('media.audio'),
    onError: onBroken,
  } as const;
  const track = captions !== null && (
    <track
      key={captions}
      kind="captions"
      src={captions}
      srcLang={language ?? i18n.language}
      label={t('media.captions')}
      default
    />
  );
  const setPlayer = (element: HTMLMediaElement | null) => {
    player.current = element;
  };
  return (
    <>
      {node.kind === 'video' ? (
        <video key={url} ref={setPlayer} poster={urlOf(node.poster) ?? undefined} {...shared}>
          {track}
        </video>
      ) : (
        <audio key={url} ref={setPlayer} {...shared}>
          {track}
        </audio>
      )}
      <Speed />
    </>
  );
}

function Speed() {
  const { t } = useTranslation('prose');
  const format = useFormat();
  const speed = useSpeed();
  return (
    <RadioGroup
      className="prose__speed"
      orientation="horizontal"
      aria-label={t('media.speed')}
      value={String(speed)}
      onChange={(value) => setSpeed(Number(value))}
    >
      <span className="prose__speed-label" aria-hidden="true">
        <OwnWords>{t('media.speed')}</OwnWords>
      </span>
      {speeds.map((each) => (
        <Radio key={each} value={String(each)} className="prose__speed-one">
          <OwnWords>{t('media.times', { speed: format.number(each) })}</OwnWords>
        </Radio>
      ))}
    </RadioGroup>
  );
}
