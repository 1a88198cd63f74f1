// The addresses of the screens.

const part = encodeURIComponent;

/**
 * The name of a folder or a file as one step of an address. The router gives back `é`, but neither
 * the `/` of a translated lesson nor the `&` of a folder's name; such a step passes it untouched.
 */
const nameStep = (name: string): string => part(name).replaceAll('~', '%7E').replaceAll('%', '~');

/** The name in such a step, or in one that was written by hand. */
export function nameIn(step: string): string {
  try {
    return decodeURIComponent(step.replaceAll('~', '%'));
  } catch {
    return step;
  }
}

/** The first stays as it is. */
const step = (each: string, at: number): string => (at === 0 ? each : nameStep(each));

export const paths = {
  home: () => '/',
  library: () => '/library',
  /** The library, with the search field ready to be typed in. */
  search: () => '/library/search',
  path: (path: string) => `/path/${part(path)}`,
  course: (course: string) => `/course/${part(course)}`,
  result: (course: string) => `/course/${part(course)}/result`,
  lesson: (course: string, lesson: string, item?: string) =>
    `/course/${part(course)}/lesson/${part(lesson)}${item ? `/${part(item)}` : ''}`,
  studio: (folder?: string, file?: string, line?: number) =>
    ['/studio', folder, file, line?.toString()]
      .filter((each) => each !== undefined)
      .map(step)
      .join('/'),
  /** What a training office sees of its people. */
  team: () => '/team',
  teamSources: () => '/team/sources',
  quality: (folder: string) => `/quality/${nameStep(folder)}`,
  translate: (folder: string, language?: string, file?: string) =>
    ['/translate', folder, language, file]
      .filter((each) => each !== undefined)
      .map(step)
      .join('/'),
  /** A course as its learners meet it, where nothing is kept, and from which file one came. */
  tryOut: (from: { folder: string; file: string }, course: string, lesson?: string): string => {
    const page = lesson === undefined ? paths.course(course) : paths.lesson(course, lesson);
    return `/try/${nameStep(from.folder)}/${nameStep(from.file)}${page}`;
  },
  /** Courses that the organisation offers. */
  catalogue: () => '/catalogue',
  /** A course from a file. */
  pack: () => '/pack',
  /** A course to a file. */
  share: (course: string) => `/course/${part(course)}/share`,
  /** The same for who writes it, and comes from the Studio. */
  shareFrom: (folder: string, course: string) => `/share/${nameStep(folder)}/${part(course)}`,
  signing: () => '/signing',
  /** A passage of a lesson, by its line in the file. */
  line: (course: string, lesson: string, line: number) =>
    `${paths.lesson(course, lesson)}/line/${line}`,
  /** A word of the glossary, on the page of its course. */
  word: (course: string, anchor: string) => `${paths.course(course)}/word/${part(anchor)}`,
  settings: () => '/settings',
  /** Other devices and the organisation. */
  sync: () => '/sync',
  setUpSync: (kind: 'lrs' | 'folder') => `/sync/begin/${kind}`,
  /** What left this computer for a place. */
  syncSent: (target: string) => `/sync/sent/${part(target)}`,
  profiles: () => '/profiles',
};

/** `COURSE[/LESSON[#BLOCK]]`, as `--open` takes it. */
export function firstPath(open: string): string {
  const [place = '', item] = open.split('#');
  const [course = '', lesson] = place.split('/');
  return lesson ? paths.lesson(course, lesson, item) : paths.course(course);
}

/** Whether an address is that of sharing the course, from wherever one came to it. */
export const isShareOf = (place: string, course: string): boolean =>
  place === paths.share(course) ||
  (place.startsWith('/share/') && place.endsWith(`/${part(course)}`));

/** Where a link inside a course leads. */
export const goTo = (
  course: string,
  target: { lesson: string; anchor?: string } | { course: true },
): string => ('course' in target ? paths.course(course) : paths.lesson(course, target.lesson));
