// An image of the course; one that is missing or cannot be shown gives its words in a frame.
import { ImageOff } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LinkTarget, PictureWidth } from '../../core/course/prose';
import { OwnWords } from './own-words';
import { useProse } from './prose-context';
import { pictureUrl } from './prose-view';

interface PictureProps {
  source: LinkTarget;
  alt: string;
  title?: string | undefined;
  width?: PictureWidth | undefined;
}

export function Picture({ source, alt, title, width }: PictureProps) {
  const { t } = useTranslation('prose');
  const { links } = useProse();
  const url = pictureUrl(source, links);
  const [broken, setBroken] = useState<string | null>(null);
  if (url === null || url === broken) {
    return (
      <span className="prose__picture-missing">
        <ImageOff aria-hidden="true" />
        <span>
          <strong>
            <OwnWords>{t('picture.missing')}</OwnWords>
          </strong>{' '}
          {alt}
        </span>
      </span>
    );
  }
  return (
    <img
      className="prose__picture"
      src={url}
      alt={alt}
      title={title}
      width={width}
      decoding="async"
      onError={() => setBroken(url)}
    />
  );
}
