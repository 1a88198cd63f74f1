// Lists of people as offices have them: any separator, any language of the app, mistakes by line.
import { describe, expect, test } from 'vitest';
import { readRoster, rosterLimits } from './roster';

const ada = { account: 'ada', name: 'Ada Byron', unit: 'Archive', group: '' };

describe('a list of people', () => {
  test.each([
    ['commas', 'account,name,unit\nada,Ada Byron,Archive\n'],
    ['semicolons, as spreadsheets write', '\uFEFFKonto;Name;Einheit\r\nada;Ada Byron;Archive\r\n'],
    ['tabs', 'Usuario\tNombre\tUnidad\nada\tAda Byron\tArchive'],
    ['quotes', '"Compte","Nom","Unité"\n"ada","Ada Byron","Archive"'],
    ['Arabic', 'الحساب,الاسم,الوحدة\nada,Ada Byron,Archive'],
    ['other columns too', 'unit,shoe size,account,name\nArchive,38,ada,Ada Byron'],
  ])('is read with %s', (_, text) => {
    expect(readRoster(text)).toEqual({ rows: [ada], mistakes: [] });
  });

  test('says line by line what is wrong, and takes the rest', () => {
    const text = ['account,unit,group', 'ada,Archive,night', ',Archive,', 'ben,,', 'ADA,Post,', ''];
    const long = `cem,${'x'.repeat(201)},`;
    expect(readRoster([...text, long].join('\n'))).toEqual({
      rows: [{ account: 'ada', name: '', unit: 'Archive', group: 'night' }],
      mistakes: [
        { kind: 'no-account', line: 3, detail: '' },
        { kind: 'no-unit', line: 4, detail: 'ben' },
        { kind: 'twice', line: 5, detail: 'ADA' },
        { kind: 'too-long', line: 7, detail: 'cem' },
      ],
    });
  });

  test('says from which line on it was too long to be read', () => {
    const lines = Array.from({ length: rosterLimits.rows + 1 }, (_, at) => `p${at},Archive`);
    const { rows, mistakes } = readRoster(['account,unit', ...lines].join('\n'));
    expect(rows).toHaveLength(rosterLimits.rows);
    expect(mistakes).toEqual([{ kind: 'too-many', line: rosterLimits.rows + 2, detail: '' }]);
  });

  test('that names no columns is none', () => {
    expect(readRoster('{"statements":[]}').mistakes[0]?.kind).toBe('no-columns');
    expect(readRoster('').mistakes[0]?.kind).toBe('no-columns');
  });
});
