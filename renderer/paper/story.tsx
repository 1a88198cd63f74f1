// A scenario on paper: numbered scenes, and each choice says at which one to read on.
import { useTranslation } from 'react-i18next';
import type { PaperScene } from '../../core/paper/sheet-page';
import { Words, WordsInLine } from '../prose/words';
import { useFormat } from '../text/use-format';
import { Box, How, keyOf, type PaperProps, Said } from './parts';

interface StoryProps extends PaperProps<'scenario'> {
  scenes: readonly PaperScene[];
}

export function StoryPaper({ view, scenes }: StoryProps) {
  const { t } = useTranslation(['paper', 'item']);
  const format = useFormat();
  const key = keyOf(view);
  const named = (at: number): string => t('story.scene', { number: format.number(at + 1) });
  return (
    <>
      <How>{t('how.story')}</How>
      {view.shown.meters.length > 0 && <p className="paper__note">{t('onScreen.meters')}</p>}
      {scenes.map(({ title, prose, isEnd, choices, outcome }, at) => (
        <div key={at} className="paper__scene">
          <p className="paper__scene-title">
            <strong>{named(at)}</strong> <WordsInLine nodes={title} />
            {outcome !== null && <em> ({t(`item:scenario.${outcome}`)})</em>}
          </p>
          <Words nodes={prose} />
          {isEnd && <p className="paper__note">{t('story.end')}</p>}
          {choices.length > 0 && (
            <ul className="paper__options">
              {choices.map(({ words, to, feedback }, place) => (
                <li key={place}>
                  <Box />
                  <div>
                    <WordsInLine nodes={words} />{' '}
                    <span className="paper__go">› {t('story.goOn', { scene: named(to) })}</span>
                    <Said nodes={feedback} />
                  </div>
                </li>
              ))}
            </ul>
          )}
        </div>
      ))}
      {key && key.due.best.length > 0 && (
        <p>
          <strong>{t('item:scenario.best')}:</strong>{' '}
          {key.due.best.map((scene) => named(scene)).join(' › ')}
        </p>
      )}
    </>
  );
}
