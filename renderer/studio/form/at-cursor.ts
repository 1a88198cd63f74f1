// What the cursor stands in that has a form: a picture, a table, a block.
import { type PictureInText, picturesAt } from '../../../core/studio/picture/pictures';
import { tableAt } from '../../../core/studio/table/find-tables';
import type { TableGrid } from '../../../core/studio/table/grid';
import { type BlockAt, blockAt } from './block-at';
import { isTable } from './parts';

export const formViews = ['picture', 'table', 'block'] as const;
export type FormView = (typeof formViews)[number];

export interface AtCursor {
  /** Where the cursor stands, from 1. */
  line: number;
  pictures: PictureInText[];
  table: TableGrid | null;
  block: BlockAt | null;
}

export const atCursor = (text: string, line: number): AtCursor => ({
  line,
  pictures: picturesAt(text, line),
  table: tableAt(text, line),
  block: blockAt(text, line),
});

/** The views there are, the one that is meant first: a question says more of its table than cells do. */
export function viewsOf({ pictures, table, block }: AtCursor): FormView[] {
  const is = {
    picture: pictures.length > 0,
    table: table !== null,
    block: block !== null,
  };
  const views = formViews.filter((view) => is[view]);
  const form = block?.reading.form;
  if (!form) return views;
  const hasRows = Object.keys(form.lists).some((list) => isTable(form.kind, list));
  const saysAll = is.picture ? Object.hasOwn(form.fields, 'alt') : is.table && hasRows;
  return saysAll ? ['block', ...views.filter((view) => view !== 'block')] : views;
}
