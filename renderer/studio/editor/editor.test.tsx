// What stands around the text before CodeMirror is there.
import i18next from 'i18next';
import { renderToStaticMarkup } from 'react-dom/server';
import { initReactI18next } from 'react-i18next';
import { beforeAll, expect, test } from 'vitest';
import { samples } from '../../../core/course/samples';
import common from '../../text/en/common.json';
import words from '../../text/en/studio-editor.json';
import { Editor } from './editor';

beforeAll(async () => {
  await i18next.use(initReactI18next).init({
    lng: 'en',
    defaultNS: 'common',
    resources: { en: { common, 'studio-editor': words } },
  });
});

const drawn = (readOnly: boolean): string =>
  renderToStaticMarkup(
    <Editor
      text="Words"
      onChange={() => {}}
      label="Lesson 1"
      language="en"
      readOnly={readOnly}
      problems={[]}
      mends={[]}
      onCursor={() => {}}
      goTo={null}
      around={() => ({
        file: '01-a.md',
        files: [],
        ids: [],
        terms: [],
        competences: [],
        facts: [],
        topics: [],
        courses: [],
        organisationKeys: [],
      })}
      onPicture={async () => null}
      onPut={() => {}}
    />,
  );

test('tools with their names, and how to leave the text', () => {
  const markup = drawn(false);
  for (const name of Object.values(words.action)) expect(markup).toContain(`aria-label="${name}"`);
  expect(markup).toContain(words.leave);
  expect(markup).toContain('aria-label="Lesson 1"');
});

test('a text that is only read has no tools', () => {
  expect(drawn(true)).not.toContain('<button');
});

test('every kind that can be inserted has a name, and a use in the same words as the docs', () => {
  for (const { kind, use } of Object.values(samples).flat()) {
    expect(words.kind).toHaveProperty(kind);
    expect(words.use).toHaveProperty(kind, use);
  }
});
