// The addresses of the screens.

const part = encodeURIComponent;
/** The first stays as it is. */
const step = (each: string, at: number): string => (at === 0 ? each : part(each));

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
  quality: (folder: string) => `/quality/${part(folder)}`,
  translate: (folder: string, language?: string, file?: string) =>
    ['/translate', folder, language, file]
      .filter((each) => each !== undefined)
      .map(step)
      .join('/'),
  /** A course as its learners meet it, where nothing is kept. */
  tryOut: (course: string, lesson?: string): string =>
    `/try${lesson === undefined ? paths.course(course) : paths.lesson(course, lesson)}`,
  /** Courses that the organisation offers. */
  catalogue: () => '/catalogue',
  /** A course from a file. */
  pack: () => '/pack',
  /** A course to a file. */
  share: (course: string) => `/course/${part(course)}/share`,
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

/** Where a link inside a course leads. */
export const goTo = (
  course: string,
  target: { lesson: string; anchor?: string } | { course: true },
): string => ('course' in target ? paths.course(course) : paths.lesson(course, target.lesson));
