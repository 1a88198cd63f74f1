// How `npm run check:words` finds the words that screens ask for, and what English must have.
import { readFileSync } from 'node:fs';
import { defineConfig, type Plugin } from 'i18next-cli';

const wordsFile = (language: string, namespace: string): string =>
  `renderer/text/${language}/${namespace}.json`;

/** As much of the syntax tree as is looked at here. */
interface Syntax {
  type: string;
  value?: unknown;
  callee?: Syntax;
  arguments?: { expression: Syntax }[];
  properties?: Syntax[];
  quasis?: { raw: string }[];
  consequent?: Syntax;
  alternate?: Syntax;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The keys that a first argument of `t` may stand for, each as a pattern. */
function keyPatterns({ type, value, quasis = [], consequent, alternate }: Syntax): string[] {
  if (type === 'StringLiteral') return [escaped(String(value))];
  if (type === 'TemplateLiteral') return [quasis.map(({ raw }) => escaped(raw)).join('.+')];
  return [consequent, alternate].flatMap((branch) => (branch ? keyPatterns(branch) : []));
}

/** Whether a `count` may be among values that are not all written out where `t` is called. */
const mayHoldCount = ({ type, properties = [] }: Syntax): boolean =>
  type !== 'ObjectExpression' || properties.some((each) => each.type === 'SpreadElement');

function hasPlural(namespace: string, key: string): boolean {
  const words: unknown = JSON.parse(readFileSync(wordsFile('en', namespace), 'utf8'));
  const found = `${key}_other`
    .split('.')
    .reduce<unknown>(
      (level, part) => (level as Record<string, unknown> | undefined)?.[part],
      words,
    );
  return typeof found === 'string';
}

/** The tool sees `{ count }` only where it is written out; `t('minutes', values)` is a plural too. */
function pluralsThroughValues(): Plugin {
  const patterns = new Set<string>();
  return {
    name: 'plurals through values',
    onVisitNode(node) {
      const { type, callee, arguments: given = [] } = node as Syntax;
      if (type !== 'CallExpression' || callee?.value !== 't') return;
      const [key, values] = given;
      if (!key || !values || !mayHoldCount(values.expression)) return;
      for (const pattern of keyPatterns(key.expression)) patterns.add(`^${pattern}$`);
    },
    onEnd(keys) {
      for (const extracted of keys.values()) {
        const { key, ns, hasCount } = extracted;
        if (hasCount || typeof ns !== 'string' || !hasPlural(ns, key)) continue;
        if ([...patterns].some((pattern) => new RegExp(pattern).test(key)))
          extracted.hasCount = true;
      }
    },
  };
}

export default defineConfig({
  // Other languages are held against English by renderer/text/words.test.ts.
  locales: ['en'],
  plugins: [pluralsThroughValues()],
  extract: {
    input: ['renderer/**/*.{ts,tsx}'],
    ignore: ['renderer/**/*.test.{ts,tsx}'],
    output: (language, namespace = 'common') => wordsFile(language, namespace),
    defaultNS: 'common',
    sort: false,
    // Families of keys whose last part is only known at run time.
    preservePatterns: [
      'competence:name.*',
      'catalogue:do.*',
      'catalogue:fault.*',
      'catalogue:file.*',
      'catalogue:lesson.*',
      'catalogue:question.*',
      'course:level.*',
      'course:status.*',
      'error:*',
      'exchange:format.*',
      'exchange:message.*',
      'exchange:what.*',
      'exchange-folder:message.*',
      'exchange-folder:what.*',
      'organisation:problem.*',
      'library:list.*',
      'player:trouble.*',
      'library:state.*',
      'library:status.*',
      'library:time.*',
      'library:topic.*',
      'pack:do.*',
      'pack:fault.*',
      'pack:file.*',
      'pack:item.*',
      'pack:lesson.*',
      'path:status.*',
      'policy:column.*',
      'policy:fault.*',
      'policy:level.*',
      'policy:mistake.*',
      'policy:reason.*',
      'sync:account.*',
      'sync:consent.*',
      'sync:end.*',
      'sync:level.*',
      'sync:past.*',
      'sync:persons.*',
      'sync:reason.*',
      'sync:unread.*',
      'sync:row.*',
      'sync:said.*',
      'sync:server.*',
      'sync:state.*',
      'sync:try.*',
      'sync:verb.*',
      'sync:way.*',
      'sync:wrong.*',
      'kept:changed.*',
      'kept:grade.*',
      'kept:home.said.*',
      'kept:label.*',
      'kept:review.*',
      'item:password.strength.*',
      'item:password.suggestion.*',
      'item:password.warning.*',
      'settings:motion.*',
      'settings:place.*',
      'settings:theme.*',
      'settings:trainers.*',
      'settings:team.*',
      'team:competence.*',
      'team:failed.*',
      'team:job.*',
      'team:mistake.*',
      'team:problem.*',
      'team:reading.*',
      'team:save.*',
      'team:sources.kind.*',
      'team:state.*',
      'studio:elsewhere.as.*',
      'studio:onPaper.as.*',
      'studio:onPaper.paper.*',
      'studio:role.*',
      'studio:template.*',
      'studio:try.as.*',
      'studio-editor:action.*',
      'studio-editor:insert.part.*',
      'studio-editor:kind.*',
      'studio-editor:use.*',
      'translate:misfit.*',
      'translate:role.*',
      'studio-form:attribute.*',
      'studio-form:field.*',
      'studio-form:list.*',
      'studio-form:one.*',
      'studio-form:reason.*',
      'studio-form:title.*',
      'studio-form:value.*',
      'studio-form:view.*',
      'studio-picture:width.*',
      'studio-table:align.*',
      'studio-table:refused.*',
    ],
  },
});
