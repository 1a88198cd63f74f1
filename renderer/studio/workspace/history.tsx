// Earlier states of a text: what changed since, and back to it.
import { diffIndices } from 'node-diff3';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../client/client';
import { useQuery } from '../../client/use-query';
import { useFormat } from '../../text/use-format';
import { Button } from '../../ui/button';
import { Failed } from '../../ui/failed';
import { Pick } from '../../ui/pick';
import { Waiting } from '../../ui/waiting';

interface HistoryProps {
  folder: string;
  file: string;
  /** The text as it is now. */
  now: string;
  onTake: (text: string) => void;
}

export function History({ folder, file, now, onTake }: HistoryProps) {
  const { t } = useTranslation('studio');
  const format = useFormat();
  const query = useQuery('studio.history', { folder, file });
  const [chosen, setChosen] = useState<string | null>(null);
  const [earlier, setEarlier] = useState<string | null>(null);
  const versions = query.state === 'ready' ? query.value : [];
  const key = chosen ?? versions[0]?.key ?? null;
  useEffect(() => {
    if (key === null) return;
    let isAwaited = true;
    setEarlier(null);
    void ask('studio.version', { folder, file, key }).then(
      ({ text }) => {
        if (isAwaited) setEarlier(text);
      },
      () => {},
    );
    return () => {
      isAwaited = false;
    };
  }, [folder, file, key]);
  if (query.state === 'loading') return <Waiting />;
  if (query.state === 'failed') return <Failed failure={query.failure} retry={query.retry} />;
  return (
    <section className="history" aria-label={t('history.title')}>
      {key === null ? (
        <p>{t('history.none')}</p>
      ) : (
        <>
          <div className="history__head">
            <Pick
              label={t('history.version')}
              missingId={null}
              placeholder={t('history.version')}
              chosen={Math.max(
                0,
                versions.findIndex((version) => version.key === key),
              )}
              options={versions.map(({ at }) => {
                const words = format.dateTime(at);
                return { text: words, words, note: null };
              })}
              onPick={(at) => setChosen(versions[at]?.key ?? null)}
            />
            <Button
              isDisabled={earlier === null || earlier === now}
              onPress={() => earlier !== null && onTake(earlier)}
            >
              {t('history.take')}
            </Button>
          </div>
          {earlier !== null && <Difference before={earlier} after={now} />}
        </>
      )}
    </section>
  );
}

interface Row {
  kind: 'same' | 'gone' | 'new' | 'gap';
  line: string;
}

/** How many lines around a change are shown. */
const around = 2;

function rowsOf(before: string, after: string): Row[] {
  const [a, b] = [before.split('\n'), after.split('\n')];
  const rows: Row[] = [];
  let at = 0;
  const same = (from: number, to: number): void => {
    for (let line = from; line < to; line++) rows.push({ kind: 'same', line: b[line] ?? '' });
  };
  for (const { buffer1Content, buffer2, buffer2Content } of diffIndices(a, b)) {
    const [start, length] = buffer2;
    if (start - at > 2 * around + 1) {
      same(at, at === 0 ? 0 : at + around);
      rows.push({ kind: 'gap', line: '' });
      same(start - around, start);
    } else same(at, start);
    for (const line of buffer1Content) rows.push({ kind: 'gone', line });
    for (const line of buffer2Content) rows.push({ kind: 'new', line });
    at = start + length;
  }
  if (rows.length > 0) same(at, Math.min(b.length, at + around));
  return rows;
}

function Difference({ before, after }: { before: string; after: string }) {
  const { t } = useTranslation('studio');
  const rows = useMemo(() => rowsOf(before, after), [before, after]);
  if (rows.length === 0) return <p>{t('history.same')}</p>;
  return (
    <ol className="history__rows" aria-label={t('history.difference')}>
      {rows.map((row, at) => (
        <li key={at} className="history__row" data-kind={row.kind}>
          {row.kind === 'gone' && <del>{row.line || ' '}</del>}
          {row.kind === 'new' && <ins>{row.line || ' '}</ins>}
          {row.kind === 'same' && <span>{row.line || ' '}</span>}
          {row.kind === 'gap' && <span aria-hidden="true">⋯</span>}
        </li>
      ))}
    </ol>
  );
}
