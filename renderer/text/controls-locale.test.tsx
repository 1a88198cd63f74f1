// The words that React Aria adds by itself are in the language of the app, in all that it speaks.

import {
  Button,
  GridList,
  GridListItem,
  I18nProvider,
  Input,
  Label,
  NumberField,
  useDragAndDrop,
} from 'react-aria-components';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { type InterfaceLanguage, interfaceLanguages } from '../../core/looks';
import { controlsLocale } from './languages';

function Dragged() {
  const { dragAndDropHooks } = useDragAndDrop({ getItems: () => [], onReorder: () => {} });
  return (
    <GridList aria-label="a" dragAndDropHooks={dragAndDropHooks}>
      <GridListItem id="x" textValue="XYZ">
        <Button slot="drag">=</Button>
      </GridListItem>
    </GridList>
  );
}

/** What buttons and fields are called to which we give no name. */
function spoken(language: string): string[] {
  const markup = renderToStaticMarkup(
    <I18nProvider locale={controlsLocale(language)}>
      <NumberField defaultValue={1}>
        <Label>XYZ</Label>
        <Button slot="increment">+</Button>
        <Input />
      </NumberField>
      <Dragged />
    </I18nProvider>,
  );
  const said = /<button[^>]*aria-label="([^"]*)"|aria-roledescription="([^"]*)"/g;
  return [...markup.matchAll(said)].map(([, label, role]) => label ?? role ?? '');
}

const words: Record<InterfaceLanguage, string[]> = {
  en: ['Increase', 'Number field', 'Drag XYZ'],
  es: ['Aumentar', 'Campo de número', 'Arrastrar XYZ'],
  fr: ['Augmenter', 'Champ de nombre', 'Déplacer XYZ'],
  de: ['erhöhen', 'Nummernfeld', 'XYZ ziehen'],
  // European: in Brazil it is “Campo de número”.
  pt: ['Aumentar', 'Campo numérico', 'Arrastar XYZ'],
  ar: ['زيادة', 'حقل رقمي', 'اسحب XYZ'],
};

test.each(interfaceLanguages)('in %s', (language) => {
  expect(spoken(language)).toEqual(words[language]);
});
