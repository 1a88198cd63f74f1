// One question on paper, whatever its kind, with its number, its points and, on an answer sheet, why.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaperTask } from '../../core/paper/sheet-page';
import { Words } from '../prose/words';
import { useFormat } from '../text/use-format';
import { AddressPaper, ChoicePaper, FormPaper, TrueFalsePaper } from './choices';
import { KeptPaper } from './kept';
import { MatchPaper, OrderPaper, SortPaper } from './lists';
import { MailPaper } from './mail';
import { keyOf, Told } from './parts';
import { CellsPaper, HotspotPaper } from './places';
import { StoryPaper } from './story';
import { BlanksPaper, EstimatePaper, MarkPaper, PasswordPaper, RepairPaper } from './texts';

export function Task({ task }: { task: PaperTask }) {
  const { t } = useTranslation(['paper', 'item']);
  const format = useFormat();
  if (task.type === 'group') return <Group task={task} />;
  const { number, view } = task;
  if (task.type === 'kept') {
    return (
      <Frame number={number} kind={view.kind} note="">
        <Words nodes={view.question} />
        <KeptPaper view={task.view} model={task.model} />
      </Frame>
    );
  }
  const { points, question } = task.view;
  const worth =
    points > 0 ? t('item:points.all', { count: points, points: format.number(points) }) : '';
  const why = keyOf(task.view)?.why ?? [];
  return (
    <Frame number={number} kind={view.kind} note={worth}>
      <Words nodes={question} />
      {task.aboutFigures && <p className="paper__note">{t('onScreen.figures')}</p>}
      <Item task={task} />
      {why.length > 0 && (
        <Told title={t('item:why')}>
          <Words nodes={why} />
        </Told>
      )}
    </Frame>
  );
}

interface FrameProps {
  number: number;
  kind: string;
  /** Beside the heading. */
  note: string;
  children: ReactNode;
}

function Frame({ number, kind, note, children }: FrameProps) {
  const { t } = useTranslation('item');
  const format = useFormat();
  return (
    <section className="paper__task" data-kind={kind}>
      <div className="paper__task-head">
        <h3>{t('label', { number: format.number(number) })}</h3>
        {note !== '' && <span>{note}</span>}
      </div>
      {children}
    </section>
  );
}

function Group({ task }: { task: Extract<PaperTask, { type: 'group' }> }) {
  const { t } = useTranslation('paper');
  const format = useFormat();
  const { kind, of, pick, pass } = task;
  const words =
    kind === 'test'
      ? t('group.test', { count: of, of: format.number(of), pass: format.percent(pass / 100) })
      : t('group.pool', {
          count: of,
          of: format.number(of),
          pick: format.number(pick ?? of),
        });
  return <p className="paper__note paper__note--group">{words}</p>;
}

function Item({ task: { view, scenes } }: { task: Extract<PaperTask, { type: 'item' }> }) {
  switch (view.kind) {
    case 'choice':
      return <ChoicePaper view={view} />;
    case 'truefalse':
      return <TrueFalsePaper view={view} />;
    case 'order':
      return <OrderPaper view={view} />;
    case 'match':
      return <MatchPaper view={view} />;
    case 'blanks':
      return <BlanksPaper view={view} />;
    case 'sort':
      return <SortPaper view={view} />;
    case 'mark':
      return <MarkPaper view={view} />;
    case 'form':
      return <FormPaper view={view} />;
    case 'address':
      return <AddressPaper view={view} />;
    case 'hotspot':
      return <HotspotPaper view={view} />;
    case 'inbox':
      return <MailPaper view={view} />;
    case 'sheet':
      return <CellsPaper view={view} />;
    case 'estimate':
      return <EstimatePaper view={view} />;
    case 'scenario':
      return <StoryPaper view={view} scenes={scenes} />;
    case 'repair':
      return <RepairPaper view={view} />;
    case 'password':
      return <PasswordPaper view={view} />;
  }
}
