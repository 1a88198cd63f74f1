// The files of a course by language: open one, add a lesson, put lessons in another order.
import { ArrowDown, ArrowUp, CircleAlert, GripVertical, Plus, TriangleAlert } from 'lucide-react';
import { memo, useId, useState } from 'react';
import {
  Button as AriaButton,
  GridList,
  GridListItem,
  useDragAndDrop,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { StudioCourseView, StudioFileRow, StudioTextRows } from '../../../core/studio/views';
import { directionOf, languageName } from '../../text/languages';
import { useFormat } from '../../text/use-format';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { TextField } from '../../ui/text-field';
import { moved, movedTo } from './outline-view';
import { QuestionFiles } from './question-files';

interface OutlineProps {
  course: StudioCourseView;
  file: string;
  /** Saves what is being written. */
  flush: () => Promise<void>;
  onOpen: (file: string) => void;
  onOrder: (files: string[]) => void;
  onAdd: (title: string) => Promise<boolean>;
}

const isLesson = ({ texts }: StudioCourseView, file: string): boolean =>
  texts.some(({ files }) => files.some((row) => row.file === file && row.lesson !== null));

/** A keystroke in the text changes nothing here. */
export const Outline = memo(function Outline(props: OutlineProps) {
  const { course, file, flush, onOpen, onOrder, onAdd } = props;
  const { t } = useTranslation('studio');
  return (
    <nav className="outline" aria-label={t('outline.title')}>
      {course.texts.map((rows, at) => (
        <Language
          key={rows.folder}
          rows={rows}
          isOwn={at === 0}
          file={file}
          onOpen={onOpen}
          onOrder={onOrder}
        />
      ))}
      <AddLesson onAdd={onAdd} />
      <QuestionFiles
        folder={course.folder}
        lesson={isLesson(course, file) ? file : null}
        flush={flush}
        onMade={onOpen}
      />
    </nav>
  );
});

interface LanguageProps extends Pick<OutlineProps, 'file' | 'onOpen' | 'onOrder'> {
  rows: StudioTextRows;
  isOwn: boolean;
}

function Language({ rows, isOwn, file, onOpen, onOrder }: LanguageProps) {
  const { t, i18n } = useTranslation('studio');
  const format = useFormat();
  const id = useId();
  const lessons = rows.files.filter(({ lesson }) => lesson !== null);
  const others = rows.files.filter(({ lesson }) => lesson === null);
  const files = lessons.map((row) => row.file);
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': String(key) })),
    onReorder: ({ keys, target }) => {
      const [key] = keys;
      if (key !== undefined) {
        onOrder(movedTo(files, String(key), String(target.key), target.dropPosition));
      }
    },
    isDisabled: !isOwn,
  });
  return (
    <section className="outline__language" aria-labelledby={id}>
      <h2 id={id} className="outline__title">
        {languageName(rows.language, i18n.language)}
      </h2>
      <GridList
        aria-labelledby={id}
        className="outline__files"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[file]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : keys;
          if (key !== undefined) onOpen(String(key));
        }}
        {...(isOwn && { dragAndDropHooks })}
        items={[...others.slice(0, 1), ...lessons, ...others.slice(1)]}
      >
        {(row) => (
          <GridListItem
            id={row.file}
            textValue={row.title}
            className="outline__file"
            data-stale={row.stale || undefined}
          >
            {isOwn && (
              <AriaButton
                slot="drag"
                className="icon-act outline__grip"
                aria-label={t('outline.drag', { title: nameOf(row, t) })}
                isDisabled={row.lesson === null}
              >
                <Icon of={GripVertical} size="small" />
              </AriaButton>
            )}
            <span className="outline__name" dir={directionOf(rows.language)} lang={rows.language}>
              {nameOf(row, t)}
            </span>
            <Marks row={row} />
            {isOwn && row.lesson !== null && row.file === file && (
              <span className="outline__moves">
                <AriaButton
                  className="icon-act"
                  aria-label={t('outline.up', { title: row.title })}
                  isDisabled={files[0] === row.file}
                  onPress={() => onOrder(moved(files, row.file, -1))}
                >
                  <Icon of={ArrowUp} size="small" />
                </AriaButton>
                <AriaButton
                  className="icon-act"
                  aria-label={t('outline.down', { title: row.title })}
                  isDisabled={files.at(-1) === row.file}
                  onPress={() => onOrder(moved(files, row.file, 1))}
                >
                  <Icon of={ArrowDown} size="small" />
                </AriaButton>
              </span>
            )}
          </GridListItem>
        )}
      </GridList>
      {rows.missing.length > 0 && (
        <p className="outline__missing">
          {t('outline.missing', {
            count: rows.missing.length,
            lessons: format.number(rows.missing.length),
          })}
        </p>
      )}
    </section>
  );
}

function nameOf(
  row: StudioFileRow,
  t: (key: 'outline.course' | 'outline.glossary') => string,
): string {
  if (row.lesson !== null) return row.title;
  return row.file.endsWith('glossary.md') ? t('outline.glossary') : t('outline.course');
}

function Marks({ row }: { row: StudioFileRow }) {
  const { t } = useTranslation('studio');
  const format = useFormat();
  const { errors, warnings } = row;
  if (errors === 0 && warnings === 0 && !row.stale) return null;
  const isError = errors > 0;
  const count = isError ? errors : warnings;
  if (count === 0) return <span className="outline__stale">{t('outline.stale')}</span>;
  const values = { count, number: format.number(count) };
  return (
    <span
      className="outline__marks"
      data-severity={isError ? 'error' : 'warning'}
      title={isError ? t('outline.errors', values) : t('outline.warnings', values)}
    >
      <Icon of={isError ? CircleAlert : TriangleAlert} size="small" />
      <span
        role="img"
        aria-label={isError ? t('outline.errors', values) : t('outline.warnings', values)}
      >
        {format.number(count)}
      </span>
    </span>
  );
}

function AddLesson({ onAdd }: Pick<OutlineProps, 'onAdd'>) {
  const { t } = useTranslation('studio');
  const [title, setTitle] = useState<string | null>(null);
  if (title === null) {
    return (
      <div>
        <Button look="quiet" onPress={() => setTitle('')}>
          <Icon of={Plus} size="small" />
          {t('outline.add')}
        </Button>
      </div>
    );
  }
  return (
    <form
      className="outline__add"
      onSubmit={(event) => {
        event.preventDefault();
        if (title.trim() === '') return;
        void onAdd(title.trim()).then((isAdded) => {
          if (isAdded) setTitle(null);
        });
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setTitle(null);
      }}
    >
      <TextField label={t('outline.newTitle')} value={title} onChange={setTitle} autoFocus />
      <div className="outline__buttons">
        <Button type="submit" look="primary" isDisabled={title.trim() === ''}>
          {t('outline.addNow')}
        </Button>
        <Button look="quiet" onPress={() => setTitle(null)}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
