// Questions answered in words or numbers: gaps, passages to mark, texts to repair, estimates, passwords.
import { type ReactNode, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { useCheckName } from '../blocks/repair/use-check-name';
import { GapContext, UnitContext } from '../prose/prose-context';
import { Words, WordsInLine } from '../prose/words';
import { useFormat } from '../text/use-format';
import { How, keyOf, Line, Lines, linesFor, type PaperProps, Said, saidOf, Told } from './parts';

export function BlanksPaper({ view }: PaperProps<'blanks'>) {
  const { t } = useTranslation('paper');
  const right = keyOf(view)?.answer;
  const drawGap = (gap: number): ReactNode => {
    const shown = view.shown.gaps[gap];
    const answer = right?.[gap] ?? null;
    if (shown?.type !== 'options') {
      return <Line isShort={shown?.type === 'number'}>{answer}</Line>;
    }
    return (
      <span className="paper__one-of">
        {shown.options.map((option, at) => (
          <span key={at}>
            {at > 0 && ' / '}
            {answer === at ? <mark className="paper__right">{option}</mark> : option}
          </span>
        ))}
      </span>
    );
  };
  const hasOptions = view.shown.gaps.some(({ type }) => type === 'options');
  return (
    <>
      <How>{hasOptions ? t('how.gapsOptions') : t('how.gaps')}</How>
      <GapContext value={drawGap}>
        <div className="paper__text">
          <Words nodes={view.shown.text} />
        </div>
      </GapContext>
      {view.shown.gaps.map((_, at) => (
        <Said key={at} nodes={saidOf(view, at)} />
      ))}
    </>
  );
}

export function MarkPaper({ view }: PaperProps<'mark'>) {
  const { t } = useTranslation('paper');
  const key = keyOf(view);
  const right = new Set(key?.answer ?? []);
  const usual = useContext(UnitContext);
  const drawUnit = (unit: number, words: ReactNode): ReactNode =>
    right.has(unit) ? <mark className="paper__right">{words}</mark> : usual(unit, words);
  const how = {
    word: t('how.markWord'),
    line: t('how.markLine'),
    sentence: t('how.markSentence'),
  };
  return (
    <>
      <How>{how[view.shown.unit]}</How>
      <UnitContext value={drawUnit}>
        <div className="paper__text">
          <Words nodes={view.shown.text} />
        </div>
      </UnitContext>
      {(key?.parts ?? []).map(({ feedback }, at) => (
        <Said key={at} nodes={feedback} />
      ))}
    </>
  );
}

export function RepairPaper({ view }: PaperProps<'repair'>) {
  const { t } = useTranslation(['paper', 'item']);
  const nameOf = useCheckName();
  const key = keyOf(view);
  const { text, checks } = view.shown;
  return (
    <>
      <div className="paper__text paper__text--typed">
        <WordsInLine nodes={[{ type: 'text', text }]} />
      </div>
      <How>{t('how.repair')}</How>
      <ul className="paper__checks">
        {checks.map((check, at) => (
          <li key={at}>
            {nameOf(key ? { ...check, phrases: key.due.phrases[at] ?? check.phrases } : check)}
            <Said nodes={saidOf(view, at)} />
          </li>
        ))}
      </ul>
      {key ? (
        key.due.model !== '' && (
          <Told title={t('item:repair.model')}>
            <div className="paper__text--typed">
              <WordsInLine nodes={[{ type: 'text', text: key.due.model }]} />
            </div>
          </Told>
        )
      ) : (
        <Lines count={linesFor(text)} />
      )}
    </>
  );
}

export function EstimatePaper({ view }: PaperProps<'estimate'>) {
  const { t } = useTranslation(['paper', 'item']);
  const format = useFormat();
  const key = keyOf(view);
  const { unit, range } = view.shown;
  return (
    <>
      {range && (
        <How>
          {t('item:estimate.between', {
            from: format.number(range.from),
            to: format.number(range.to),
          })}
        </How>
      )}
      <p className="paper__guess">
        {key ? t('item:estimate.truth') : t('item:estimate.guess')}:{' '}
        <Line isShort>{key && format.number(key.due.answer)}</Line>{' '}
        <WordsInLine nodes={[{ type: 'text', text: unit }]} />
      </p>
      {key && (
        <p>
          {t('item:estimate.near')}:{' '}
          {t('item:estimate.between', {
            from: format.number(key.due.near.from),
            to: format.number(key.due.near.to),
          })}
        </p>
      )}
    </>
  );
}

/** A phrase on paper is a phrase that others read. */
export function PasswordPaper(_: PaperProps<'password'>) {
  const { t } = useTranslation('paper');
  return <p className="paper__note">{t('onScreen.password')}</p>;
}
