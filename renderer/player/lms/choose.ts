// The platform that a page was made for.
import type { PlayerPage } from '../../../core/player/page';
import { Alone } from './alone';
import { Cmi5, launchOf } from './cmi5';
import type { Lms } from './lms';
import { Scorm } from './scorm';
import { scorm12 } from './scorm-12';
import { scorm2004 } from './scorm-2004';

export function lmsFor({ delivery, course, language }: PlayerPage): Lms {
  switch (delivery) {
    case 'alone':
      return new Alone(`deskwise/${course.id}/${course.version}`);
    case 'scorm12':
      return new Scorm(scorm12);
    case 'scorm2004':
      return new Scorm(scorm2004);
    case 'cmi5':
      return new Cmi5(launchOf(window.location.search), language);
  }
}
