// Who learns in a page outside the app: nobody it knows by name, with the settings of the browser.
import type { PlayerPage } from '../../core/player/page';
import { settings } from '../../core/settings';
import type { SessionValue } from '../frame/session';

/** Profiles belong to the app: there are no others to open here, and nothing to change. */
const nothing = async (): Promise<void> => {};

export const sessionOf = ({ course, language, interfaceLanguage }: PlayerPage): SessionValue => ({
  app: {
    version: course.version,
    runtime: '',
    platform: '',
    systemLanguages: [interfaceLanguage],
    open: null,
    language: interfaceLanguage,
    theme: null,
  },
  learner: {
    id: '00000000-0000-4000-8000-000000000000',
    name: '',
    settings: settings.parse({ language: interfaceLanguage }),
    createdAt: new Date(0).toISOString(),
  },
  language,
  theme: 'system',
  open: () => {},
  change: nothing,
  leave: nothing,
});
