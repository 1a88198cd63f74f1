// The picture of a hotspot in the full width of its column, with whatever lies on it.
import { type ReactNode, useState } from 'react';
import type { HotspotShown } from '../../../core/course/blocks/hotspot';
import { Picture } from '../../prose/picture';
import { useProse } from '../../prose/prose-context';
import { pictureUrl } from '../../prose/prose-view';

interface StageProps {
  image: HotspotShown['image'];
  /** The picture is missing or cannot be shown. */
  onBroken?: () => void;
  children?: ReactNode;
}

export function Stage({ image, onBroken, children }: StageProps) {
  const { links } = useProse();
  const url = pictureUrl(image.source, links);
  const [broken, setBroken] = useState<string | null>(null);
  if (url === null || url === broken) {
    return (
      <div className="prose">
        <Picture source={image.source} alt={image.alt} />
      </div>
    );
  }
  return (
    // Left and right of a picture are the same in every language.
    <div className="hotspot__stage" dir="ltr">
      <img
        className="hotspot__picture"
        src={url}
        alt={image.alt}
        title={image.title}
        draggable={false}
        onError={() => {
          setBroken(url);
          onBroken?.();
        }}
      />
      {children}
    </div>
  );
}
