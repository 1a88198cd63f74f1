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
import { type InterfaceLanguage, interfaceLanguages } from '../../core/settings';
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

/** What buttons are called to which we give no name. */
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
  return [...markup.matchAll(/<button[^>]*aria-label="([^"]*)"/g)].map(([, label = '']) => label);
}

const words: Record<InterfaceLanguage, string[]> = {
  en: ['Increase', 'Drag XYZ'],
  es: ['Aumentar', 'Arrastrar XYZ'],
  fr: ['Augmenter', 'Déplacer XYZ'],
  de: ['erhöhen', 'XYZ ziehen'],
  // European: in Brazil it is “Arraste XYZ”.
  pt: ['Aumentar', 'Arrastar XYZ'],
  ar: ['زيادة', 'اسحب XYZ'],
};

test.each(interfaceLanguages)('in %s', (language) => {
  expect(spoken(language)).toEqual(words[language]);
});
