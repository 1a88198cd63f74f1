// The frame of a block that keeps an answer: a calm sheet that says what it is and who sees it.
import './kept.css';
import { Lock } from 'lucide-react';
import { memo, useContext, useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeptView, Links } from '../../../core/views';
import { type GoTarget, ItemHeadingLevel, ProseContext, useProse } from '../../prose/prose-context';
import { Words } from '../../prose/words';
import { directionOf } from '../../text/languages';
import { Icon } from '../../ui/icon';
import { Notice } from '../../ui/notice';
import { keptBlockOf } from './index';
import type { KeptActions } from './kept-block';

interface KeptFrameProps {
  view: KeptView;
  links: Links;
  course: string;
  onGo: (target: GoTarget) => void;
  actions: KeptActions;
}

export const Kept = memo(function Kept({ view, links, course, onGo, actions }: KeptFrameProps) {
  const { t, i18n } = useTranslation('kept');
  const level = useContext(ItemHeadingLevel);
  const around = useProse();
  const scope = useMemo(() => ({ ...around, links, course, onGo }), [around, links, course, onGo]);
  const id = useId();
  const labelId = `${id}-label`;
  const questionId = `${id}-question`;
  const hasQuestion = view.question.length > 0;
  const block = keptBlockOf(view.kind);
  const Heading = `h${level}` as const;
  return (
    <ProseContext value={scope}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would be in the way of the groups inside */}
      <section
        role="group"
        className={`kept kept--${view.kind}`}
        data-item={view.id}
        lang={i18n.language}
        dir={directionOf(around.language ?? i18n.language)}
        aria-labelledby={labelId}
      >
        <Heading className="kept__label" id={labelId}>
          <Icon of={block.icon} />
          <span className="kept__words">{t(`label.${view.kind}`)}</span>
        </Heading>
        {view.changed && <Notice>{t(`changed.${view.kind}`)}</Notice>}
        {hasQuestion && (
          <div className="kept__question">
            <Words nodes={view.question} id={questionId} />
          </div>
        )}
        <block.Body view={view} labelId={hasQuestion ? questionId : labelId} actions={actions} />
        {view.private && (
          <p className="kept__who">
            <Icon of={Lock} size="small" />
            <span className="kept__words">{t('private')}</span>
          </p>
        )}
      </section>
    </ProseContext>
  );
});
