import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packLimits } from './limits';
import { nameCollision, nameFault } from './names';

describe('names that no pack may have', () => {
  test.each([
    ['', 'empty'],
    ['a//b.md', 'empty'],
    ['a/', 'empty'],
    ['/etc/passwd', 'absolute'],
    ['\\\\server\\share', 'absolute'],
    ['C:/Windows/x', 'absolute'],
    ['c:x', 'absolute'],
    ['../x', 'parent'],
    ['a/../b', 'parent'],
    ['./a', 'hidden'],
    ['.git/config', 'hidden'],
    ['a/.hidden', 'hidden'],
    ['a\\b', 'characters'],
    ['ab:stream', 'characters'],
    ['a.md:Zone.Identifier', 'characters'],
    ['a<b', 'characters'],
    ['what?.md', 'characters'],
    ['a\u0000b', 'characters'],
    ['a\nb', 'characters'],
    ['gpj.\u202Eexe', 'characters'],
    ['zero\u200Bwidth', 'characters'],
    ['lone\uD800', 'characters'],
    ['bad\uFFFD', 'characters'],
    ['cafe\u0301.md', 'not-nfc'],
    ['a.', 'trailing'],
    ['a ', 'trailing'],
    ['a /b', 'trailing'],
    ['a./b', 'trailing'],
    [' a', 'trailing'],
    ['CON', 'device'],
    ['con.md', 'device'],
    ['assets/nul.tar.gz', 'device'],
    ['Aux .txt', 'device'],
    ['COM1', 'device'],
    ['lpt³.x', 'device'],
    ['CONIN$', 'device'],
    ['pack.json', 'reserved'],
    ['PACK.SIG', 'reserved'],
    ['pack.json/a.md', 'reserved'],
    [
      Array(packLimits.depth + 1)
        .fill('a')
        .join('/'),
      'depth',
    ],
    [`${'a'.repeat(packLimits.pathCharacters)}b`, 'length'],
    ['€'.repeat(Math.floor(packLimits.nameBytes / 3) + 1), 'length'],
  ])('%j: %s', (name, fault) => {
    expect(nameFault(name)).toBe(fault);
  });

  test.each([
    'course.md',
    '01-why.md',
    'es/01-why.md',
    'assets/pack.json',
    'assets/café.png',
    'ملف.md',
    'console.md',
    'com10.md',
    'a b.md',
    'a..b.md',
    Array(packLimits.depth).fill('a').join('/'),
  ])('%j may be', (name) => {
    expect(nameFault(name)).toBeNull();
  });

  test('whatever is accepted stays inside its folder on every system', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.constantFrom('..', '.', '', 'con', 'a', 'A:', '\\', ' ', 'x.md'),
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 5 }), (pieces) => {
        const name = pieces.join('/');
        if (nameFault(name) !== null) return;
        expect(name.split('/').some((part) => /^\.|[. ]$|[\\:]/.test(part) || part === '')).toBe(
          false,
        );
      }),
      { numRuns: 2000 },
    );
  });
});

describe('names that cannot stand beside each other', () => {
  test.each([
    [
      ['a.md', 'A.md'],
      ['a.md', 'A.md'],
    ],
    [
      ['Straße', 'STRASSE'],
      ['Straße', 'STRASSE'],
    ],
    [
      ['ﬁle', 'file'],
      ['ﬁle', 'file'],
    ],
    [
      ['a', 'a/b'],
      ['a', 'a'],
    ],
    [
      ['a/b', 'a'],
      ['a', 'a'],
    ],
    [
      ['Es/a.md', 'es/b.md'],
      ['Es', 'es'],
    ],
    [
      ['x', 'x'],
      ['x', 'x'],
    ],
  ])('%j', (names, collision) => {
    expect(nameCollision(names)).toEqual(collision);
  });

  test('others can', () => {
    expect(nameCollision(['a/b', 'a/c', 'b/a', 'ab'])).toBeNull();
  });
});
