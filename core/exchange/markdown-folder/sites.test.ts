// Folders as the field's own programs keep them: which lessons come out, in which order and languages.
import { expect, test } from 'vitest';
import {
  bodyIn,
  coursesIn,
  pathsIn,
  saidIn,
  sourceFiles,
  textIn,
  unnamedErrors,
} from '../../../tests/unit/support/exchange';
import { readFolder } from './read-folder';

const read = (files: Record<string, string>, name = 'my-folder', mostLessons?: number) => {
  const found = readFolder(sourceFiles(files), { name, ...(mostLessons && { mostLessons }) });
  expect(unnamedErrors(found)).toEqual([]);
  return found;
};

test('a curriculum of READMEs, with pictures elsewhere and translations beside', () => {
  const found = read({
    'README.md': `<h1 align="center">Safe at work</h1>

[![build](https://img.shields.example/b.svg)](https://ci.example/x)

A course in two lessons about safety at work. Begin with [the first](1-first-steps/README.md#lock-it).

| Lesson | |
| --- | --- |
| 1 | [First](./1-first-steps/) |
| 2 | [Second](2-Más%20allá/README.md) |
`,
    '1-first-steps/README.md':
      '# First steps\n\n## Lock it!\n\n![A lock](../images/Mi%20candado.png)\n\nNext: [on](../2-Más allá/README.md), [back](../README.md)\n',
    '2-Más allá/README.md': '# Más allá\n\nSee ![](../images/b.png)\n',
    'translations/README.es.md': '# Seguro en el trabajo\n\nUn curso.\n',
    '1-first-steps/translations/README.es.md':
      '# Primeros pasos\n\n## Ciérrelo\n\n![Candado](../../images/Mi%20candado.png) [más](../../2-Más%20allá/README.md)\n',
    '1-first-steps/translations/README.fr.md': '# Premiers pas\n\nBonjour.\n',
    'images/Mi candado.png': 'png',
    'images/b.png': 'png',
    'images/unused.png': 'png',
    'CONTRIBUTING.md': '# How to help\n',
    'LICENSE.md': 'MIT',
  });
  expect(pathsIn(found)).toEqual([
    'my-folder/01-first-steps.md',
    'my-folder/02-mas-alla.md',
    'my-folder/assets/b.png',
    'my-folder/assets/mi-candado.png',
    'my-folder/course.md',
    'my-folder/es/01-first-steps.md',
    'my-folder/es/course.md',
    'my-folder/fr/01-first-steps.md',
    'my-folder/fr/course.md',
  ]);
  expect(bodyIn(found, '01-first-steps.md')).toBe(
    '## Lock it!\n\n![A lock](assets/mi-candado.png)\n\nNext: [on](02-mas-alla.md), [back](course.md)',
  );
  expect(bodyIn(found, 'es/01-first-steps.md')).toContain(
    '![Candado](assets/mi-candado.png) [más](02-mas-alla.md)',
  );
  expect(bodyIn(found, 'course.md')).toContain('[the first](01-first-steps.md#lock-it)');
  expect(bodyIn(found, 'course.md')).toContain('| 1 | [First](01-first-steps.md) |');
  const [course] = coursesIn(found);
  expect(course?.texts.map(({ language, matter }) => `${language} ${matter.title}`)).toEqual([
    'en Safe at work',
    'es Seguro en el trabajo',
    'fr My folder',
  ]);
  expect(course?.texts[0].matter.summary).toBe('A course in two lessons about safety at work.');
  expect(saidIn(found)).toEqual([
    'CONTRIBUTING.md:1 page-project',
    'LICENSE.md:1 page-project',
    '2-Más allá/README.md:3 picture-words images/b.png B',
    'README.md:3 picture-remote https://img.shields.example/b.svg',
    ':1 unused 1 images/unused.png',
  ]);
});

test('an mdBook: its list says which pages, in which order, under which names', () => {
  const found = read({
    'book.toml':
      '[book]\ntitle = "The Book"\nauthors = ["Ann"]\nlanguage = "de"\ndescription = "What it is about."\n',
    'src/SUMMARY.md':
      '# Summary\n\n[Intro](intro.md)\n\n- [Zweites](ch/b.md)\n  - [Erstes](ch/a.md)\n- [Entwurf]()\n- [Fehlt](ch/none.md)\n',
    'src/intro.md': 'No title, only words.\n',
    'src/ch/a.md':
      '# A\n\n```rust,editable\n# fn main() {\nlet x = 1;\n# }\n```\n\n{{#include ../listing.rs:2:3}}\n\n{{#include ../gone.rs}}\n',
    'src/ch/b.md': '# B\n\n[a](a.html#a) and [i](../intro.md)\n',
    'src/ch/old.md': '# Old\n',
    'src/listing.rs': 'one\ntwo\nthree\nfour\n',
    'README.md': '# Repository\n',
  });
  expect(pathsIn(found)).toEqual([
    'my-folder/01-intro.md',
    'my-folder/02-b.md',
    'my-folder/03-a.md',
    'my-folder/course.md',
  ]);
  expect(textIn(found, '01-intro.md')).toContain('title: "Intro"');
  expect(bodyIn(found, '02-b.md')).toBe('[a](03-a.md) and [i](01-intro.md)');
  expect(bodyIn(found, '03-a.md')).toBe('```rust\nlet x = 1;\n```\n\ntwo\nthree');
  const { matter } = coursesIn(found)[0]?.texts[0] ?? {};
  expect(matter).toMatchObject({
    title: 'The Book',
    language: 'de',
    authors: ['Ann'],
    summary: 'What it is about.',
  });
  expect(saidIn(found)).toEqual([
    'src/SUMMARY.md:8 listed-missing ch/none.md',
    'README.md:1 page-unlisted',
    'src/ch/old.md:1 page-unlisted',
    'src/ch/a.md:11 include-missing ../gone.rs {{#include ../gone.rs}}',
    ':1 unused 2 book.toml, src/listing.rs',
  ]);
});

test('a language is written as courses write it', () => {
  const language = (given: string): string | undefined =>
    coursesIn(
      read({ 'mkdocs.yml': `theme:\n  language: ${given}\n`, 'docs/index.md': '# A\n\nB.' }),
    )[0]?.texts[0].language;
  expect(language('pt_br')).toBe('pt-BR');
  expect(language('zh_Hant_TW')).toBe('zh-Hant-TW');
  expect(language('no language')).toBe('en');
});

test('MkDocs: the nav orders, tags of its own do not matter', () => {
  const found = read({
    'mkdocs.yml':
      'site_name: Handbuch\ntheme:\n  name: material\n  language: de\nplugins: !ENV [A, b]\nnav:\n  - index.md\n  - Teil:\n      - Zwei: two.md\n      - one.md\n  - https://example.org\n',
    'docs/index.md': '# Willkommen\n\nÜber alles.\n',
    'docs/one.md': '---\ntitle: Eins\n---\nSiehe [zwei](two.md#teil_b).\n\n## Noch',
    'docs/two.md':
      '## Teil_B\n\n!!! danger "Achtung"\n    Heiß.\n\n    - und\n\n=== "Linux"\n    `ls`\n\n??? question\n    Gefaltet\n',
    'docs/zzz.md': '# Rest\n\nDa.\n',
  });
  expect(pathsIn(found)).toEqual([
    'my-folder/01-two.md',
    'my-folder/02-one.md',
    'my-folder/03-zzz.md',
    'my-folder/course.md',
  ]);
  expect(textIn(found, 'course.md')).toContain('title: "Willkommen"');
  expect(textIn(found, 'course.md')).toContain('language: de');
  expect(textIn(found, '02-one.md')).toContain('title: "Eins"');
  // The heading is the title of the lesson now.
  expect(bodyIn(found, '02-one.md')).toContain('Siehe [zwei](01-two.md).');
  expect(bodyIn(found, '01-two.md')).toBe(`> [!CAUTION]
> **Achtung**
>
> Heiß.
>
> - und

**Linux**

\`ls\`

::: details Question
Gefaltet

:::`);
});

test('Docusaurus: positions, categories, addresses without endings, translations in i18n', () => {
  const found = read({
    'docusaurus.config.js':
      "module.exports = {\n  title: 'The Docs',\n  tagline: 'All you need.',\n  i18n: {\n    defaultLocale: 'en',\n  },\n};\n",
    'docs/intro.md':
      '---\nsidebar_position: 1\nslug: /\n---\n# Hello\n\nSee [more](./guide/second) and [top](/docs/guide/first).\n\n![x](/img/x.png)\n',
    'docs/guide/_category_.json': '{"label": "Guide", "position": 2}',
    'docs/guide/first.mdx':
      '---\nsidebar_position: 2\n---\nimport Tabs from \'@theme/Tabs\';\n\n# First {#one}\n\n<Tabs groupId="os">\n\n:::warning[Take care]\n\nhot\n\n:::\n\n</Tabs>\n\n## Two {#own-id}\n',
    'docs/guide/second.md':
      '---\nsidebar_position: 1\ndraft: false\n---\n# Second\n\n[own](first.mdx#own-id) [title](first.mdx#one)\n',
    'docs/hidden.md': '---\ndraft: true\n---\n# Hidden\n',
    'i18n/es/docusaurus-plugin-content-docs/current/intro.md':
      '# Hola\n\nVea [más](./guide/second).\n',
    'static/img/x.png': 'png',
  });
  expect(pathsIn(found).filter((path) => path.endsWith('.md'))).toEqual([
    'my-folder/01-intro.md',
    'my-folder/02-second.md',
    'my-folder/03-first.md',
    'my-folder/course.md',
    'my-folder/es/01-intro.md',
    'my-folder/es/course.md',
  ]);
  expect(bodyIn(found, '01-intro.md')).toBe(
    'See [more](02-second.md) and [top](03-first.md).\n\n![x](assets/x.png)',
  );
  expect(bodyIn(found, '02-second.md')).toBe('[own](03-first.md#two) [title](03-first.md)');
  expect(bodyIn(found, '03-first.md')).toBe('> [!WARNING]\n> **Take care**\n>\n> hot\n\n## Two');
  expect(bodyIn(found, 'es/01-intro.md')).toBe('Vea [más](02-second.md).');
  expect(saidIn(found)).toContain('docs/hidden.md:1 page-draft');
  expect(saidIn(found).join('\n')).toContain('docs/guide/first.mdx:4 script');
});

test('Hugo: TOML, weights, sections, shortcodes', () => {
  const found = read({
    'hugo.toml': "title = 'Site'\ndefaultContentLanguage = 'fr'\n",
    'content/_index.md': '+++\ntitle = "Accueil"\n+++\nBienvenue à tous ici.\n',
    'content/b/_index.md': '+++\ntitle = "B"\nweight = 1\n+++\n',
    'content/b/page.md':
      '+++\ntitle = "Page"\nweight = 2\n+++\n{{< hint danger >}}\n**Attention**\n{{< /hint >}}\n\n[x]({{< ref "../a/other.md" >}}) {{< youtube abc >}}\n\n{{< figure src="/p.png" alt="Une image" >}}\n',
    'content/a/other.md':
      '+++\ntitle = "Autre"\n+++\nTexte\n\n{{% details "Plus" %}}\ncaché\n{{% /details %}}\n\n{{< highlight go "linenos=table" >}}\nx := 1\n{{< /highlight >}}\n',
    'content/a/old.md': '+++\ndraft = true\n+++\nx\n',
    'static/p.png': 'png',
    'layouts/x.md': 'x',
  });
  expect(pathsIn(found)).toEqual([
    'my-folder/01-page.md',
    'my-folder/02-other.md',
    'my-folder/assets/p.png',
    'my-folder/course.md',
  ]);
  expect(textIn(found, 'course.md')).toContain('title: "Accueil"');
  expect(textIn(found, 'course.md')).toContain('language: fr');
  expect(bodyIn(found, '01-page.md')).toBe(
    '> [!CAUTION]\n> **Attention**\n\n[x](02-other.md)\n\n![Une image](assets/p.png)',
  );
  expect(bodyIn(found, '02-other.md')).toBe(
    'Texte\n\n::: details Plus\ncaché\n\n:::\n\n```go\nx := 1\n```',
  );
  expect(saidIn(found)).toContain('content/b/page.md:9 shortcode {{< youtube abc >}}');
});

test('Jekyll: nav_order, Liquid, classes of paragraphs', () => {
  const found = read({
    '_config.yml': 'title: Manual\ndescription: How we do it.\nlang: pt\n',
    'index.md': '---\ntitle: Home\n---\nStart [here]({{ site.baseurl }}/second).\n',
    'first.md':
      '---\ntitle: First\nnav_order: 2\n---\n{: .warning }\nDo not.\n\nText\n{: .fs-6 }\n\n{% include x.html %} [b]({% link second.md %})\n',
    'second.md':
      '---\ntitle: Second\nnav_order: 1\npermalink: /second\n---\n{% raw %}Words{% endraw %}\n',
    '_includes/x.md': 'x',
  });
  expect(pathsIn(found)).toEqual([
    'my-folder/01-second.md',
    'my-folder/02-first.md',
    'my-folder/course.md',
  ]);
  expect(bodyIn(found, 'course.md')).toBe('Start [here](01-second.md).');
  expect(bodyIn(found, '02-first.md')).toBe(
    '> [!WARNING]\n> Do not.\n\nText\n\n [b](01-second.md)',
  );
  expect(bodyIn(found, '01-second.md')).toBe('Words');
});

test('a vault of notes: wiki links, embedded pictures, comments', () => {
  const found = read({
    'Daily note.md':
      'See [[Über uns|about us]], [[Über uns#Wer wir sind]], [[#Später]], [[Nirgends]].\n\n![[pic 1.png|Two people]] ![[Über uns]]\n\n%% secret %%\n\n## Später ^abc\n\n> [!faq]+ Why?\n> Because.\n>\n> > [!tip]\n> > Inside\n\n[[1, 2], [3]]\n',
    'Über uns.md': '# Über uns\n\n## Wer wir sind\n\nWir.\n',
    'media/pic 1.png': 'png',
  });
  expect(
    bodyIn(found, '01-daily-note.md'),
  ).toBe(`See [about us](02-uber-uns.md), [Wer wir sind](02-uber-uns.md#wer-wir-sind), [Später](#später), Nirgends.

![Two people](assets/media/pic-1.png) [Über uns](02-uber-uns.md)

## Später

::: details Why?
Because.

> [!TIP]
> Inside

:::

[[1, 2], [3]]`);
  expect(saidIn(found)).toEqual(['Daily note.md:1 link-missing Nirgends']);
});

test('one long page becomes a lesson for each chapter', () => {
  const found = read(
    {
      'guide.md': `---
description: Everything about doors.
author: Ann
---
# Doors

Before all. Go to [locks](#locks-keys) or [inside](#deep).

## Doors & hinges

One.

### Deep

Two. [Up](#doors)

## Locks, keys

Three. [Deep](#deep)
`,
    },
    'Doors',
  );
  expect(pathsIn(found)).toEqual([
    'doors/01-doors-hinges.md',
    'doors/02-locks-keys.md',
    'doors/course.md',
  ]);
  expect(textIn(found, 'course.md')).toContain('summary: "Everything about doors."');
  expect(bodyIn(found, 'course.md')).toContain('[locks](02-locks-keys.md)');
  expect(bodyIn(found, 'course.md')).toContain('[inside](01-doors-hinges.md#deep)');
  expect(bodyIn(found, '01-doors-hinges.md')).toBe('One.\n\n## Deep\n\nTwo. Up');
  expect(bodyIn(found, '02-locks-keys.md')).toBe('Three. [Deep](01-doors-hinges.md#deep)');
});

test('other scripts, equal names and names that Windows keeps become safe names', () => {
  const found = read({
    'README.md': '# All\n\nIntro words that are long enough.\n',
    'урок один.md': '# Урок\n\nТекст\n',
    '第一課.md': '# 第一課\n\n文字\n',
    'درس.md': '# درس\n\nنص\n',
    'a/CON.md': '# Con\n\nx\n',
    'b/con.md': '# Con\n\ny\n',
    '🎉.md': '# Party\n\nz\n',
  });
  const names = pathsIn(found).map((path) => path.replace('my-folder/', ''));
  for (const name of names) expect(name).toMatch(/^[a-z0-9./-]+$/);
  expect(new Set(names).size).toBe(7);
  expect(names.some((name) => /\d-con-file-2\.md/.test(name))).toBe(true);
  expect(names.some((name) => /\d-urok-odin\.md/.test(name))).toBe(true);
});

test('what is too large for one course becomes several, whole folders together', () => {
  const files = Object.fromEntries(
    ['a', 'b', 'c'].flatMap((folder) =>
      [1, 2, 3].map((page) => [
        `${folder}/${page}.md`,
        `# ${folder}${page}\n\n[b](../b/1.md) ![p](../p.png)\n`,
      ]),
    ),
  );
  const found = read(
    { ...files, 'p.png': 'png', 'README.md': '# Big\n\nA big one, with many pages.\n' },
    'big',
    6,
  );
  expect(pathsIn(found).filter((path) => path.endsWith('.md'))).toEqual(
    [
      ...[1, 2, 3, 4, 5, 6].map((page) => `big-1/0${page}-lesson-${page > 3 ? page - 3 : page}.md`),
      'big-1/course.md',
      ...[1, 2, 3].map((page) => `big-2/0${page}-lesson-${page}.md`),
      'big-2/course.md',
    ].map((path) => path.replace(/big-1\/0([456])-lesson-([123])/, 'big-1/0$1-lesson-$2-2')),
  );
  expect(saidIn(found)).toContain('c/1.md:3 link-beyond b/1.md');
  expect(coursesIn(found).map(({ id, texts }) => `${id} ${texts[0].matter.title}`)).toEqual([
    'big-1 Big: A',
    'big-2 Big: C',
  ]);
});

test('the id of a course that is there already is not taken again', () => {
  const files = sourceFiles({ 'a.md': '# A\n\nx\n', 'b.md': '# B\n\ny\n' });
  const found = readFolder(files, { name: 'Mine', isTaken: (id) => id === 'mine' });
  expect(pathsIn(found)).toContain('mine-2/course.md');
  expect(saidIn(found)).toEqual([':1 name-taken mine mine-2']);
});

test('languages in folders, none of them above the others', () => {
  const found = read({
    'docs/en/one.md': '# One\n\n[two](two.md)\n',
    'docs/en/two.md': '# Two\n\nx\n',
    'docs/de/one.md': '# Eins\n\n[zwei](two.md)\n',
    'docs/de/nur.md': '# Nur hier\n\nx\n',
    'docs/pt-br/two.md': '# Dois\n\nx\n',
  });
  expect(pathsIn(found)).toEqual([
    'my-folder/01-one.md',
    'my-folder/02-two.md',
    'my-folder/course.md',
    'my-folder/de/01-one.md',
    'my-folder/de/course.md',
    'my-folder/pt-BR/02-two.md',
    'my-folder/pt-BR/course.md',
  ]);
  expect(bodyIn(found, 'de/01-one.md')).toBe('[zwei](02-two.md)');
  expect(saidIn(found)).toEqual(['docs/de/nur.md:1 page-extra']);
});

test('a page whose quotes are tangled keeps its place, as others lead to it', () => {
  const tangled = '>***\na\n'.repeat(2000);
  const found = read({ 'a.md': '# A\n\n[b](b.md)\n', 'b.md': tangled });
  expect(bodyIn(found, '01-a.md')).toBe('[b](02-b.md)');
  expect(saidIn(found)).toEqual(['b.md:1 page-tangled']);
});

test('pages that cannot be read, or say nothing, are named', () => {
  const found = readFolder(
    [
      { path: 'a.md', bytes: 5, read: () => '# A\n\nWords.\n' },
      { path: 'b.md', bytes: 5, read: () => '# B\n\nWords.\n' },
      {
        path: 'bad.md',
        bytes: 5,
        read: () => {
          throw new Error('no text');
        },
      },
      { path: 'empty.md', bytes: 0, read: () => '---\ntitle: x\n---\n\n' },
      {
        path: 'huge.md',
        bytes: 3 * 1024 * 1024,
        read: () => {
          throw new Error('must not be read');
        },
      },
      { path: 'yaml.md', bytes: 5, read: () => '---\ntitle: [\n---\n# Still here\n\nx\n' },
    ],
    { name: 'x' },
  );
  expect(unnamedErrors(found)).toEqual([]);
  expect(pathsIn(found)).toEqual(['x/01-a.md', 'x/02-b.md', 'x/03-yaml.md', 'x/course.md']);
  expect(saidIn(found)).toEqual([
    'bad.md:1 page-unreadable',
    'empty.md:1 page-empty',
    'huge.md:1 page-too-large 2',
    'yaml.md:1 matter-broken',
  ]);
});
