// A list of the form: its entries one by one, to change, move, remove, and add to.
import { ArrowDown, ArrowUp, CircleAlert, Plus, Trash2 } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { FieldValue, FormChange, FormEntry, Path } from '../../../core/studio/block-form/form';
import { useFormat } from '../../text/use-format';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { Field } from './field';
import { type EntryPart, entryParts, newEntryParts, wordsOf } from './parts';

interface EntryListProps {
  kind: string;
  /** The last step is the name of the list. */
  path: Path;
  entries: readonly FormEntry[];
  language: string;
  /** False where the text cannot take the change. */
  onChange: (change: FormChange) => boolean;
  /** Tells what was done, for those who do not see it. */
  onSaid: (words: string) => void;
  /** A button was in vain. */
  onRefused: () => void;
}

type Act = 'up' | 'down' | 'remove';

export function EntryList(props: EntryListProps) {
  const { path, entries, onChange, onSaid, onRefused } = props;
  const { t } = useTranslation('studio-form');
  const format = useFormat();
  const id = useId();
  const name = String(path.at(-1));
  const list = useRef<HTMLFieldSetElement>(null);
  const [wanted, setWanted] = useState<{ at: number; act: Act } | null>(null);

  // The keyboard goes along with the entry that was moved, or to the next one when it is gone.
  useEffect(() => {
    if (!wanted) return;
    setWanted(null);
    const entry = list.current?.querySelectorAll(':scope > ol > li')[wanted.at];
    const buttons = entry?.querySelector(':scope > .block-form__entry-head');
    const own = buttons?.querySelector<HTMLElement>(`[data-act="${wanted.act}"]:not(:disabled)`);
    const other =
      buttons?.querySelector<HTMLElement>('button:not(:disabled)') ??
      list.current?.querySelector<HTMLElement>(':scope > .button') ??
      list.current?.querySelector<HTMLElement>(':scope > h3');
    (own ?? other)?.focus();
  }, [wanted]);

  const nameOf = (at: number): string =>
    t('numbered', { one: t(`one.${name}`), number: format.number(at + 1) });
  const move = (from: number, by: -1 | 1): void => {
    const to = from + by;
    if (!onChange({ change: 'move', path, from, to })) {
      onRefused();
      return;
    }
    setWanted({ at: to, act: by < 0 ? 'up' : 'down' });
    onSaid(t('said.moved', { number: format.number(to + 1) }));
  };
  const remove = (at: number): void => {
    if (!onChange({ change: 'remove', path, at })) {
      onRefused();
      return;
    }
    setWanted({ at: Math.min(at, entries.length - 2), act: 'remove' });
    onSaid(t('said.removed', { one: nameOf(at) }));
  };
  const add = (fields: Record<string, FieldValue>): boolean => {
    const isAdded = onChange({ change: 'add', path, at: entries.length, fields });
    if (isAdded) onSaid(t('said.added', { one: nameOf(entries.length) }));
    return isAdded;
  };

  return (
    <fieldset ref={list} aria-labelledby={id} className="block-form__list">
      <h3 id={id} tabIndex={-1} className="block-form__list-name">
        {t(`list.${name}`)}
      </h3>
      {entries.length > 0 && (
        <ol className="block-form__entries">
          {entries.map((entry, at) => (
            <li key={at} className="block-form__entry">
              <div className="block-form__entry-head">
                <span className="block-form__entry-name">{nameOf(at)}</span>
                <ActButton
                  act="up"
                  words={t('up', { one: nameOf(at) })}
                  isDisabled={at === 0}
                  onPress={() => move(at, -1)}
                />
                <ActButton
                  act="down"
                  words={t('down', { one: nameOf(at) })}
                  isDisabled={at === entries.length - 1}
                  onPress={() => move(at, 1)}
                />
                <ActButton
                  act="remove"
                  words={t('remove', { one: nameOf(at) })}
                  onPress={() => remove(at)}
                />
              </div>
              <Entry {...props} entry={entry} at={at} label={nameOf(at)} />
            </li>
          ))}
        </ol>
      )}
      <NewEntry {...props} onAdd={add} />
    </fieldset>
  );
}

const actIcons = { up: ArrowUp, down: ArrowDown, remove: Trash2 } as const;

interface ActButtonProps {
  act: Act;
  words: string;
  isDisabled?: boolean;
  onPress: () => void;
}

const ActButton = ({ act, words, isDisabled = false, onPress }: ActButtonProps) => (
  <AriaButton
    className="icon-act block-form__act"
    data-act={act}
    aria-label={words}
    isDisabled={isDisabled}
    onPress={onPress}
  >
    <Icon of={actIcons[act]} size="small" />
  </AriaButton>
);

interface EntryProps extends EntryListProps {
  entry: FormEntry;
  at: number;
  /** Names its text. */
  label: string;
}

function Entry({ entry, at, label, ...list }: EntryProps) {
  const { kind, path, language, onChange, onRefused } = list;
  const isScene = path[0] === 'scenes' || path[0] === 'messages';
  return (
    <>
      {entryParts(kind, String(path[0]), entry).map(({ name, control }) => (
        <Field
          key={name}
          name={name}
          {...(name === 'text' && !isScene && { namedBy: label })}
          control={control}
          value={entry.fields[name] ?? null}
          language={language}
          onChange={(value) => onChange({ change: 'field', path: [...path, at, name], value })}
          onRefused={onRefused}
        />
      ))}
      {Object.entries(entry.lists).map(([name, entries]) => (
        <EntryList key={name} {...list} path={[...path, at, name]} entries={entries} />
      ))}
    </>
  );
}

interface NewEntryProps extends EntryListProps {
  onAdd: (fields: Record<string, FieldValue>) => boolean;
}

function NewEntry(props: NewEntryProps) {
  const { kind, path } = props;
  const { t } = useTranslation('studio-form');
  const [isOpen, setOpen] = useState(false);
  const [isLeft, setLeft] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const lists = path.filter((step): step is string => typeof step === 'string');
  const parts = newEntryParts(kind, lists);

  useEffect(() => {
    if (isLeft) button.current?.focus();
    setLeft(false);
  }, [isLeft]);

  if (parts.length === 0) return null;
  if (isOpen) {
    const close = (): void => {
      setOpen(false);
      setLeft(true);
    };
    return <NewEntryForm {...props} parts={parts} onClose={close} />;
  }
  return (
    <Button ref={button} look="quiet" onPress={() => setOpen(true)}>
      <Icon of={Plus} size="small" />
      {t('add', { one: t(`one.${String(path.at(-1))}`) })}
    </Button>
  );
}

interface NewEntryFormProps extends NewEntryProps {
  parts: readonly EntryPart[];
  onClose: () => void;
}

/** An entry is asked for first, then written into the text as a whole. */
function NewEntryForm({ path, language, parts, onAdd, onClose }: NewEntryFormProps) {
  const { t } = useTranslation('studio-form');
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [fields, setFields] = useState<Record<string, FieldValue>>({});
  const [isRefused, setRefused] = useState(false);
  const one = t(`one.${String(path.at(-1))}`);
  const isEmpty = !parts.some(({ name }) => wordsOf(fields[name]).trim() !== '');

  useEffect(() => {
    form.current?.querySelector<HTMLElement>('textarea, input')?.focus();
    form.current?.scrollIntoView({ block: 'nearest' });
  }, []);

  return (
    <form
      ref={form}
      className="block-form__entry block-form__entry--new"
      aria-labelledby={id}
      onSubmit={(event) => {
        event.preventDefault();
        if (isEmpty) return;
        if (onAdd(fields)) onClose();
        else setRefused(true);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) onClose();
      }}
    >
      <span id={id} className="block-form__entry-name">
        {t('new', { one })}
      </span>
      {parts.map(({ name, control }) => (
        <Field
          key={name}
          name={name}
          {...(name === 'text' && path[0] !== 'scenes' && { namedBy: one })}
          control={control}
          value={fields[name] ?? null}
          language={language}
          isAtOnce
          onChange={(value) => {
            setRefused(false);
            setFields((now) => ({ ...now, [name]: value }));
            return true;
          }}
          onRefused={() => setRefused(true)}
        />
      ))}
      {isRefused && (
        <p role="alert" className="text-field__error">
          <Icon of={CircleAlert} size="small" />
          {t('refused.add')}
        </p>
      )}
      <div className="block-form__buttons">
        <Button type="submit" look="primary" isDisabled={isEmpty}>
          {t('addNow')}
        </Button>
        <Button look="quiet" onPress={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
