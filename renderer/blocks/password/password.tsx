// `password`: a phrase is tried out in a field that keeps it to itself. Out of this component goes
// only whether it is strong enough: no letter of it, no length, no score.
import './password.css';
import { Eye, EyeOff, Lock } from 'lucide-react';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { Input } from 'react-aria-components';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../frame/session';
import { useProse } from '../../prose/prose-context';
import { useFormat } from '../../text/use-format';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import type { Block, BlockWords, FormProps, SettledProps } from '../block';
import { Mark } from '../mark';
import { type Judge, type Judgement, loadJudge } from './judge';
import { Meter } from './meter';
import { answerFor, begin, isSame, knownWords, missing } from './password-view';

/** Who listens hears about a phrase once they pause. */
const pause = 1000;

function Form(props: FormProps<'password'>) {
  const { view, answer, onAnswer, onCheck, missing: open, missingId, labelId } = props;
  const { t } = useTranslation('item');
  const format = useFormat();
  const id = useId();
  const { learner } = useSession();
  const { course } = useProse();
  const field = useRef<HTMLInputElement>(null);
  const [isShown, setIsShown] = useState(false);
  const [judge, setJudge] = useState<Judge | 'loading' | 'failed' | null>(null);
  const [judgement, setJudgement] = useState<Judgement | null>(null);
  const latest = useRef({ answer, onAnswer, onCheck });
  useLayoutEffect(() => {
    latest.current = { answer, onAnswer, onCheck };
  });

  const known = knownWords(view.shown, learner.name, course);
  const tell = (score: number | null): void => {
    const next = answerFor(score, view.shown);
    if (!isSame(next, latest.current.answer)) latest.current.onAnswer(next);
  };
  const look = (by: Judge | typeof judge): void => {
    const phrase = field.current?.value ?? '';
    const found = phrase !== '' && typeof by === 'function' ? by(phrase, known) : null;
    setJudgement(found);
    tell(found?.score ?? null);
  };
  const lookAtNow = useRef(look);
  useLayoutEffect(() => {
    lookAtNow.current = look;
  });

  useEffect(() => {
    const input = field.current;
    // What was typed before is not here any more, so nothing is reached yet.
    if (latest.current.answer !== null) latest.current.onAnswer(null);
    return () => {
      if (input) input.value = '';
    };
  }, []);

  const load = (): void => {
    if (typeof judge === 'function' || judge === 'loading') return;
    setJudge('loading');
    loadJudge().then(
      (loaded) => {
        setJudge(() => loaded);
        lookAtNow.current(loaded);
      },
      () => setJudge('failed'),
    );
  };

  const isMissing = open.length > 0;
  const needed = t(`password.strength.${view.shown.min}`);
  return (
    <div className="password" data-part={0}>
      <p className="password__promise" id={`${id}-promise`}>
        <Icon of={Lock} />
        <span>{t('password.promise')}</span>
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be named by the question above it */}
      <div role="group" aria-labelledby={labelId} className="password__row">
        <label className="password__label" htmlFor={id}>
          {t('password.label')}
        </label>
        <div className="password__line">
          <Input
            ref={field}
            id={id}
            type={isShown ? 'text' : 'password'}
            className="password__input"
            dir="auto"
            autoComplete="off"
            autoCapitalize="off"
            autoCorrect="off"
            spellCheck={false}
            maxLength={200}
            aria-invalid={isMissing}
            aria-describedby={isMissing ? `${missingId} ${id}-promise` : `${id}-promise`}
            onFocus={load}
            onInput={() => look(judge)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
              flushSync(() => look(judge));
              latest.current.onCheck();
            }}
          />
          <Button aria-pressed={isShown} onPress={() => setIsShown(!isShown)}>
            <Icon of={isShown ? EyeOff : Eye} />
            {t('password.show')}
          </Button>
        </div>
      </div>
      <p className="password__needed">
        {t('password.needed', { strength: needed })}{' '}
        {view.shown.forbid.length > 0 &&
          t('password.forbidden', { words: format.list(view.shown.forbid) })}
      </p>
      {judge === 'loading' && <p className="password__note">{t('password.loading')}</p>}
      {judge === 'failed' && (
        <p className="password__note" role="alert">
          {t('password.failed')}
        </p>
      )}
      <Meter judgement={judgement} min={view.shown.min} />
      <Told judgement={judgement} min={view.shown.min} />
    </div>
  );
}

/** Reads out how the phrase stands, once nothing more is typed. */
function Told({ judgement, min }: { judgement: Judgement | null; min: number }) {
  const { t } = useTranslation('item');
  const [told, setTold] = useState('');
  const words =
    judgement === null
      ? ''
      : `${t('password.is', { strength: t(`password.strength.${judgement.score}`) })} ${
          judgement.score >= min ? t('password.enough') : t('password.notEnough')
        }`;
  useEffect(() => {
    const timer = setTimeout(() => setTold(words), pause);
    return () => clearTimeout(timer);
  }, [words]);
  return (
    <p className="for-ears" role="status">
      {told}
    </p>
  );
}

function Settled({ view, given }: SettledProps<'password'>) {
  const { t } = useTranslation('item');
  const strength = t(`password.strength.${view.shown.min}`);
  return (
    <div className="password">
      {given?.reached ? (
        <p>
          <Mark right>{t('password.reached', { strength })}</Mark>
        </p>
      ) : (
        <p>{t('password.any', { strength })}</p>
      )}
      <p className="password__promise">
        <Icon of={Lock} />
        <span>{t('password.gone')}</span>
      </p>
    </div>
  );
}

function useWords(): BlockWords<'password'> {
  const { t } = useTranslation('item');
  return {
    missing: () => t('password.missing'),
    count: ({ shown }, { answer }) =>
      answer !== null && !answer.reached
        ? t('password.needed', { strength: t(`password.strength.${shown.min}`) })
        : null,
  };
}

export const password: Block<'password'> = { Form, Settled, begin, missing, useWords };
