// Questions answered with numbers and letters: order, match, sort.
import { useTranslation } from 'react-i18next';
import { Words, WordsInLine } from '../prose/words';
import { useFormat } from '../text/use-format';
import { How, keyOf, letterOf, type PaperProps, Said, Slot, saidOf } from './parts';

export function OrderPaper({ view }: PaperProps<'order'>) {
  const { t } = useTranslation('paper');
  const format = useFormat();
  const right = keyOf(view)?.answer;
  return (
    <>
      <How>{t('how.order')}</How>
      <ul className="paper__options">
        {view.shown.entries.map((entry, at) => (
          <li key={at}>
            <Slot>{right && format.number(right.indexOf(at) + 1)}</Slot>
            <div>
              <Words nodes={entry} />
              <Said nodes={saidOf(view, at)} />
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

export function MatchPaper({ view }: PaperProps<'match'>) {
  const { t } = useTranslation('paper');
  const right = keyOf(view)?.answer;
  const { heads, left, right: others } = view.shown;
  return (
    <>
      <How>{t('how.match')}</How>
      <div className="paper__sides">
        <div>
          <p className="paper__side-head">
            <WordsInLine nodes={heads[0]} />
          </p>
          <ul className="paper__options">
            {left.map((cell, at) => {
              const partner = right?.[at] ?? null;
              return (
                <li key={at}>
                  <Slot>{partner !== null && letterOf(partner)}</Slot>
                  <div>
                    <WordsInLine nodes={cell} />
                    <Said nodes={saidOf(view, at)} />
                  </div>
                </li>
              );
            })}
          </ul>
        </div>
        <div>
          <p className="paper__side-head">
            <WordsInLine nodes={heads[1]} />
          </p>
          <Lettered>
            {others.map((cell, at) => (
              <WordsInLine key={at} nodes={cell} />
            ))}
          </Lettered>
        </div>
      </div>
    </>
  );
}

export function SortPaper({ view }: PaperProps<'sort'>) {
  const { t } = useTranslation('paper');
  const right = keyOf(view)?.answer;
  return (
    <>
      <How>{t('how.sort')}</How>
      <Lettered>
        {view.shown.groups.map((group, at) => (
          <Words key={at} nodes={group} />
        ))}
      </Lettered>
      <ul className="paper__options">
        {view.shown.items.map((item, at) => {
          const group = right?.[at] ?? null;
          return (
            <li key={at}>
              <Slot>{group !== null && letterOf(group)}</Slot>
              <div>
                <Words nodes={item} />
                <Said nodes={saidOf(view, at)} />
              </div>
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** What the letters stand for. */
const Lettered = ({ children }: { children: React.ReactElement[] }) => (
  <ul className="paper__options paper__options--lettered">
    {children.map((each, at) => (
      <li key={each.key}>
        <strong className="paper__letter">{letterOf(at)}</strong>
        <div>{each}</div>
      </li>
    ))}
  </ul>
);
