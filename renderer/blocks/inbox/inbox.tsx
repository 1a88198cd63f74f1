// `inbox`: a mail program to practise in. Each message gets a verdict, and what gave it away is pointed at.
import './inbox.css';
import './mail.css';
import './debrief.css';
import { CircleCheck, MailOpen } from 'lucide-react';
import { useCallback, useContext, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InboxTally } from '../../../core/course/blocks/inbox';
import type { MailAction } from '../../../core/course/blocks/inbox-verdicts';
import { ItemHeadingLevel } from '../../prose/prose-context';
import { headingLevel } from '../../prose/prose-view';
import { useFormat } from '../../text/use-format';
import { Icon } from '../../ui/icon';
import type { Block, BlockWords, FormProps } from '../block';
import { PracticeFrame } from '../practice-frame';
import { Debrief } from './debrief';
import { begin, decided, type Folder, judgedIn, missing, nextAfter, pointed } from './inbox-view';
import { Folders, MailList } from './mail-list';
import { ReadingPane } from './reading-pane';
import { useInboxWords } from './use-inbox-words';

type Arrival = 'message' | 'list' | 'clues';

function Form(props: FormProps<'inbox'>) {
  const { view, answer, onAnswer, missing: open, missingId, labelId } = props;
  const { t } = useTranslation('item');
  const { done } = useInboxWords();
  const level = useContext(ItemHeadingLevel);
  const { shown, verdict: last } = view;
  const { messages } = shown;
  const [reading, setReading] = useState<number | null>(null);
  const [folder, setFolder] = useState<Folder>('open');
  const [seen, setSeen] = useState<ReadonlySet<number>>(new Set());
  const [isPointing, setPointing] = useState(false);
  const [told, setTold] = useState('');
  const box = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const clues = useRef<HTMLButtonElement>(null);
  /** Where the focus goes once the page shows it. */
  const [arrival, setArrival] = useState<{ to: Arrival } | null>(null);

  useLayoutEffect(() => {
    if (!arrival) return;
    if (arrival.to === 'list') list.current?.focus();
    else if (arrival.to === 'clues') clues.current?.focus();
    else {
      const target = box.current?.querySelector<HTMLElement>('[data-arrive]');
      target?.focus({ preventScroll: true });
      target?.scrollIntoView({ block: 'nearest' });
    }
  }, [arrival]);

  // A try that was not right leads to what is to be looked at again.
  const tried = JSON.stringify(last?.answer ?? null);
  const [shownTry, setShownTry] = useState('null');
  if (tried !== shownTry) {
    setShownTry(tried);
    if (last && !last.right) {
      setFolder('again');
      setReading(null);
      setPointing(false);
    }
  }

  // Asked for the verdict too early: the open messages come into sight.
  const isMissing = open.length > 0;
  const [wasMissing, setWasMissing] = useState(isMissing);
  if (isMissing !== wasMissing) {
    setWasMissing(isMissing);
    if (isMissing) {
      setFolder('open');
      setReading(null);
    }
  }

  const read = (at: number): void => {
    setReading(at);
    setSeen(new Set(seen).add(at));
    setPointing(false);
    // Where the list gives way to the message, the focus goes with it.
    if (list.current && box.current && box.current.clientWidth < narrow(box.current)) {
      setArrival({ to: 'message' });
    }
  };

  const moveOn = (from: number, next: number | null, word: string): void => {
    const home: Folder = folder === 'again' && next !== null ? 'again' : 'open';
    setFolder(home);
    setReading(next);
    setPointing(false);
    if (next !== null) setSeen(new Set(seen).add(from).add(next));
    setTold(
      next === null
        ? `${word} ${t('inbox.empty.open')}`
        : `${word} ${t('inbox.nextIs', { subject: messages[next]?.subject ?? '' })}`,
    );
    setArrival({ to: 'message' });
  };

  const decide = (at: number, action: MailAction | null): void => {
    const before = answer[at];
    const after = decided(answer, at, action);
    onAnswer(after);
    if (action === null) {
      setTold(t('inbox.undone'));
      return;
    }
    const word = t('inbox.told', { verdict: done[action] });
    const asksForClues = action !== 'safe' && before?.clues.length === 0;
    if (asksForClues) {
      setPointing(true);
      setTold(word);
      setArrival({ to: 'clues' });
    } else if (before?.verdict === null || folder === 'again') {
      moveOn(at, nextAfter(folder, after, last, at), word);
    } else setTold(word);
  };

  const current = reading === null ? undefined : messages[reading];
  const given = reading === null ? undefined : answer[reading];
  const isDone = missing(shown, answer).length === 0;
  const firstOpen = open[0];
  const onPoint = useCallback(
    (place: string) => {
      if (reading !== null) onAnswer(pointed(shown, answer, reading, place));
    },
    [reading, shown, answer, onAnswer],
  );
  const Heading = `h${headingLevel(level + 1)}` as 'h3' | 'h4' | 'h5' | 'h6';
  const next = reading === null ? null : nextAfter(folder, answer, last, reading);
  return (
    <PracticeFrame title={t('inbox.program')}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be named by the question above it */}
      <div
        ref={box}
        role="group"
        aria-labelledby={labelId}
        className="inbox"
        data-reading={current ? '' : undefined}
        data-done={isDone && folder === 'open' ? '' : undefined}
      >
        <div className="inbox__side">
          <Folders
            answer={answer}
            last={last}
            folder={folder}
            onFolder={(chosen) => {
              setFolder(chosen);
              setReading(null);
            }}
            missing={folder === 'open' ? undefined : firstOpen}
          />
          <MailList
            messages={messages}
            answer={answer}
            last={last}
            folder={folder}
            reading={reading}
            onRead={read}
            isSeen={(at) => seen.has(at)}
            listRef={list}
            missing={folder === 'open' ? firstOpen : undefined}
            missingId={open.length > 0 ? missingId : undefined}
          />
        </div>
        <div className="inbox__pane">
          {current && given && reading !== null ? (
            <ReadingPane
              message={current}
              heading={Heading}
              given={given}
              last={judgedIn(last, answer, reading)}
              isPointing={isPointing}
              onPointing={setPointing}
              onDecide={(action) => decide(reading, action)}
              onPoint={onPoint}
              onNext={given.verdict === null ? null : () => moveOn(reading, next, '')}
              hasNext={next !== null}
              onBack={() => {
                setReading(null);
                setArrival({ to: 'list' });
              }}
              cluesRef={clues}
            />
          ) : (
            <Nothing isDone={isDone} folder={folder} />
          )}
        </div>
        <p className="for-ears" role="status">
          {told}
        </p>
      </div>
    </PracticeFrame>
  );
}

/** The width in pixels below which list and message do not stand side by side; see inbox.css. */
const narrow = (box: HTMLElement): number =>
  40 * Number.parseFloat(getComputedStyle(box.ownerDocument.documentElement).fontSize);

function Nothing({ isDone, folder }: { isDone: boolean; folder: Folder }) {
  const { t } = useTranslation('item');
  return (
    <p className="inbox__nothing" tabIndex={-1} data-arrive="" data-quiet-focus="">
      <Icon of={isDone && folder === 'open' ? CircleCheck : MailOpen} size="large" />
      {folder === 'again'
        ? t('inbox.chooseAgain')
        : isDone && folder === 'open'
          ? t('inbox.allSorted')
          : t('inbox.choose')}
    </p>
  );
}

/** So many open messages are named; of more only the number is said. */
const fewOpen = 3;

function useWords(): BlockWords<'inbox'> {
  const { t } = useTranslation('item');
  const format = useFormat();
  return {
    missing: ({ messages }, parts) => {
      const values = { count: parts.length, number: format.number(parts.length) };
      if (parts.length > fewOpen) return t('inbox.missing.many', values);
      const subjects = parts.map((at) =>
        t('inbox.quoted', { subject: messages[at]?.subject ?? '' }),
      );
      return t('inbox.missing.few', { ...values, subjects: format.list(subjects) });
    },
    count: (_view, { answer, tally }) => {
      if (answer === null || !tally) return null;
      const of = tally as InboxTally;
      const numbers = (count: number, all: number) => ({
        count: all,
        number: format.number(count),
        all: format.number(all),
      });
      return [
        of.harmful > 0 && t('inbox.count.caught', numbers(of.caught, of.harmful)),
        of.genuine > 0 && of.trusted === of.genuine
          ? t('inbox.count.trustedAll', numbers(of.trusted, of.genuine))
          : of.genuine > 0 && t('inbox.count.trusted', numbers(of.trusted, of.genuine)),
        of.alarms > 0 &&
          t('inbox.count.alarms', { count: of.alarms, number: format.number(of.alarms) }),
        of.reports > 0 &&
          t('inbox.count.reports', { count: of.reports, number: format.number(of.reports) }),
        of.pointed > 0 && t('inbox.count.found', numbers(of.found, of.pointed)),
      ]
        .filter((sentence) => sentence !== false)
        .join(' ');
    },
  };
}

export const inbox: Block<'inbox'> = { Form, Settled: Debrief, begin, missing, useWords };
