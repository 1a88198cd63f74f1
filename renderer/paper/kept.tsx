// What nobody grades, on paper: lists to tick, thoughts, plans, polls, cards.
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeptKindName } from '../../core/course/kept';
import type { Prose } from '../../core/course/prose';
import type { KeptView, KeptViewOf } from '../../core/views';
import { Words, WordsInLine } from '../prose/words';
import { useFormat } from '../text/use-format';
import { Box, How, Line, Lines, linesFor, Told } from './parts';

interface KeptProps {
  view: KeptView;
  /** On an answer sheet. */
  model: readonly Prose[];
}

export function KeptPaper({ view, model }: KeptProps) {
  switch (view.kind) {
    case 'checklist':
      return <ChecklistPaper view={view} />;
    case 'reflect':
      return <ReflectPaper model={model} />;
    case 'poll':
      return <PollPaper view={view} />;
    case 'plan':
      return <PlanPaper view={view} />;
    case 'cards':
      return <CardsPaper view={view} />;
  }
}

interface Props<K extends KeptKindName> {
  view: KeptViewOf<K>;
}

const ChecklistPaper = ({ view }: Props<'checklist'>) => (
  <ul className="paper__options">
    {view.shown.items.map((item, at) => (
      <li key={at}>
        <Box />
        <div>
          <Words nodes={item} />
        </div>
      </li>
    ))}
  </ul>
);

function ReflectPaper({ model }: { model: readonly Prose[] }) {
  const { t } = useTranslation('paper');
  if (model.length === 0) return <Lines count={5} />;
  return (
    <Told title={t('model')}>
      <Words nodes={model} />
    </Told>
  );
}

function PollPaper({ view: { shown } }: Props<'poll'>) {
  const { t } = useTranslation('paper');
  const format = useFormat();
  if (shown.type === 'list') {
    return (
      <>
        <How>{t('how.one')}</How>
        <ul className="paper__options">
          {shown.options.map((option, at) => (
            <li key={at}>
              <Box />
              <div>
                <Words nodes={option} />
              </div>
            </li>
          ))}
        </ul>
      </>
    );
  }
  const { from, to, low, high } = shown;
  return (
    <div className="paper__scale">
      <Words nodes={low} />
      <ol className="paper__steps">
        {Array.from({ length: to - from + 1 }, (_, at) => (
          <li key={at}>
            <Box /> {format.number(from + at)}
          </li>
        ))}
      </ol>
      <Words nodes={high} />
    </div>
  );
}

const PlanPaper = ({ view }: Props<'plan'>) => (
  <ul className="paper__plan">
    {view.shown.lines.map(({ words }, at) => (
      <li key={at}>
        {words.map((part, place) => (
          <Fragment key={place}>
            {place > 0 && <Line />} <WordsInLine nodes={part} />
          </Fragment>
        ))}
      </li>
    ))}
  </ul>
);

function CardsPaper({ view }: Props<'cards'>) {
  const { t } = useTranslation('paper');
  return (
    <>
      <How>{t('how.cards')}</How>
      <dl className="paper__cards">
        {view.shown.cards.map(({ key, term, meaning }) => (
          <div key={key}>
            <dt>
              <WordsInLine nodes={term} />
            </dt>
            <dd>
              {meaning.length === 0 ? <Lines count={linesFor('')} /> : <Words nodes={meaning} />}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
