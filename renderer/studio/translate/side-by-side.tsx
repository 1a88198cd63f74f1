// A file and its translation side by side, block by block; what is written is saved as one goes.
import './side-by-side.css';
import { ChevronLeft } from 'lucide-react';
import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type {
  TranslationRow,
  TranslationView,
  TranslationWritten,
} from '../../../core/studio/translation/views';
import { ask } from '../../client/client';
import { useAction } from '../../client/use-action';
import { useQuery } from '../../client/use-query';
import { paths } from '../../frame/paths';
import { Screen, Shown } from '../../frame/screen';
import { useFormat } from '../../text/use-format';
import { Button } from '../../ui/button';
import { Failed } from '../../ui/failed';
import { Icon } from '../../ui/icon';
import { Notice } from '../../ui/notice';
import { Progress } from '../../ui/progress';
import { SegmentRow } from './segment-row';
import { useExtent, useFileTitle } from './words';

interface SideBySideProps {
  folder: string;
  language: string;
  file: string;
}

export function SideBySide(on: SideBySideProps) {
  const query = useQuery('translation.read', { ...on });
  return (
    <Shown query={query}>
      {(view, { amend }) => <Sides on={on} view={view} onView={(next) => amend(() => next)} />}
    </Shown>
  );
}

interface SidesProps {
  on: SideBySideProps;
  view: TranslationView;
  onView: (view: TranslationView) => void;
}

function Sides({ on, view, onView }: SidesProps) {
  const { t } = useTranslation('translate');
  const format = useFormat();
  const title = useFileTitle()(view);
  const extent = useExtent(view);
  const list = useRef<HTMLOListElement>(null);
  /** What is left stays on screen when it is done: nothing jumps away under the cursor. */
  const [only, setOnly] = useState<ReadonlySet<string> | null>(null);
  const acting = useAction();
  const show = useRef(onView);
  show.current = onView;
  const { folder, language, file } = on;
  const write = useCallback(
    async (row: TranslationRow, words: string): Promise<TranslationWritten> => {
      const { key, source } = row;
      const written = await ask('translation.write', {
        ...{ folder, language, file },
        ...{ key, source, words },
      });
      if (written.isWritten) show.current(written.view);
      return written;
    },
    [folder, language, file],
  );
  const rows = only ? view.rows.filter(({ key }) => only.has(key)) : view.rows;
  const goOn = (from: number): void => {
    const isLeft = ({ state }: TranslationRow): boolean => state !== 'translated';
    const next = rows.findIndex((row, at) => at > from && isLeft(row));
    const fields = list.current?.querySelectorAll('textarea');
    fields?.[next < 0 ? from + 1 : next]?.focus();
  };
  const mayBeSaid = view.missing === 0 && (view.stale > 0 || view.isUnsaid || view.isChanged);
  return (
    <Screen
      title={`${title} · ${format.language(language)}`}
      heading={
        <>
          <p>
            <Link href={paths.translate(folder, language)} className="sides__back">
              <Icon of={ChevronLeft} directed size="small" />
              {format.language(language)}
            </Link>
          </p>
          <h1 tabIndex={-1} dir="auto">
            {title}
          </h1>
          <Progress
            done={view.segments - view.missing}
            of={view.segments}
            label={t('progress')}
            words={extent}
          />
          <p className="sides__extent" role="status">
            {extent}
          </p>
          <p className="screen__lead">{t('keys')}</p>
        </>
      }
    >
      {acting.state.at === 'failed' && (
        <Failed failure={acting.state.failure} retry={acting.state.again} />
      )}
      {view.isChanged && (
        <Notice kind="warn" title={t('changed.what')}>
          <p>{t('changed.means')}</p>
        </Notice>
      )}
      <Places
        view={view}
        onLayOut={() => void acting.run(async () => onView(await ask('translation.lay-out', on)))}
      />
      <div className="sides__bar">
        <Button
          look="quiet"
          onPress={() =>
            setOnly(
              only
                ? null
                : new Set(
                    view.rows.filter(({ state }) => state !== 'translated').map(({ key }) => key),
                  ),
            )
          }
        >
          {only ? t('show.all') : t('show.left')}
        </Button>
        {mayBeSaid && (
          <Button
            look="primary"
            isDisabled={acting.state.at === 'working'}
            onPress={() => void acting.run(async () => onView(await ask('translation.settle', on)))}
          >
            {t('settle')}
          </Button>
        )}
      </div>
      {rows.length === 0 ? (
        <p>{t('show.nothing')}</p>
      ) : (
        <ol className="sides" ref={list}>
          {rows.map((row, at) => (
            <SegmentRow
              key={row.key}
              row={row}
              sourceLanguage={view.sourceLanguage}
              language={language}
              write={write}
              onNext={() => goOn(at)}
            />
          ))}
        </ol>
      )}
    </Screen>
  );
}

/** The source got another structure, and the translation has words that it has not. */
function Places({ view, onLayOut }: { view: TranslationView; onLayOut: () => void }) {
  const { t } = useTranslation('translate');
  if (view.extra.length === 0) return null;
  return (
    <Notice kind="warn" title={t('places.what')}>
      <p>{t('places.means')}</p>
      <ul className="sides__extra">
        {view.extra.map((words, at) => (
          <li key={at} dir="auto">
            {words}
          </li>
        ))}
      </ul>
      <Button onPress={onLayOut}>{t('places.do')}</Button>
    </Notice>
  );
}
