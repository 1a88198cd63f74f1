// XLIFF: what goes out comes back as it was, and nothing that comes in can do harm.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Exchange, ExchangeUnit } from './exchange';
import { readXliff } from './read-xliff';
import { roles } from './segment';
import { writeXliff } from './write-xliff';

const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));
const said = text.filter((each) => each.trim() !== '');

const unit: fc.Arbitrary<ExchangeUnit> = fc.record({
  key: fc.stringMatching(/^[a-z#/-]{1,20}\/[1-9]$/),
  role: fc.constantFrom(...roles),
  source: text,
  target: fc.option(said),
  state: fc.constantFrom('missing', 'translated', 'stale'),
  was: fc.option(text),
});

const exchange: fc.Arbitrary<Exchange> = fc.record({
  sourceLanguage: fc.constantFrom('en', 'pt-BR'),
  targetLanguage: fc.constantFrom('es', 'ar', 'zh-Hant'),
  course: fc.constantFrom('safe-desk'),
  version: fc.constant('1.0.0'),
  files: fc.array(fc.record({ file: fc.constantFrom('01-a.md'), units: fc.array(unit) }), {
    maxLength: 3,
  }),
});

const example: Exchange = {
  sourceLanguage: 'en',
  targetLanguage: 'es',
  course: 'safe-desk',
  version: '1.0.0',
  files: [
    {
      file: '01-locks.md',
      units: [
        {
          key: 'choice#one/answer/1',
          role: 'answer',
          source: 'Lock **it** & go\n<now>',
          target: null,
          state: 'missing',
          was: null,
        },
      ],
    },
  ],
};

const inFile = (unit: string): string =>
  `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="es"><file id="f" original="a.md">${unit}</file></xliff>`;
const unitsOf = (xml: string) => readXliff(xml)?.files.flatMap(({ units }) => units);

describe('XLIFF', () => {
  test('is version 2.1, with inline Markdown as text', () => {
    expect(writeXliff(example)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="es">
  <file id="f1" original="01-locks.md" xml:space="preserve">
    <notes>
      <note category="course">safe-desk 1.0.0</note>
    </notes>
    <unit id="u1" name="choice#one/answer/1">
      <notes>
        <note category="role">answer</note>
      </notes>
      <segment state="initial">
        <source>Lock **it** &amp; go
&lt;now&gt;</source>
      </segment>
    </unit>
  </file>
</xliff>
`);
  });

  test('comes back as it went out, every sign of it', () => {
    fc.assert(
      fc.property(exchange, (out) => {
        const back = readXliff(writeXliff(out));
        expect(back).toEqual({
          sourceLanguage: out.sourceLanguage,
          targetLanguage: out.targetLanguage,
          files: out.files.map(({ file, units }) => ({
            file,
            units: units.flatMap(({ key, source, target, state }) =>
              target === null ? [] : [{ key, source, target, isSaid: state === 'translated' }],
            ),
          })),
        });
      }),
      { numRuns: 300 },
    );
  });

  test('is read as tools of offices write it: grouped, cut into segments, with marks', () => {
    const cut = `<group id="g"><unit id="u" name="k"><segment state="final"><source>One. </source><target>Uno. </target></segment><ignorable><source> </source></ignorable><segment state="reviewed"><source><pc id="1">T<mrk id="m">w</mrk>o</pc>.</source><target><pc id="1">D<![CDATA[<o>]]>s</pc>.</target></segment></unit></group>`;
    expect(unitsOf(inFile(cut))).toEqual([
      { key: 'k', source: 'One.  Two.', target: 'Uno.  D<o>s.', isSaid: true },
    ]);
    const half = inFile(cut.replace('<target>Uno. </target>', ''));
    expect(unitsOf(half)).toEqual([]);
  });

  test('with entities of its own, or of another version, is none', () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${inFile('')}`;
    for (const xml of [
      bomb,
      inFile('&nothing;'),
      inFile('<unit>'),
      inFile('').replace('version="2.0"', 'version="1.2"'),
      inFile('').replace(' trgLang="es"', ''),
      '<html/>',
      '<a xmlns:b="c">'.repeat(20_000),
      '',
    ]) {
      expect(readXliff(xml), xml).toBe(null);
    }
  });

  test('of any kind is read without a crash', () => {
    const whole = writeXliff(example);
    fc.assert(
      fc.property(text, fc.nat(whole.length), fc.nat(40), (garbage, at, length) => {
        expect(() => readXliff(garbage)).not.toThrow();
        expect(() =>
          readXliff(whole.slice(0, at) + garbage + whole.slice(at + length)),
        ).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });

  test('deep inside itself is read no deeper than tools write', () => {
    const deep = (name: string, inside: string): string =>
      `<${name}>`.repeat(20_000) + inside + `</${name}>`.repeat(20_000);
    const units = `<unit><segment><source>a</source><target>b${deep('pc', 'c')}</target></segment></unit>`;
    expect(unitsOf(inFile(units))).toEqual([
      { key: null, source: 'a', target: 'b', isSaid: false },
    ]);
    expect(unitsOf(inFile(deep('group', units)))).toEqual([]);
  });
});
