// A picture with its caption and, folded away, a description in words.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Prose } from '../../core/course/prose';
import { OwnWords } from './own-words';
import { Picture } from './picture';

interface FigureProps {
  node: Extract<Prose, { type: 'figure' }>;
  line: number | undefined;
  draw: (nodes: readonly Prose[]) => ReactNode;
}

export function Figure({ node, line, draw }: FigureProps) {
  const { t } = useTranslation('prose');
  return (
    <figure className="prose__figure" data-line={line}>
      <Picture source={node.image.source} alt={node.image.alt} width={node.image.width} />
      {node.caption.length > 0 && <figcaption>{draw(node.caption)}</figcaption>}
      {node.description.length > 0 && (
        <details className="prose__description">
          <summary>
            <OwnWords>{t('picture.description')}</OwnWords>
          </summary>
          <div className="prose__details-text">{draw(node.description)}</div>
        </details>
      )}
    </figure>
  );
}
