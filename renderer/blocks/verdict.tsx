// What came of an answer: the outcome in a word, how much is right, what next, and the explanation.
import { CircleCheck, CircleDashed, CircleX, Eye, type LucideIcon, RotateCcw } from 'lucide-react';
import { useContext } from 'react';
import { useTranslation } from 'react-i18next';
import type { ItemView, Verdict } from '../../core/views';
import { type HeadingLevel, ItemHeadingLevel } from '../prose/prose-context';
import { headingLevel } from '../prose/prose-view';
import { Words } from '../prose/words';
import { useFormat } from '../text/use-format';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import { lostPoints, type Outcome, outcomeOf } from './item-view';
import { useSureWords } from './sure';

const icons: Record<Outcome, LucideIcon> = {
  right: CircleCheck,
  partly: CircleDashed,
  'not-quite': CircleX,
  shown: Eye,
};

/** The outcome in words. */
export function useOutcomeWords(): (verdict: Verdict) => string {
  const { t } = useTranslation('item');
  return (verdict) => {
    const words: Record<Outcome, string> = {
      right: t('verdict.right'),
      partly: t('verdict.partly'),
      'not-quite': t('verdict.notQuite'),
      shown: t('verdict.shown'),
    };
    return words[outcomeOf(verdict)];
  };
}

interface VerdictProps {
  view: ItemView;
  verdict: Verdict;
  count: string | null;
  /** Just given, not from earlier. */
  isFresh: boolean;
  isRestarting: boolean;
  restart: () => void;
}

export function VerdictView(props: VerdictProps) {
  const { view, verdict, count, isFresh, isRestarting, restart } = props;
  const { t } = useTranslation('item');
  const title = useOutcomeWords();
  const level = useContext(ItemHeadingLevel);
  const aboutSure = useSureWords()(view);
  const outcome = outcomeOf(verdict);
  const Heading = `h${headingLevel(level + 1)}` as const;
  const { key } = verdict;
  return (
    <div className="verdict" data-verdict={outcome}>
      <div
        className={`verdict__result verdict__result--${outcome}`}
        data-fresh={isFresh || undefined}
      >
        <Icon of={icons[outcome]} />
        <div className="verdict__words">
          <Heading
            className="verdict__title"
            tabIndex={-1}
            data-focus={key ? 'answer reveal' : undefined}
          >
            {title(verdict)}
          </Heading>
          {count !== null && <p>{count}</p>}
          {!key && <NextTry triesLeft={view.triesLeft} />}
          {lostPoints(view) && <p>{t('points.firstTry')}</p>}
          {aboutSure !== null && <p>{aboutSure}</p>}
        </div>
      </div>
      {key && key.why.length > 0 && <Why verdict={verdict} level={headingLevel(level + 1)} />}
      {key && view.test === null && (
        <div>
          <Button look="quiet" isPending={isRestarting} onPress={restart}>
            <Icon of={RotateCcw} />
            {t('restart')}
          </Button>
        </div>
      )}
    </div>
  );
}

function NextTry({ triesLeft }: { triesLeft: number | null }) {
  const { t } = useTranslation('item');
  const format = useFormat();
  if (triesLeft === null) return <p>{t('verdict.again')}</p>;
  return <p>{t('verdict.triesLeft', { count: triesLeft, left: format.number(triesLeft) })}</p>;
}

function Why({ verdict, level }: { verdict: Verdict; level: HeadingLevel }) {
  const { t } = useTranslation('item');
  const Heading = `h${level}` as const;
  return (
    <div className="verdict__why">
      <Heading className="verdict__why-title">{t('why')}</Heading>
      <Words nodes={verdict.key?.why ?? []} />
    </div>
  );
}
