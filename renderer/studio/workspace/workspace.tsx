// Where a course is written: its files, the text, and beside it what the learner will see.
import './workspace.css';
import {
  ChevronLeft,
  CirclePlay,
  Eye,
  FilePenLine,
  Gauge,
  Languages,
  ListTree,
  Share2,
} from 'lucide-react';
import {
  type ComponentProps,
  memo,
  type RefObject,
  useCallback,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { StudioCourseView } from '../../../core/studio/views';
import { ask } from '../../client/client';
import { useAction } from '../../client/use-action';
import { useQuery } from '../../client/use-query';
import { paths } from '../../frame/paths';
import { Screen, Shown } from '../../frame/screen';
import { LinkButton } from '../../ui/button';
import { Failed } from '../../ui/failed';
import { Icon } from '../../ui/icon';
import { Waiting } from '../../ui/waiting';
import { shared } from '../preview/shared';
import { Outline } from './outline';
import { useSteady } from './use-steady';
import { useText } from './use-text';
import { WrittenText } from './written-text';

interface WorkspaceProps {
  folder: string;
  /** Null: the first lesson, or what the course is about. */
  file: string | null;
  /** Where the cursor begins. */
  line: number | null;
}

export function Workspace({ folder, file, line }: WorkspaceProps) {
  const query = useQuery('studio.course', { folder });
  return (
    <Shown query={query}>
      {(course) => <Course read={course} file={file ?? firstFile(course)} line={line} />}
    </Shown>
  );
}

const firstFile = ({ texts }: StudioCourseView): string =>
  texts[0]?.files.find(({ lesson }) => lesson !== null)?.file ?? 'course.md';

/** What a narrow window shows one of. */
type Part = 'files' | 'text' | 'page';

interface CourseProps {
  /** As it was read last: after each saving anew. */
  read: StudioCourseView;
  file: string;
  line: number | null;
}

function Course({ read, file, line }: CourseProps) {
  const held = useRef(read);
  const course = useMemo(() => {
    held.current = shared(held.current, read);
    return held.current;
  }, [read]);
  const { t } = useTranslation(['studio', 'quality', 'translate']);
  const [, go] = useLocation();
  const { folder } = course;
  const [part, setPart] = useState<Part>('text');
  const changing = useAction();
  const saving = useRef(async () => {});
  const flush = useCallback(() => saving.current(), []);
  const open = useCallback(
    (next: string) => {
      setPart('text');
      go(paths.studio(folder, next));
    },
    [go, folder],
  );
  const order = useSteady((files: string[]): void => {
    void changing.run(async () => {
      await flush();
      const { renamed } = await ask('studio.order-lessons', { folder, files });
      const next = renamed[file];
      if (next !== undefined) go(paths.studio(folder, next), { replace: true });
    });
  });
  const add = useSteady(
    (title: string): Promise<boolean> =>
      changing.run(async () => {
        const added = await ask('studio.add-lesson', { folder, title });
        open(added.file);
      }),
  );
  const row = course.texts.flatMap(({ files }) => files).find((each) => each.file === file);
  const title = row && row.lesson !== null ? row.title : t('outline.course');
  return (
    <Screen
      ownPlace
      wide
      title={`${title} · ${course.title}`}
      heading={
        <div className="workspace__head">
          <Link href={paths.studio()} className="workspace__back">
            <Icon of={ChevronLeft} directed size="small" />
            {t('title')}
          </Link>
          <h1 tabIndex={-1} className="workspace__title" dir="auto">
            {course.title}
          </h1>
          <LinkButton look="quiet" href={paths.quality(folder)}>
            <Icon of={Gauge} size="small" />
            {t('quality:open')}
          </LinkButton>
          <LinkButton look="quiet" href={paths.shareFrom(folder, course.id)}>
            <Icon of={Share2} size="small" />
            {t('share')}
          </LinkButton>
          <LinkButton look="quiet" href={paths.translate(folder)}>
            <Icon of={Languages} size="small" />
            {t('translate:open')}
          </LinkButton>
          <LinkButton href={paths.tryOut({ folder, file }, course.id, row?.lesson ?? undefined)}>
            <Icon of={CirclePlay} size="small" />
            {t('try.start')}
          </LinkButton>
        </div>
      }
    >
      {changing.state.at === 'failed' && (
        <Failed failure={changing.state.failure} retry={changing.state.again} />
      )}
      <fieldset className="workspace__parts" aria-label={t('parts.title')}>
        {(
          [
            ['files', ListTree, t('parts.files')],
            ['text', FilePenLine, t('parts.text')],
            ['page', Eye, t('parts.page')],
          ] as const
        ).map(([each, icon, words]) => (
          <button
            key={each}
            type="button"
            className="workspace__part"
            aria-pressed={part === each}
            onClick={() => setPart(each)}
          >
            <Icon of={icon} size="small" />
            {words}
          </button>
        ))}
      </fieldset>
      <div className="workspace" data-part={part}>
        <Outline
          course={course}
          file={file}
          flush={flush}
          onOpen={open}
          onOrder={order}
          onAdd={add}
        />
        <Open course={course} file={file} begin={line} saving={saving} onOpen={open} />
      </div>
    </Screen>
  );
}

interface OpenProps extends Omit<ComponentProps<typeof WrittenText>, 'text'> {
  /** Takes how what is being written is saved: around the text, nothing is drawn again at a keystroke. */
  saving: RefObject<() => Promise<void>>;
}

const Open = memo(function Open({ saving, ...props }: OpenProps) {
  const { course, file, begin } = props;
  const text = useText(course.folder, file);
  useLayoutEffect(() => {
    saving.current = async () => {
      if (text.state === 'ready') await text.flush();
    };
  }, [saving, text]);
  if (text.state === 'loading') return <Waiting />;
  if (text.state === 'failed') return <Failed failure={text.failure} retry={text.retry} />;
  return <WrittenText key={`${course.folder}/${file}/${begin}`} {...props} text={text} />;
});
