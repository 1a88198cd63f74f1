// A link in a message: it says where it leads, and never opens.
import { type ReactNode, useContext, useState } from 'react';
import { Link, Tooltip, TooltipTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { LinkNode } from '../../../core/course/blocks/inbox-places';
import { inlineText } from '../../../core/course/plain-text';
import { OwnWords } from '../../prose/own-words';
import { PointingContext, Spot } from './pointing';

interface MessageLinkProps {
  link: LinkNode;
  place: string;
  words: ReactNode;
}

export function MessageLink({ link, place, words }: MessageLinkProps) {
  const { t } = useTranslation('item');
  const isSettled = useContext(PointingContext).states !== null;
  const [isTold, setTold] = useState(isSettled);
  const address = 'url' in link.target ? link.target.url : '';
  return (
    <>
      <Spot
        place={place}
        label={t('inbox.placeIs', {
          name: t('inbox.place.link'),
          words: inlineText(link.children),
        })}
      >
        <TooltipTrigger delay={0} closeDelay={0}>
          <Link className="prose__link mail__link" onPress={() => setTold(!isTold)}>
            {words}
          </Link>
          <Tooltip className="mail__tooltip" placement="bottom start" offset={6}>
            <bdi dir="ltr">{address}</bdi>
          </Tooltip>
        </TooltipTrigger>
      </Spot>
      <span role="status">
        {isTold && (
          <span className="mail__told">
            <OwnWords>{t('inbox.leadsTo')}</OwnWords>{' '}
            <bdi dir="ltr" className="mail__address">
              {address}
            </bdi>
          </span>
        )}
      </span>
    </>
  );
}
