// `plan`: lines to fill in; kept, printed, and asked about again after some days.
import './plan.css';
import { ClipboardList, Printer } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  fieldLength,
  fieldsOf,
  type PlanAnswer,
  reviewDue,
} from '../../../core/course/kept/plan-answer';
import { WordsInLine } from '../../prose/words';
import { useFormat } from '../../text/use-format';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { Keeping } from './keeping';
import type { KeptBlock, KeptProps } from './kept-block';
import { KeptLine, type LineProps } from './plan-line';
import { usePrint } from './plan-print';
import { firstFields, fitted, isBlankPlan, isEmpty, isLabel, written } from './plan-view';
import { useWriting } from './use-writing';
import { WritingField } from './writing-field';

function Body({ view, labelId, actions }: KeptProps<'plan'>) {
  const { t } = useTranslation('kept');
  const id = useId();
  const missingId = `${id}-missing`;
  const box = useRef<HTMLDivElement>(null);
  const [goTo, setGoTo] = useState<'field' | 'plan' | null>(null);
  const { lines } = view.shown;
  const count = fieldsOf(lines);
  const writing = useWriting<PlanAnswer>({
    kept: view.answer,
    draft: view.draft,
    empty: { fields: [], review: null },
    isBlank: isBlankPlan,
    actions: { ...actions, save: (answer) => actions.save(fitted(answer, count)) },
  });
  const answer = fitted(writing.answer, count);
  const first = firstFields(lines);
  useEffect(() => {
    if (goTo === null) return;
    const target = goTo === 'field' ? 'textarea' : '[data-plan]';
    box.current?.querySelector<HTMLElement>(target)?.focus();
    setGoTo(null);
  }, [goTo]);

  const keep = async (): Promise<void> => {
    setGoTo((await writing.keep()) ? 'plan' : 'field');
  };
  if (!writing.isOpen && view.answer !== null) {
    return (
      <div ref={box} className="plan">
        <div className="plan__lines plan__lines--kept" data-plan tabIndex={-1} data-quiet-focus>
          {lines.map((line, at) => (
            <KeptLine key={at} line={line} fields={answer.fields} from={first[at] ?? 0} />
          ))}
        </div>
        <Again view={view} />
        <KeptActions
          view={view}
          change={() => {
            writing.open();
            setGoTo('field');
          }}
        />
      </div>
    );
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears that the focus leaves
    <div ref={box} className="plan" onBlur={writing.flush}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be named by the label above it */}
      <div role="group" aria-labelledby={labelId} className="plan__lines">
        {lines.map((line, at) => (
          <OpenLine
            key={at}
            line={line}
            id={`${id}-${at}`}
            fields={answer.fields}
            from={first[at] ?? 0}
            missingId={writing.isMissing ? missingId : null}
            onWrite={(field, text) => writing.change(written(answer, field, text))}
          />
        ))}
      </div>
      <Keeping
        writing={{
          ...writing,
          leave: () => {
            writing.leave();
            setGoTo('plan');
          },
        }}
        missingId={missingId}
        missing={t('plan.missing')}
        keepWords={t('plan.keep')}
        keep={() => void keep()}
        mayLeave={view.answer !== null}
      />
    </div>
  );
}

interface OpenLineProps extends LineProps {
  id: string;
  missingId: string | null;
  onWrite: (field: number, text: string) => void;
}

function OpenLine({ line, id, fields, from, missingId, onWrite }: OpenLineProps) {
  const wordsId = (at: number) => `${id}-${at}`;
  const { words } = line;
  /** The words up to the field name it; a line that begins with a field is named by what follows. */
  const namesOf = (field: number): string => {
    const before = words.slice(0, field + 1).flatMap((each, at) => (isEmpty(each) ? [] : [at]));
    return (before.length > 0 ? before : [field + 1]).map(wordsId).join(' ');
  };
  return (
    <div className={`plan__line${isLabel(line) ? ' plan__line--label' : ''}`}>
      {words.map((each, at) => (
        <div key={at} className="plan__part">
          {at > 0 && (
            <WritingField
              labelledBy={namesOf(at - 1)}
              missingId={missingId}
              value={fields[from + at - 1] ?? ''}
              onChange={(text) => onWrite(from + at - 1, text)}
              most={fieldLength}
              lines={1}
            />
          )}
          {!isEmpty(each) && (
            <div className="plan__words">
              <WordsInLine nodes={each} id={wordsId(at)} />
            </div>
          )}
        </div>
      ))}
    </div>
  );
}

/** When it is asked how it went, or what was said when it was. */
function Again({ view }: Pick<KeptProps<'plan'>, 'view'>) {
  const { t } = useTranslation('kept');
  const format = useFormat();
  const { answer, keptAt, shown } = view;
  if (answer === null || keptAt === null) return null;
  const due = reviewDue({ ...shown }, answer, keptAt);
  return (
    <>
      {answer.review !== null && (
        <p className="kept__note">{t('plan.said', { said: t(`review.${answer.review}`) })}</p>
      )}
      {due !== null && <p className="kept__note">{t('plan.asks', { date: format.date(due) })}</p>}
    </>
  );
}

function KeptActions({ view, change }: Pick<KeptProps<'plan'>, 'view'> & { change: () => void }) {
  const { t } = useTranslation('kept');
  const { sheet, print } = usePrint(view);
  return (
    <div className="kept__actions">
      <Button onPress={print}>
        <Icon of={Printer} />
        {t('plan.print')}
      </Button>
      <Button look="quiet" onPress={change}>
        {t('plan.change')}
      </Button>
      {sheet}
    </div>
  );
}

export const plan: KeptBlock<'plan'> = { icon: ClipboardList, Body };
