// The language of the editor: front matter in YAML, then Markdown as courses write it.
import { commonmarkLanguage, markdown } from '@codemirror/lang-markdown';
import { yamlFrontmatter } from '@codemirror/lang-yaml';
import type { LanguageSupport } from '@codemirror/language';
import { Autolink, type MarkdownConfig, Strikethrough, Table } from '@lezer/markdown';
import { courseSyntax } from './course-syntax';

/** In courses HTML is shown as text, so it is coloured as text. */
const withoutHtml: MarkdownConfig = { remove: ['HTMLBlock', 'HTMLTag'] };

export const courseLanguage = (): LanguageSupport =>
  yamlFrontmatter({
    content: markdown({
      base: commonmarkLanguage,
      extensions: [Table, Strikethrough, Autolink, courseSyntax, withoutHtml],
      completeHTMLTags: false,
    }),
  });
