// The few words that the shell itself shows, in native dialogs.
import i18next, { type TFunction } from 'i18next';
import { interfaceLanguage } from '../../core/looks';
import ar from './text/ar.json';
import de from './text/de.json';
import en from './text/en.json';
import es from './text/es.json';
import fr from './text/fr.json';
import pt from './text/pt.json';

/** Words in the interface language nearest to the tag. */
export async function words(language: string): Promise<TFunction> {
  const instance = i18next.createInstance();
  return instance.init({
    lng: interfaceLanguage(language),
    fallbackLng: 'en',
    interpolation: { escapeValue: false },
    resources: {
      en: { translation: en },
      es: { translation: es },
      fr: { translation: fr },
      de: { translation: de },
      pt: { translation: pt },
      ar: { translation: ar },
    },
  });
}
