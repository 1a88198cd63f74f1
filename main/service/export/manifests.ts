// The files by which a learning platform knows a package: imsmanifest.xml of SCORM, cmi5.xml of cmi5.
import { create } from 'xmlbuilder2';
import { bestText } from '../../../core/course/in-language';
import type { PlayerPage } from '../../../core/player/page';

export interface Packed {
  page: PlayerPage;
  /** Paths of all files in the package, the page first. */
  files: readonly string[];
}

const written = (tree: Parameters<typeof create>[1] & object): string =>
  `${create({ version: '1.0', encoding: 'UTF-8' }, tree).end({ prettyPrint: true })}\n`;

/** Names in XML begin with a letter. */
const identifier = (kind: string, { course }: PlayerPage): string => `${kind}-${course.id}`;

const titleOf = ({ course, language }: PlayerPage): string =>
  bestText(course, language).matter.title;

/** Addresses in the manifest are those of a URL. */
const href = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

const filesOf = ({ files }: Packed) => files.map((path) => ({ '@href': href(path) }));

interface ScormEdition {
  /** Addresses of the XML vocabularies. */
  spaces: Record<`@xmlns${string}`, string>;
  schemaversion: string;
  /** The attribute that says a resource speaks to the platform: its case differs by edition. */
  scormType: '@adlcp:scormtype' | '@adlcp:scormType';
  sequencing?: object;
}

/**
 * One page that is the whole course. No mastery score: a platform that has one judges a course that
 * somebody leaves in the middle. The player says itself when it is passed.
 */
function scormManifest(packed: Packed, edition: ScormEdition): string {
  const { page, files } = packed;
  return written({
    manifest: {
      ...edition.spaces,
      '@identifier': identifier('course', page),
      '@version': page.course.version,
      metadata: { schema: 'ADL SCORM', schemaversion: edition.schemaversion },
      organizations: {
        '@default': identifier('all', page),
        organization: {
          '@identifier': identifier('all', page),
          title: titleOf(page),
          item: {
            '@identifier': identifier('item', page),
            '@identifierref': identifier('page', page),
            '@isvisible': 'true',
            title: titleOf(page),
            ...edition.sequencing,
          },
        },
      },
      resources: {
        resource: {
          '@identifier': identifier('page', page),
          '@type': 'webcontent',
          [edition.scormType]: 'sco',
          '@href': href(files[0] ?? ''),
          file: filesOf(packed),
        },
      },
    },
  });
}

export const scorm12Manifest = (packed: Packed): string =>
  scormManifest(packed, {
    spaces: {
      '@xmlns': 'http://www.imsproject.org/xsd/imscp_rootv1p1p2',
      '@xmlns:adlcp': 'http://www.adlnet.org/xsd/adlcp_rootv1p2',
    },
    schemaversion: '1.2',
    scormType: '@adlcp:scormtype',
  });

/** Completion and success are set by the player. */
export const scorm2004Manifest = (packed: Packed): string =>
  scormManifest(packed, {
    spaces: {
      '@xmlns': 'http://www.imsglobal.org/xsd/imscp_v1p1',
      '@xmlns:adlcp': 'http://www.adlnet.org/xsd/adlcp_v1p3',
      '@xmlns:imsss': 'http://www.imsglobal.org/xsd/imsss',
    },
    schemaversion: '2004 4th Edition',
    scormType: '@adlcp:scormType',
    sequencing: {
      'imsss:sequencing': {
        'imsss:deliveryControls': {
          '@completionSetByContent': 'true',
          '@objectiveSetByContent': 'true',
        },
      },
    },
  });

/** One unit that is left when it is completed and, where anything is graded, passed. */
export function cmi5Structure({ page, files }: Packed): string {
  const { course, language } = page;
  const [own] = course.texts;
  const { matter } = bestText(course, language);
  const isGraded = own.lessons.some(({ items }) => items.some(({ points }) => points > 0));
  const words = (text: string) => ({ langstring: { '@lang': language, '#': text } });
  const iri = `urn:deskwise:${encodeURIComponent(course.id)}`;
  const described = { title: words(matter.title), description: words(matter.summary) };
  return written({
    courseStructure: {
      '@xmlns': 'https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd',
      course: { '@id': iri, ...described },
      au: {
        '@id': `${iri}:all`,
        '@launchMethod': 'AnyWindow',
        '@moveOn': isGraded ? 'CompletedAndPassed' : 'Completed',
        ...(isGraded && { '@masteryScore': String(own.matter.pass / 100) }),
        ...described,
        url: href(files[0] ?? ''),
      },
    },
  });
}
