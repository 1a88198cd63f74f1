// Draws a page to print as text, without a window: the build makes a module of it for the service.
import '../style/fonts.css';
import '../style/tokens.css';
import '../style/base.css';
import '../prose/prose.css';
import '../prose/blocks.css';
import './paper.css';
import { createInstance } from 'i18next';
import { renderToStaticMarkup } from 'react-dom/server.edge';
import { I18nextProvider } from 'react-i18next';
import type { DrawSheet } from '../../core/paper/draw-sheet';
import { puttingIn } from '../text/begin-text';
import { Sheet } from './sheet';

export const drawSheet: DrawSheet = (page, words) => {
  const language = page.interfaceLanguage;
  const text = createInstance({
    lng: language,
    fallbackLng: language,
    defaultNS: 'paper',
    resources: { [language]: words as Record<string, Record<string, string>> },
    returnEmptyString: false,
    initAsync: false,
    interpolation: puttingIn(() => language),
  });
  void text.init();
  return renderToStaticMarkup(
    <I18nextProvider i18n={text}>
      <Sheet page={page} />
    </I18nextProvider>,
  );
};
