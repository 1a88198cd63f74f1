// One block: the source on one side, its translation on the other, and what helps to write it.
import { CircleAlert, CircleCheck, CircleDashed } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../core/errors';
import type { TermHint } from '../../../core/studio/translation/terms';
import type { TranslationRow, TranslationWritten } from '../../../core/studio/translation/views';
import type { DiffPart } from '../../../core/studio/translation/word-diff';
import { failureOf } from '../../client/ask-error';
import { wordsOf } from '../../text/languages';
import { Button } from '../../ui/button';
import { Failed } from '../../ui/failed';
import { Icon } from '../../ui/icon';
import { Notice } from '../../ui/notice';

interface SegmentRowProps {
  row: TranslationRow;
  sourceLanguage: string;
  language: string;
  write: (row: TranslationRow, words: string) => Promise<TranslationWritten>;
  onNext: () => void;
}

const pauseMilliseconds = 600;

export function SegmentRow({ row, sourceLanguage, language, write, onNext }: SegmentRowProps) {
  const { t } = useTranslation('translate');
  const id = useId();
  const field = useSegment(row, write);
  const { state, target, suggestion } = row;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    // Going on from what was looked at says that it is right.
    if (state === 'stale' && !field.isChanged && target !== null) field.put(target);
    onNext();
  };
  return (
    <li className="segment" data-state={state}>
      <div className="segment__side">
        <p className="segment__role" id={`${id}-role`}>
          {t(`role.${row.role}`)}
        </p>
        <p className="segment__source" id={`${id}-source`} {...wordsOf(sourceLanguage)}>
          {row.source}
        </p>
        {row.change && <Change change={row.change} language={sourceLanguage} />}
        <Terms terms={row.terms} sourceLanguage={sourceLanguage} language={language} />
      </div>
      <div className="segment__side">
        <p className="segment__state" data-state={state}>
          <Icon of={icons[state]} size="small" />
          {
            {
              missing: t('segment.missing'),
              translated: t('segment.translated'),
              stale: t('segment.stale'),
            }[state]
          }
        </p>
        <textarea
          className="segment__field"
          rows={1}
          aria-label={t('segment.field', { role: t(`role.${row.role}`) })}
          aria-describedby={`${id}-source`}
          {...wordsOf(language)}
          value={field.words}
          onChange={(event) => field.change(event.target.value)}
          onBlur={field.leave}
          onFocus={field.enter}
          onKeyDown={onKeyDown}
        />
        {field.problem === 'breaks' && (
          <Notice kind="wrong" title={t('breaks.what')} announced>
            <p>{t('breaks.do')}</p>
          </Notice>
        )}
        {field.problem === 'places' && (
          <Notice kind="warn" title={t('noPlace.what')} announced>
            <p>{t('noPlace.do')}</p>
          </Notice>
        )}
        {field.failure && <Failed failure={field.failure} retry={() => field.put(field.words)} />}
        <div className="segment__actions">
          {state === 'stale' && target !== null && (
            <Button look="quiet" onPress={() => field.put(field.words)}>
              {t('segment.right')}
            </Button>
          )}
          {state === 'missing' && field.words === '' && (
            <>
              {suggestion !== null && (
                <Button look="quiet" onPress={() => field.put(suggestion)}>
                  <span>
                    {t('segment.take')} <bdi lang={language}>{suggestion}</bdi>
                  </span>
                </Button>
              )}
              <Button look="quiet" onPress={() => field.put(row.source)}>
                {t('segment.same')}
              </Button>
            </>
          )}
        </div>
      </div>
    </li>
  );
}

const icons = { missing: CircleDashed, translated: CircleCheck, stale: CircleAlert };

/** Half a thought is saved at every pause, and at the latest when the field is left. */
function useSegment(row: TranslationRow, write: SegmentRowProps['write']) {
  /** Null: as it is stored. While the cursor is in the field, what is typed stays as it is typed. */
  const [draft, setDraft] = useState<string | null>(null);
  const [problem, setProblem] = useState<'breaks' | 'places' | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const unsaved = useRef<string | null>(null);
  const isInside = useRef(false);
  const now = useRef({ row, write });
  now.current = { row, write };

  const save = async (): Promise<void> => {
    clearTimeout(timer.current);
    const words = unsaved.current;
    if (words === null) return;
    unsaved.current = null;
    try {
      const written = await now.current.write(now.current.row, words);
      setFailure(null);
      setProblem(written.isWritten ? null : written.why);
      if (written.isWritten && unsaved.current === null && !isInside.current) setDraft(null);
    } catch (thrown) {
      setFailure(failureOf(thrown));
    }
  };
  const latest = useRef(save);
  latest.current = save;
  useEffect(() => {
    const flush = (): void => void latest.current();
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, []);

  return {
    words: draft ?? row.target ?? '',
    /** Whether something was typed that is not stored. */
    isChanged: unsaved.current !== null,
    problem,
    failure,
    change: (words: string): void => {
      setDraft(words);
      unsaved.current = words;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void latest.current(), pauseMilliseconds);
    },
    /** At once, and whether it was changed or not. */
    put: (words: string): void => {
      setDraft(words);
      unsaved.current = words;
      void save();
    },
    enter: (): void => {
      isInside.current = true;
    },
    leave: (): void => {
      isInside.current = false;
      if (unsaved.current === null && !problem && !failure) setDraft(null);
      void save();
    },
  };
}

function Change({ change, language }: { change: readonly DiffPart[]; language: string }) {
  const { t } = useTranslation('translate');
  return (
    <div className="segment__change">
      <p className="segment__role">{t('segment.change')}</p>
      <p {...wordsOf(language)}>
        {change.map(({ kind, text }, at) => {
          if (kind === 'gone') return <del key={at}>{text}</del>;
          if (kind === 'new') return <ins key={at}>{text}</ins>;
          return <span key={at}>{text}</span>;
        })}
      </p>
    </div>
  );
}

interface TermsProps {
  terms: readonly TermHint[];
  sourceLanguage: string;
  language: string;
}

function Terms({ terms, sourceLanguage, language }: TermsProps) {
  const { t } = useTranslation('translate');
  if (terms.length === 0) return null;
  return (
    <div className="segment__terms">
      <p className="segment__role">{t('segment.terms')}</p>
      <ul>
        {terms.map(({ term, translated }) => (
          <li key={term}>
            <bdi lang={sourceLanguage}>{term}</bdi>
            {': '}
            {translated === null ? (
              <i>{t('segment.noTerm')}</i>
            ) : (
              <bdi lang={language}>
                <b>{translated}</b>
              </bdi>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
