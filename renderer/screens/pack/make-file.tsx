// A course made into a file of another kind: the choices, the button, how far it is, and that it is saved.
import type { LucideIcon } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Input } from '../../../core/inputs';
import { ask, newId } from '../../client/client';
import { type Making as Kind, noteBegun, noteEnded, useUnderWay } from '../../client/under-way';
import { useAction } from '../../client/use-action';
import { useSession } from '../../frame/session';
import { Button } from '../../ui/button';
import { Failed } from '../../ui/failed';
import { HandOn } from '../../ui/hand-on';
import { Icon } from '../../ui/icon';
import { Notice } from '../../ui/notice';
import { Making } from './making';

export interface SharedCourse {
  course: string;
  title: string;
}

interface MakeFileProps extends SharedCourse {
  kind: Kind;
  /** As the person has chosen. */
  order: Pick<Input<'export.start'>, 'format' | 'paper'>;
  save: 'export.save' | 'sheet.save';
  icon: LucideIcon;
  words: { title: string; lead: string; make: string };
  /** The choices. */
  children: ReactNode;
}

export function MakeFile(props: MakeFileProps) {
  const { course, title, kind, order, save, icon, words, children } = props;
  const { t } = useTranslation('studio');
  const { language } = useSession();
  const [page] = useLocation();
  // As it was chosen when it was begun: what is saved does not pass for another choice.
  const chosen = JSON.stringify(order);
  const [begun, setBegun] = useState<string | null>(null);
  const [saved, setSaved] = useState<string | null>(null);
  const isSaved = saved === chosen;
  const starting = useAction();
  const now = useUnderWay().find((each) => each.course === course && each.making === kind);
  // Where the focus goes, from the one to the other and back.
  const [makeId, nowId, savedId] = [`make-${kind}`, `making-${kind}`, `saved-${kind}`];
  const start = (): void => {
    const id = newId();
    setBegun(chosen);
    void starting.run(async () => {
      await ask('export.start', { export: id, course, language, ...order });
      noteBegun({ id, course, title, making: kind, page });
    });
  };
  const end = (id: string, hasSaved: boolean): void => {
    setSaved(hasSaved ? (begun ?? chosen) : null);
    noteEnded(id);
  };
  return (
    <section className="pack__part" aria-labelledby={kind}>
      <h2 id={kind}>{words.title}</h2>
      <p>{words.lead}</p>
      {children}
      {now && (
        <HandOn key={now.id} to={[savedId, makeId]}>
          <Making id={now.id} save={save} at={nowId} onEnd={(hasSaved) => end(now.id, hasSaved)} />
        </HandOn>
      )}
      {!now && isSaved && (
        <HandOn to={[makeId]}>
          <Notice id={savedId} kind="right" title={t('elsewhere.saved')} announced>
            <div>
              <Button onPress={() => setSaved(null)}>{t('elsewhere.again')}</Button>
            </div>
          </Notice>
        </HandOn>
      )}
      {!now && !isSaved && (
        <HandOn to={[nowId]}>
          <div className="pack__buttons">
            <Button id={makeId} onPress={start} isPending={starting.state.at === 'working'}>
              <Icon of={icon} />
              {words.make}
            </Button>
          </div>
        </HandOn>
      )}
      {starting.state.at === 'failed' && (
        <Failed failure={starting.state.failure} retry={starting.state.again} />
      )}
    </section>
  );
}
