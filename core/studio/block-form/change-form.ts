// Changes one field of a block in its text, and proves by reading it again that nothing else changed.
import { attributesOf } from './attribute-types';
import type { BlockForm, FieldValue, FormChange, FormEntry, Path } from './form';
import { attributeEdit, idEdit } from './opening';
import { type FormSpots, readForm, readSpots } from './read-form';
import { type Edit, edited, fieldText, type Source } from './source';
import type { EntrySpot, FieldSpot, ListSpot } from './spots';

/**
 * The text with the change in it. Undefined where that would change more than was asked for: words
 * that would begin a list, a heading or a block, or that would end one.
 */
export function changeForm(text: string, change: FormChange): string | undefined {
  const spots = readSpots(text);
  if (typeof spots === 'string') return undefined;
  const edit = editFor(spots, change);
  if (edit === 'none') return text;
  if (!edit) return undefined;
  const changed = edited(text, edit);
  const { form } = readForm(changed);
  return form && isWhatWasAsked(spots.form, form, change) ? changed : undefined;
}

type Spots = Pick<EntrySpot, 'fields' | 'lists'>;

function spotsAt(spots: Spots, steps: Path): Spots | undefined {
  const [list, at, ...rest] = steps;
  if (list === undefined) return spots;
  const entry = ownValue(spots.lists, list)?.entries[Number(at)];
  return entry && spotsAt(entry, rest);
}

const ownValue = <Value>(
  record: Record<string, Value>,
  name: string | number,
): Value | undefined => (Object.hasOwn(record, name) ? record[name] : undefined);

function fieldAt(spots: Spots, path: Path): FieldSpot | undefined {
  const inside = spotsAt(spots, path.slice(0, -1));
  return inside && ownValue(inside.fields, path.at(-1) ?? '');
}

function listAt(spots: Spots, path: Path): ListSpot | undefined {
  const inside = spotsAt(spots, path.slice(0, -1));
  return inside && ownValue(inside.lists, path.at(-1) ?? '');
}

/** An empty field is the same as none. */
const sameValue = (one: FieldValue | undefined, other: FieldValue | undefined): boolean =>
  (typeof one === 'string' ? fieldText(one) : (one ?? '')) ===
  (typeof other === 'string' ? fieldText(other) : (other ?? ''));

function editFor(spots: FormSpots, change: FormChange): Edit | 'none' | undefined {
  const { form, opening, source } = spots;
  switch (change.change) {
    case 'field': {
      const field = fieldAt(spots, change.path);
      return field && sameValue(field.value, change.value) ? 'none' : field?.write(change.value);
    }
    case 'id':
      return change.value === form.id ? 'none' : idEdit(opening, change.value);
    case 'attribute': {
      const type = attributesOf(form.kind).find(({ name }) => name === change.name)?.type;
      if (!type) return undefined;
      const old = form.attributes.find(({ name }) => name === change.name)?.value ?? null;
      if (old === change.value) return 'none';
      return attributeEdit(source, opening, change.name, change.value, type.is === 'flag');
    }
    case 'add': {
      const list = listAt(spots, change.path);
      if (!list || change.at < 0 || change.at > list.entries.length) return undefined;
      return list.add(change.at, change.fields);
    }
    case 'remove': {
      const list = listAt(spots, change.path);
      return list && removal(source, list, change.at);
    }
    case 'move': {
      const list = listAt(spots, change.path);
      if (!list?.entries[change.from] || !list.entries[change.to]) return undefined;
      return change.from === change.to ? 'none' : rearranged(source, list, change.from, change.to);
    }
  }
}

/** With the blank lines before the next entry, or before the last one. */
function removal(source: Source, { entries }: ListSpot, at: number): Edit | undefined {
  const entry = entries[at];
  if (!entry) return undefined;
  const [above, below] = [entries[at - 1], entries[at + 1]];
  const from = below || !above ? entry.lines.from : above.lines.to;
  const to = below?.lines.from ?? entry.lines.to;
  return { from: source.start(from), to: source.start(to), text: '' };
}

/** Entries change places; what stands between them, and their numbers, stay. */
function rearranged(source: Source, list: ListSpot, from: number, to: number): Edit | undefined {
  const { entries, marker } = list;
  const pieces = entries.map(({ lines }) => source.slice(lines));
  const between = entries
    .slice(1)
    .map(({ lines }, at) =>
      source.text.slice(source.end((entries[at]?.lines.to ?? 0) - 1), source.start(lines.from)),
    );
  const order = entries.map((_, at) => at);
  order.splice(to, 0, ...order.splice(from, 1));
  const text = order.map((each, at) => {
    const piece = pieces[each] ?? '';
    const number = marker?.exec(pieces[at] ?? '')?.[2];
    const own = number === undefined || !marker ? piece : withNumber(piece, marker, number);
    return own + (between[at] ?? '');
  });
  const [first] = entries;
  const last = entries.at(-1);
  if (!first || !last) return undefined;
  return {
    from: source.start(first.lines.from),
    to: source.end(last.lines.to - 1),
    text: text.join(''),
  };
}

const withNumber = (piece: string, marker: RegExp, number: string): string =>
  piece.replace(marker, (_, indent: string) => indent + number);

/** The form as it must be after the change; what is new in an added entry is taken from `after`. */
function isWhatWasAsked(before: BlockForm, after: BlockForm, change: FormChange): boolean {
  // A form is plain JSON.
  const wanted = JSON.parse(JSON.stringify(before)) as BlockForm;
  switch (change.change) {
    case 'id':
      wanted.id = change.value;
      break;
    case 'attribute':
      for (const each of wanted.attributes) {
        if (each.name === change.name) each.value = change.value;
      }
      break;
    case 'field': {
      const [inside, now] = [wanted, after].map((each) => entryAt(each, change.path.slice(0, -1)));
      const name = String(change.path.at(-1));
      const value = now && ownValue(now.fields, name);
      if (!inside || value === undefined || !sameValue(value, change.value)) return false;
      inside.fields[name] = value;
      break;
    }
    default: {
      const [list, now] = [wanted, after].map((each) =>
        ownValue(entryAt(each, change.path.slice(0, -1))?.lists ?? {}, change.path.at(-1) ?? ''),
      );
      if (!list || !now) return false;
      if (change.change === 'remove') list.splice(change.at, 1);
      else if (change.change === 'move') list.splice(change.to, 0, ...list.splice(change.from, 1));
      else {
        const made = now[change.at];
        const holds = change.path.at(-1) === 'messages' ? messageHolds : entryHolds;
        if (!made || !Object.entries(change.fields).every((asked) => holds(made, asked))) {
          return false;
        }
        list.splice(change.at, 0, made);
      }
    }
  }
  return JSON.stringify(wanted) === JSON.stringify(after);
}

type Asked = [name: string, value: FieldValue];

const entryHolds = ({ fields }: FormEntry, [name, value]: Asked): boolean =>
  sameValue(fields[name], value);

/** A message is asked for in parts; but for what it is, all of them stand in its text. */
function messageHolds({ fields }: FormEntry, [name, value]: Asked): boolean {
  if (Object.hasOwn(fields, name)) return sameValue(fields[name], value);
  const text = String(fields.text ?? '');
  return fieldText(String(value ?? ''))
    .split('\n')
    .every((line) => text.includes(line.trim()));
}

function entryAt(entry: FormEntry, steps: Path): FormEntry | undefined {
  const [list, at, ...rest] = steps;
  if (list === undefined) return entry;
  const inside = ownValue(entry.lists, list)?.[Number(at)];
  return inside && entryAt(inside, rest);
}
