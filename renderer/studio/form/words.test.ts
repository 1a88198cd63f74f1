// Whatever a form can show of a kind has words: fields, lists, attributes and their values.
import { expect, test } from 'vitest';
import { allKinds, partKinds } from '../../../core/course/blocks';
import { samples } from '../../../core/course/samples';
import { attributesOf } from '../../../core/studio/block-form/attribute-types';
import { readForm } from '../../../core/studio/block-form/read-form';
import { shapeOf } from '../../../core/studio/block-form/shapes';
import { fieldsIn, listsIn } from '../../../tests/form-places';
import words from '../../text/en/studio-form.json';
import { controlOf, newEntryParts, partsOf } from './parts';

const kinds = allKinds.filter((kind) => !Object.hasOwn(partKinds, kind));
const blocks = Object.values(samples).flat();

const nameOf = (path: readonly (string | number)[]): string => String(path.at(-1));

test.each(kinds)('%s', (kind) => {
  const empty = readForm(`::: ${kind} #a\n:::`).form;
  const full = readForm(blocks.find((each) => each.kind === kind)?.markdown ?? '').form;
  if (!empty || !full) throw new Error('no form');
  const fields = [...fieldsIn(empty), ...fieldsIn(full)].map(({ path }) => nameOf(path));
  const lists = [...listsIn(empty), ...listsIn(full)].map(({ path }) => path);
  const asked = lists.flatMap((path) =>
    newEntryParts(
      kind,
      path.filter((step) => typeof step === 'string'),
    ).map(({ name }) => name),
  );
  for (const name of [...fields, ...asked]) {
    expect(words.field, name).toHaveProperty(name);
    const control = controlOf(name);
    if (control.is !== 'oneOf') continue;
    for (const value of control.values) expect(words.value).toHaveProperty(value);
  }
  for (const path of lists) {
    expect(words.list).toHaveProperty(nameOf(path));
    expect(words.one).toHaveProperty(nameOf(path));
  }
  for (const { name, type } of attributesOf(kind)) {
    expect(words.attribute).toHaveProperty(name);
    if (type.is !== 'oneOf' || name === 'competence') continue;
    for (const value of type.values) expect(words.value).toHaveProperty(value);
  }
});

test.each(kinds)('%s shows every field and list that its form has', (kind) => {
  const { form } = readForm(blocks.find((each) => each.kind === kind)?.markdown ?? '');
  if (!form || !shapeOf(kind)) throw new Error('no form');
  const shown = partsOf(form).map((part) => ('field' in part ? part.field : part.list));
  expect([...shown].sort()).toEqual(
    [...Object.keys(form.fields), ...Object.keys(form.lists)].sort(),
  );
});

test('a new entry can be asked for in every list', () => {
  const without = blocks.flatMap(({ kind, markdown }) => {
    const { form } = readForm(markdown);
    const paths = form ? listsIn(form).map(({ path }) => path) : [];
    return paths
      .map((path) => path.filter((step) => typeof step === 'string'))
      .filter((names) => newEntryParts(kind, names).length === 0)
      .map((names) => names.join('.'));
  });
  expect(without).toEqual([]);
});
