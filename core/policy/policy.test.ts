// What becomes of policy files: good ones, ones with a mistake, and ones that were made to do harm.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keyText } from '../pack/signature';
import { type PolicyKey, policyKeys } from './keys';
import { enforced, type Policy, readPolicy, suggested } from './policy';
import { largestPolicyFile } from './source';

const file = '/etc/deskwise/policy.json';
const key = 'ab'.repeat(32);
const text = (words: string): Policy => readPolicy({ state: 'read', file, text: words });
const read = (written: unknown): Policy => text(JSON.stringify(written));
const keys = Object.keys(policyKeys) as PolicyKey[];
const restrictions = keys.filter((each) => 'strictest' in policyKeys[each]);
const strictest = Object.fromEntries(
  restrictions.map((each) => [each, (policyKeys[each] as { strictest?: unknown }).strictest]),
);
const mistakesOf = ({ rows }: Policy) =>
  rows.flatMap(({ key: name, mistake }) => (mistake ? [`${name}: ${mistake.kind}`] : []));

/** A good value for each key. */
const good: Record<PolicyKey, unknown> = {
  Studio: 'on',
  UnsignedPacks: 'forbid',
  TrustedSigners: [{ name: 'Training unit', key: keyText(key) }],
  CourseImport: 'forbid',
  MandatoryCourses: [{ course: 'safe-desk', due: '2027-03-31' }, { course: 'far-post' }],
  TeamView: 'off',
  SyncTarget: { kind: 'lrs', address: 'https://lrs.norlund.example/xapi', level: 'score' },
  SyncLevel: { most: 'completion', fixed: true },
  CatalogueAddress: 'https://courses.norlund.example/',
  CatalogueSigners: [{ name: 'Training unit', key }],
};

describe('a file without mistakes', () => {
  test('every key holds, and what may be left out is filled in', () => {
    const policy = read(good);
    expect(mistakesOf(policy)).toEqual([]);
    expect(policy.rows.map((row) => row.key)).toEqual(keys);
    expect(policy.enforced).toEqual({
      ...good,
      TrustedSigners: [{ name: 'Training unit', key }],
      SyncTarget: { ...(good.SyncTarget as object), locked: true },
    });
  });

  test('without a file nothing is locked, and every key has its preset', () => {
    const policy = readPolicy({ state: 'none', file });
    expect(policy).toMatchObject({ file: null, fault: null, rows: [] });
    for (const each of keys) {
      expect(enforced(policy, each)).toEqual(policyKeys[each].preset);
      expect(suggested(policy, each)).toEqual(policyKeys[each].preset);
    }
  });

  test('a recommendation is where people begin, and locks nothing', () => {
    const policy = read({ recommended: { Studio: 'on' } });
    expect(policy.rows).toEqual([
      { key: 'Studio', value: '"on"', level: 'recommended', mistake: null },
    ]);
    expect(enforced(policy, 'Studio')).toBe('choice');
    expect(suggested(policy, 'Studio')).toBe('on');
    // What is enforced goes before it.
    expect(suggested(read({ Studio: 'off', recommended: { Studio: 'on' } }), 'Studio')).toBe('off');
    const address = 'https://courses.norlund.example/';
    const none = read({ CatalogueAddress: null, recommended: { CatalogueAddress: address } });
    expect(suggested(none, 'CatalogueAddress')).toBeNull();
  });

  test('the mark that some editors put in front, and the name of a schema, are no mistakes', () => {
    expect(text('\uFEFF{"$schema": "policy.schema.json", "Studio": "off"}')).toMatchObject({
      fault: null,
      enforced: { Studio: 'off' },
      rows: [{ key: 'Studio', mistake: null }],
    });
  });

  test.each([
    { kind: 'folder', folder: '/mnt/learning' },
    { kind: 'folder', folder: 'S:\\Learning' },
    { kind: 'folder', folder: '\\\\files\\learning', level: 'detail', locked: false },
    { kind: 'lrs', address: 'http://localhost:8080/xapi' },
    { kind: 'lrs', address: 'https://a.example', actorHomePage: 'https://people.example' },
    null,
  ])('a target of sync: %j', (target) => {
    expect(mistakesOf(read({ SyncTarget: target }))).toEqual([]);
  });
});

describe('a mistake', () => {
  test('an unknown key is listed, and the others hold', () => {
    const policy = read({ Studo: 'off', Studio: 'off', recommended: { Wings: 1 } });
    expect(mistakesOf(policy)).toEqual(['Studo: unknown-key', 'Wings: unknown-key']);
    expect(enforced(policy, 'Studio')).toBe('off');
  });

  test.each(restrictions)(
    '%s takes something away: written wrongly, the strictest holds',
    (each) => {
      for (const wrong of [true, 'perhaps', 7, null, {}, [1], { most: 'all' }]) {
        const policy = read({ [each]: wrong });
        expect(mistakesOf(policy)).toEqual([`${each}: strictest`]);
        expect(enforced(policy, each)).toEqual(strictest[each]);
        expect(policy.rows[0]?.value).toBe(JSON.stringify(strictest[each]));
      }
    },
  );

  test('other keys are passed over', () => {
    const policy = read({
      MandatoryCourses: [{ course: 'safe-desk', due: '2027-02-30' }],
      SyncTarget: { kind: 'lrs', address: 'http://lrs.norlund.example' },
      CatalogueAddress: 'relative/path',
    });
    expect(mistakesOf(policy)).toEqual([
      'MandatoryCourses: wrong-value',
      'SyncTarget: wrong-value',
      'CatalogueAddress: wrong-value',
    ]);
    expect(policy.rows[0]?.mistake).toMatchObject({ detail: expect.stringMatching(/^0 › due › /) });
    expect(policy.enforced).toEqual({});
  });

  test.each([
    'https://courses.example/?site=1',
    '//server/courses',
    'https://ann:x@courses.example/',
  ])('%s is no address that the catalogue would take, and no policy either', (CatalogueAddress) => {
    expect(mistakesOf(read({ CatalogueAddress }))).toEqual(['CatalogueAddress: wrong-value']);
  });

  test('a list with one wrong key of a signer trusts nobody', () => {
    const signers = [
      { name: 'A', key },
      { name: 'B', key: 'ab' },
    ];
    expect(enforced(read({ TrustedSigners: signers }), 'TrustedSigners')).toEqual([]);
  });

  test.each([
    'https://user:secret@lrs.example',
    'ftp://lrs.example',
    'javascript:alert(1)',
    'file:///etc/passwd',
    '//lrs.example',
    'https://',
  ])('no address of an LRS: %s', (address) => {
    expect(mistakesOf(read({ SyncTarget: { kind: 'lrs', address } }))).toHaveLength(1);
  });

  test('what can only be enforced is no recommendation', () => {
    const policy = read({ recommended: { UnsignedPacks: 'forbid', Studio: 'sometimes' } });
    expect(mistakesOf(policy)).toEqual(['UnsignedPacks: not-recommendable', 'Studio: wrong-value']);
    expect(policy.recommended).toEqual({});
    expect(mistakesOf(read({ recommended: ['Studio'] }))).toEqual(['recommended: wrong-value']);
  });

  test.each([
    ['', 'syntax'],
    ['{"Studio": "off",}', 'syntax'],
    ['{"Studio": "off"', 'syntax'],
    ['["Studio"]', 'syntax'],
    ['null', 'syntax'],
    ['"off"', 'syntax'],
    [`{"a": "${'x'.repeat(largestPolicyFile)}"}`, 'too-large'],
  ])('of a file that cannot be read, all the strictest values hold: %.30j', (words, reason) => {
    const policy = text(words);
    expect(policy.fault).toMatchObject({ kind: 'unreadable', reason });
    expect(policy.enforced).toEqual(strictest);
  });

  test('a file that may not be read is as strict; one that is not believed holds nothing', () => {
    expect(readPolicy({ state: 'unreadable', file, reason: 'access' }).enforced).toEqual(strictest);
    const untrusted = readPolicy({ state: 'untrusted', file, path: '/etc', reason: 'writable' });
    expect(untrusted).toMatchObject({ fault: { kind: 'untrusted', path: '/etc' }, enforced: {} });
  });
});

describe('files made to do harm', () => {
  const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;

  test.each([
    '{"__proto__": {"Studio": "off"}, "constructor": 1, "toString": {}, "hasOwnProperty": []}',
    `{"Studio": ${nested(100_000)}}`,
    `{"Wings": ${nested(100_000)}}`,
    nested(120_000),
    `{"recommended": ${'{"recommended": '.repeat(2000)}{}${'}'.repeat(2000)}}`,
    '{"Studio": "off\\u0000", "TrustedSigners": {"length": 1e9}}',
    `{"${'k'.repeat(100_000)}": 1}`,
  ])('it is read to the end, and changes nothing outside itself: %.60s', (words) => {
    const policy = text(words);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(JSON.stringify(policy).length).toBeLessThan(20_000);
    for (const each of keys) {
      expect(policyKeys[each].value().safeParse(enforced(policy, each)).success).toBe(true);
    }
  });

  /** Anything of the right form, or nearly, or not at all. */
  const anyValue = fc.oneof(
    fc.constantFrom(...Object.values(good)),
    fc.constantFrom('on', 'off', 'allow', 'forbid', 'choice', 'detail'),
    fc.jsonValue({ maxDepth: 3 }),
  );
  const anyKey = fc.oneof(
    fc.constantFrom(...keys, 'recommended', '__proto__', 'constructor', 'studio', '$schema'),
    fc.string(),
  );
  const anyFile = fc
    .array(fc.tuple(anyKey, anyValue))
    .map(
      (entries) => `{${entries.map((pair) => pair.map((each) => JSON.stringify(each)).join(':'))}}`,
    );

  /**
   * Whatever is written: it never throws, what holds has the right form, and a restriction that is
   * named is never looser than its strictest value allows, unless it was written as it should be.
   */
  const property = (readIt: (words: string) => Policy) =>
    fc.property(anyFile, fc.nat(), fc.boolean(), (words, at, isCut) => {
      const written = isCut ? words.slice(0, at % (words.length + 1)) : words;
      const policy = readIt(written);
      for (const each of keys) {
        const held = enforced(policy, each);
        expect(policyKeys[each].value().safeParse(held).success).toBe(true);
        const wasNamed = policy.rows.some((row) => row.key === each && row.level === 'enforced');
        const mistaken = policy.rows.some(
          (row) => row.key === each && row.mistake?.kind === 'strictest',
        );
        if (mistaken) expect(held).toEqual(strictest[each]);
        if (!wasNamed) expect(held).toEqual(policyKeys[each].preset);
      }
      if (!isJsonObject(written)) expect(policy.enforced).toEqual(strictest);
    });

  const isJsonObject = (words: string): boolean => {
    try {
      const value: unknown = JSON.parse(words);
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    } catch {
      return false;
    }
  };

  test('3,000 files of chance', () => {
    fc.assert(property(text), { numRuns: 3000 });
  });

  test('the same check finds a reader that opens everything when it cannot read', () => {
    const lax = (words: string): Policy => {
      const policy = text(words);
      return policy.fault ? { ...policy, rows: [], enforced: {} } : policy;
    };
    expect(() => fc.assert(property(lax), { numRuns: 3000 })).toThrow();
  });

  test('the same check finds a reader that passes over a restriction with a mistake', () => {
    const lax = (words: string): Policy => {
      const policy = text(words);
      for (const { key: each, mistake } of policy.rows) {
        if (mistake?.kind === 'strictest') delete policy.enforced[each as PolicyKey];
      }
      return policy;
    };
    expect(() => fc.assert(property(lax), { numRuns: 3000 })).toThrow();
  });
});
