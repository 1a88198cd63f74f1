import { describe, expect, test } from 'vitest';
import { assetPolicy, contentPolicy } from './content-policy';

/** As decided for the threat model: word for word. */
const decided =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' course:; media-src course:; font-src 'self'; connect-src 'none'; object-src 'none'; frame-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

const directives = (policy: string): Map<string, string[]> =>
  new Map(
    policy.split(';').map((each) => {
      const [name = '', ...values] = each.trim().split(/\s+/);
      return [name, values];
    }),
  );

test('the policy of the pages is the one that was decided', () => {
  expect(contentPolicy).toBe(decided);
});

describe.each([
  ['of the pages', contentPolicy],
  ['of course assets', assetPolicy],
])('the policy %s', (_, policy) => {
  test('allows nothing that is not named', () => {
    expect(directives(policy).get('default-src')).toEqual(["'none'"]);
    expect(directives(policy).size).toBe(policy.split(';').length);
  });

  test('allows no script but the app’s own, and no address of the network', () => {
    expect(directives(policy).get('script-src') ?? ["'self'"]).toEqual(["'self'"]);
    expect(policy).not.toMatch(/unsafe-eval|https?:|wss?:|data:|blob:|\*/);
    expect(contentPolicy).not.toContain('unsafe');
  });
});
