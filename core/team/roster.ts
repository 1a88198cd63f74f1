// The list of people that a training office holds: who belongs to which unit. A table in a CSV file.
import Papa from 'papaparse';

export interface RosterRow {
  /** As the statements name the person; compared without regard to capitals. */
  account: string;
  name: string;
  unit: string;
  /** Another word to sort by; '' for none. */
  group: string;
}

export type RosterMistake =
  /** Of the whole file: nothing of it can be used. */
  | { kind: 'no-columns' | 'too-large' | 'not-utf-8'; line: 1; detail: string }
  /** From this line on nothing was read. */
  | { kind: 'too-many'; line: number; detail: string }
  | { kind: LineMistake; line: number; detail: string };

type LineMistake = 'no-account' | 'no-unit' | 'too-long' | 'twice';

export interface Roster {
  rows: RosterRow[];
  /** Lines that were left out, and why. */
  mistakes: RosterMistake[];
}

export const rosterLimits = { characters: 50_000_000, rows: 500_000, cell: 200 } as const;

type Column = keyof RosterRow;

/** What the columns may be called, in small letters without accents. */
const names: Record<Column, readonly string[]> = {
  account: [
    ...['account', 'account name', 'user', 'username', 'login', 'id', 'cuenta', 'usuario'],
    ...['compte', 'utilisateur', 'konto', 'benutzer', 'kennung', 'conta', 'utilizador', 'الحساب'],
  ],
  name: [
    ...['name', 'display name', 'full name', 'person', 'nombre', 'nom', 'nome', 'الاسم'],
    ...['anzeigename', 'nom complet', 'nombre completo', 'nome completo'],
  ],
  unit: [
    ...['unit', 'department', 'team', 'office', 'unidad', 'departamento', 'unite', 'service'],
    ...['einheit', 'abteilung', 'referat', 'unidade', 'الوحدة', 'القسم'],
  ],
  group: ['group', 'role', 'grupo', 'groupe', 'gruppe', 'المجموعة'],
};

export const accountKey = (account: string): string => account.trim().normalize().toLowerCase();

const folded = (title: string): string =>
  title
    .replace(/^\uFEFF/, '')
    .trim()
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

/**
 * Reads a list, separated by commas, semicolons or tabs, its first line naming the columns: `account`
 * and `unit`, and if wanted `name` and `group`, in any language of the app. The first line of an
 * account counts; what is wrong with the others is said line by line.
 */
export function readRoster(text: string): Roster {
  const { data } = Papa.parse<string[]>(text.slice(0, rosterLimits.characters), {
    skipEmptyLines: false,
  });
  const [head = [], ...lines] = data;
  const columns = columnsIn(head);
  if (columns.account === undefined || columns.unit === undefined) {
    const detail = head.join(', ').slice(0, rosterLimits.cell);
    return { rows: [], mistakes: [{ kind: 'no-columns', line: 1, detail }] };
  }
  const roster: Roster = { rows: [], mistakes: [] };
  if (lines.slice(rosterLimits.rows).some((cells) => cells.join('').trim() !== '')) {
    roster.mistakes.push({ kind: 'too-many', line: rosterLimits.rows + 2, detail: '' });
  }
  const known = new Set<string>();
  for (const [at, cells] of lines.slice(0, rosterLimits.rows).entries()) {
    const cell = (column: Column): string => (cells[columns[column] ?? -1] ?? '').trim();
    const row = { account: cell('account'), name: cell('name'), unit: cell('unit') };
    const all: RosterRow = { ...row, group: cell('group') };
    if (Object.values(all).every((each) => each === '')) continue;
    const mistake = mistakeIn(all, known);
    if (mistake) {
      const detail = row.account.slice(0, rosterLimits.cell);
      roster.mistakes.push({ kind: mistake, line: at + 2, detail });
      continue;
    }
    known.add(accountKey(all.account));
    roster.rows.push(all);
  }
  return roster;
}

function mistakeIn(row: RosterRow, known: ReadonlySet<string>): LineMistake | null {
  if (row.account === '') return 'no-account';
  if (row.unit === '') return 'no-unit';
  if (Object.values(row).some((each) => each.length > rosterLimits.cell)) return 'too-long';
  return known.has(accountKey(row.account)) ? 'twice' : null;
}

function columnsIn(head: readonly string[]): Partial<Record<Column, number>> {
  const titles = head.map(folded);
  const found: Partial<Record<Column, number>> = {};
  for (const column of Object.keys(names) as Column[]) {
    const wanted = names[column].map(folded);
    const at = titles.findIndex((title) => wanted.includes(title));
    if (at >= 0) found[column] = at;
  }
  return found;
}
