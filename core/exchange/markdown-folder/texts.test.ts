// What stands in a page, dialect by dialect: text in, text out, and what the report says.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bodyIn, saidIn, sourceFiles, unnamedErrors } from '../../../tests/unit/support/exchange';
import { readFolder } from './read-folder';

/** A page among two others and a picture. */
const folderOf = (text: string): Record<string, string> => ({
  'page.md': text,
  'other.md': '# Other\n\n## Part one\n\nWords.\n',
  'README.md': '# All\n\nAbout all of this.\n',
  'pic.png': 'png',
  'doc.pdf': 'pdf',
});

function pageOf(text: string) {
  const found = readFolder(sourceFiles(folderOf(text)), { name: 'x' });
  expect(unnamedErrors(found)).toEqual([]);
  return {
    body: bodyIn(found, '02-page.md'),
    said: saidIn(found)
      .filter((each) => each.startsWith('page.md'))
      .map((each) => each.replace('page.md:', '')),
  };
}

const body = (text: string): string => pageOf(text).body;

describe('boxes', () => {
  test.each([
    ['> [!NOTE]\n> As it is.', '> [!NOTE]\n> As it is.'],
    ['> [!info] Title\n> words', '> [!NOTE]\n> **Title**\n>\n> words'],
    ['> [!bug]- Folded\n> words', '::: details Folded\nwords\n\n:::'],
    [':::tip\n\na\n\n:::', '> [!TIP]\n> a'],
    ['::: warning Careful now\na\n:::', '> [!WARNING]\n> **Careful now**\n>\n> a'],
    [':::danger{title="Hot"}\na\n:::', '> [!CAUTION]\n> **Hot**\n>\n> a'],
    ['::: details Why?\na\n:::', '::: details Why?\na\n\n:::'],
    ['::::note\na\n\n:::tip\nb\n:::\n\n::::', '> [!NOTE]\n> a\n>\n> > [!TIP]\n> > b'],
    ['{% hint style="success" %}\na\n{% endhint %}', '> [!TIP]\n> a'],
    ['{{% notice info %}}\na\n{{% /notice %}}', '> [!NOTE]\n> a'],
    ['!!! note ""\n    a\n\n    b\n\nc', '> [!NOTE]\n> a\n>\n> b\n\nc'],
    ['- x\n\n    !!! tip\n        a', '- x\n\n    > [!TIP]\n    > a'],
  ])('%j', (text, expected) => expect(body(`# T\n\n${text}\n`)).toBe(expected));

  test('one without an end keeps its text, and is named', () => {
    expect(pageOf('# T\n\n:::note\nstays\n')).toEqual({
      body: 'stays',
      said: ['3 callout-open note'],
    });
  });

  test('an unknown one is a note, and is named', () => {
    const { body: text, said } = pageOf('# T\n\n:::spaceship\na\n:::\n');
    expect(text).toBe('> [!NOTE]\n> a');
    expect(said).toEqual(['3 callout-kind spaceship']);
  });

  test('in code they are code', () => {
    const code = '```md\n:::note\na\n:::\n{{< x >}} <b> [a](b.md)\n```';
    expect(pageOf(`# T\n\n${code}\n`)).toEqual({ body: code, said: [] });
  });
});

describe('HTML', () => {
  test.each([
    ['a<br>b', 'a\\\nb'],
    ['> a<br/>b', '> a\\\n> b'],
    [
      '| a | b |\n| --- | --- |\n| 1<br>2 | <b>c</b> |',
      '| a | b |\n| --- | --- |\n| 1 2 | **c** |',
    ],
    ['<b>bold</b> <em>it</em> <u>u</u> x<sup>2</sup> <kbd>Ctrl</kbd>', '**bold** *it* u x² `Ctrl`'],
    ['<img src="pic.png" alt="Two &amp; three" width="5">', '![Two & three](assets/pic.png)'],
    [
      'see <a href="other.md">that</a> and <a name="x"></a>that',
      'see [that](01-other.md) and that',
    ],
    ['<p align="center">\n  <img src="pic.png" alt="P">\n</p>', '![P](assets/pic.png)'],
    ['<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>', '- a\n  - b\n- c'],
    [
      '<pre><code class="language-js">let a = "&lt;b&gt;";\n</code></pre>',
      '```js\nlet a = "<b>";\n```',
    ],
    ['<h3>Title <i>here</i></h3>', '## Title *here*'],
    ['<blockquote>Said *so*</blockquote>', '> Said \\*so\\*'],
    ['<!-- gone -->\n\nkept <!-- gone\ntoo --> here', 'kept  here'],
    ['Vec<String> and a < b', 'Vec\\<String> and a < b'],
    ['<div>\n\n**Markdown** inside\n\n</div>', '**Markdown** inside'],
    [
      '<https://norlund.example/a> <me@norlund.example>',
      '<https://norlund.example/a> <me@norlund.example>',
    ],
  ])('%j', (text, expected) => expect(body(`# T\n\n${text}\n`)).toBe(expected));

  test('folded text in folded text, in a list, across many blocks', () => {
    const text =
      '# T\n\n- a\n\n  <details>\n  <summary><b>One</b></summary>\n\n  x\n\n  <details><summary>Two</summary>y</details>\n\n  </details>\n';
    expect(body(text)).toBe(
      '- a\n\n  :::: details **One**\n\n  x\n\n  ::: details Two\n\n  y\n\n  :::\n\n  ::::',
    );
  });

  test('a table with empty lines inside', () => {
    const text =
      '# T\n\n<table>\n\n<tr><th>A</th><th>B</th></tr>\n\n<tr><td>1|2</td><td><a href="other.md">x</a></td></tr>\n\n</table>\n\nend\n';
    expect(body(text)).toBe('| A | B |\n| --- | --- |\n| 1\\|2 | [x](01-other.md) |\n\nend');
  });

  test('what can do something is left out, and named with its line', () => {
    const { body: text, said } = pageOf(
      '# T\n\n<script>\nalert(1)\n\n</script>\n\n<iframe src="https://video.example/1"></iframe>\n\n<style>a{}</style> <input type=text>\n\nText <script>x</script>.\n',
    );
    expect(text).toBe('Text .');
    expect(said).toEqual([
      '3 script script',
      '8 embed https://video.example/1',
      '10 html style',
      '10 html-form input',
      '12 script script',
    ]);
  });
});

describe('links and pictures', () => {
  test.each([
    ['[a](other.md#part-one)', '[a](01-other.md#part-one)'],
    ['[a](./other)', '[a](01-other.md)'],
    ['[a](/other.html "Title")', '[a](01-other.md)'],
    ['[**a** `b`][r]\n\n[r]: other.md "t"', '[**a** `b`](01-other.md)'],
    ['[other]\n\n[other]: <other.md>', '[other](01-other.md)'],
    ['![p][p]\n\n[p]: pic.png', '![p](assets/pic.png)'],
    ['[![p](pic.png)](other.md)', '[![p](assets/pic.png)](01-other.md)'],
    ['![p](pic.png){ width=300 .x }', '![p](assets/pic.png){width=300}'],
    ['![p](pic.png){ width=5cm }', '![p](assets/pic.png)'],
    ['a <img src="pic.png" alt="p" width="50%">', 'a ![p](assets/pic.png){width=50%}'],
    ['![p](pic.png =100x20)', '![p](assets/pic.png)'],
    ['[get it](doc.pdf)', '[get it](assets/doc.pdf)'],
    ['[w](https://en.example/a_(b))', '[w](<https://en.example/a_(b)>)'],
    ['`[a](gone.md)` \\[b](gone.md)', '`[a](gone.md)` \\[b](gone.md)'],
    ['text[^1]\n\n[^1]: A [note](other.md).', 'text[^1]\n\n[^1]: A [note](01-other.md).'],
    ['[self](#t) [p](#sub_part)\n\n## Sub_part', '[self](02-page.md) [p](#subpart)\n\n## Sub_part'],
  ])('%j', (text, expected) => expect(body(`# T\n\n${text}\n`)).toBe(expected));

  test.each([
    ['![p](https://img.example/a.png)', '', 'picture-remote https://img.example/a.png'],
    ['![p](gone.png)', '', 'picture-missing gone.png'],
    ['[words](gone.md)', 'words', 'link-missing gone.md'],
    ['[words](../../etc/passwd)', 'words', 'link-missing ../../etc/passwd'],
    ['[words](javascript:alert(1))', 'words', 'link-refused javascript:alert(1)'],
    [
      '[words](http://norlund.example/a)',
      '[words](https://norlund.example/a)',
      'link-https https://norlund.example/a',
    ],
    ['http://127.0.0.1:80/x', '`http://127.0.0.1:80/x`', 'link-refused http://127.0.0.1:80/x'],
    ['[a](other.md#gone)', '[a](01-other.md)', 'link-anchor gone other.md'],
    ['![](pic.png)', '![Pic](assets/pic.png)', 'picture-words pic.png Pic'],
    ['![d](doc.pdf)', '[d](assets/doc.pdf)', 'picture-kind doc.pdf'],
  ])('%j is said', (text, expected, entry) => {
    expect(pageOf(`# T\n\nx\n\n${text}\n`)).toEqual({
      body: `x\n\n${expected}`.trimEnd(),
      said: [`5 ${entry}`],
    });
  });
});

test('headings begin under the title, and keep their distance', () => {
  expect(body('Setext *title*\n===\n\nText\n\nSub\n---\n\n#### Deep ####\n')).toBe(
    'Text\n\n## Sub\n\n#### Deep',
  );
  expect(body('# One\n\na\n\n# Two\n\n## Three\n')).toBe('a\n\n## Two\n\n### Three');
  expect(body('Text first\n\n### Then\n\n#### Deeper\n')).toBe(
    'Text first\n\n## Then\n\n### Deeper',
  );
});

test('minutes follow from the words, in scripts without spaces too', () => {
  const minutes = (text: string): string =>
    /minutes: (\d+)/.exec(
      readFolder(sourceFiles(folderOf(text)), { name: 'x' }).files.flatMap((file) =>
        'text' in file && file.path.includes('page') ? [file.text] : [],
      )[0] ?? '',
    )?.[1] ?? '';
  expect(minutes(`# T\n\n${'word '.repeat(900)}`)).toBe('5');
  expect(minutes(`# T\n\n${'文字'.repeat(900)}`)).toBe('5');
  expect(minutes('# T\n\nshort')).toBe('1');
});

const pieces = [
  ...[
    '# T',
    '## H',
    '> ',
    '>',
    '- ',
    '1. ',
    '    ',
    '\n',
    '\n\n',
    '---\n',
    '+++\n',
    '```\n',
    '$$\n',
    '| a | b |\n| - | - |\n',
  ],
  ...[
    ':::',
    '::: note',
    ':::choice #x\n',
    '!!! note "x"\n',
    '??? x\n',
    '=== "T"\n',
    '{% hint %}',
    '{% endhint %}',
  ],
  ...[
    '{{< hint info >}}',
    '{{< /hint >}}',
    '{: .note }\n',
    '> [!note]- x\n',
    '[[a]]',
    '![[a|b]]',
    '[a](b.md)',
    '![a](pic.png)',
  ],
  ...[
    '[a][b]',
    '\n[b]: c "d"\n',
    '<details>',
    '</details>',
    '<summary>',
    '</summary>',
    '<table>',
    '</table>',
    '<tr><td>',
    '<br>',
  ],
  ...[
    '<!--',
    '-->',
    '<script>',
    '</script>',
    '<a href="x">',
    '</a>',
    '<img src="pic.png">',
    '`',
    '``',
    '\\',
    '[',
    ']',
    '(',
    ')',
  ],
  ...[
    '{',
    '}',
    '<',
    '&amp;',
    '*',
    '_',
    'http://a.example/x',
    '[^1]',
    '\n[^1]: n\n',
    '\u0000',
    '\uE000',
    'ü',
    '[x]{.y}',
    '$x$',
  ],
];

const garbage = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 5 })), { maxLength: 60 })
    .map((all) => all.join('')),
);

test('any garbage becomes a course, and every mistake in it is named', () => {
  fc.assert(
    fc.property(garbage, garbage, (one, two) => {
      const files = { ...folderOf(one), 'README.md': two, 'SUMMARY.md': '', 'es/page.md': two };
      const site = { 'mkdocs.yml': one, 'docs/a.md': one, 'docs/b.md': two };
      const book = { 'SUMMARY.md': `${one}\n[p](page.md)`, 'page.md': two, 'book.toml': one };
      for (const given of [{ 'only.md': one }, files, site, book]) {
        expect(unnamedErrors(readFolder(sourceFiles(given), { name: one }))).toEqual([]);
      }
    }),
    { numRuns: 150 },
  );
});

test('any names of files', () => {
  const part = fc.oneof(
    fc.constantFrom('README', 'index', 'en', 'es', '..', 'con', 'a b', 'Ä'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }),
  );
  const path = fc
    .tuple(
      fc.array(part, { minLength: 1, maxLength: 4 }),
      fc.constantFrom('.md', '.es.md', '.png', ''),
    )
    .map(
      ([parts, ending]) => `${parts.map((each) => each.replaceAll('/', '')).join('/')}${ending}`,
    );
  fc.assert(
    fc.property(fc.array(path, { maxLength: 12 }), (paths) => {
      const text = paths
        .map(
          (each) =>
            `[x](<${each.replace(/[<>\n\r\\]/g, '')}>) ![y](<${each.replace(/[<>\n\r\\]/g, '')}>)`,
        )
        .join('\n');
      const files = Object.fromEntries(paths.map((each) => [each, `# T\n\n${text}\n`]));
      const found = readFolder(sourceFiles(files), { name: paths[0] ?? '' });
      expect(unnamedErrors(found)).toEqual([]);
      const names = found.files.map((file) => file.path);
      for (const name of names)
        expect(name).toMatch(/^[a-z][a-z0-9-]*\/(?:[A-Za-z-]+\/)?[a-z0-9/.-]+$/);
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    }),
    { numRuns: 150 },
  );
});

describe('hostile texts come to an end', () => {
  const long = (piece: string): string => piece.repeat(Math.ceil(150_000 / piece.length));
  test.each([
    ...[
      '[',
      '![',
      '[a](',
      '[[',
      '<a ',
      '<div>',
      '</p><div>',
      '<details>',
      '<summary>',
      '<!-- ',
      '`',
      '``x',
      ':::note\n',
      '$$\n',
      '{{< x ',
    ],
    ...[
      '!!! note\n',
      '{% hint %}\n',
      '> [!a]-\n',
      '> ',
      '>>>>',
      '<table>\n\n',
      '- ',
      '[a]: b\n',
      '[a][',
      '](',
      '{: .note }\n',
      '=== "a"\n  ',
      '\n:::',
      '[^1]',
    ],
  ])('%j over and over', (piece) => {
    const found = readFolder(sourceFiles({ 'a.md': long(piece), 'b.md': 'x' }), { name: 'x' });
    expect(unnamedErrors(found)).toEqual([]);
  });
});
