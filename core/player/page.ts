// What a page that plays a course outside the app carries in itself, and where it is played.
import type { Course } from '../course/course';
import type { InterfaceLanguage } from '../looks';
import type { OrganisationWords } from '../organisation';
import type { Links } from '../views';

/** Where the page tells what was done: nowhere, or a learning platform by one of three agreements. */
export const deliveries = ['alone', 'scorm12', 'scorm2004', 'cmi5'] as const;
export type Delivery = (typeof deliveries)[number];

/** Right answers are in it, as they are in every page that grades by itself. */
export interface PlayerPage {
  delivery: Delivery;
  /** The own language, and the wanted one where there is a translation. */
  course: Course;
  /** BCP 47 tag of the words that are wanted. */
  language: string;
  interfaceLanguage: InterfaceLanguage;
  /** By the folder of each language; addresses of assets are relative to the page, or hold the file. */
  links: Record<string, Links>;
  organisation: OrganisationWords;
}

/** The ids of the elements that hold the two as JSON. */
export const pageElement = 'deskwise-page';
export const wordsElement = 'deskwise-words';
