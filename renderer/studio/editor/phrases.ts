// The words of CodeMirror itself, in the language of the interface.
import type { TFunction } from 'i18next';

export const phrasesOf = (t: TFunction<'studio-editor'>): Record<string, string> => ({
  Find: t('search.find'),
  Replace: t('search.replaceBy'),
  next: t('search.next'),
  previous: t('search.previous'),
  all: t('search.all'),
  'match case': t('search.case'),
  regexp: t('search.pattern'),
  'by word': t('search.word'),
  replace: t('search.replace'),
  'replace all': t('search.replaceAll'),
  close: t('search.close'),
  'current match': t('search.current'),
  'on line': t('search.onLine'),
  'replaced $ matches': t('search.replacedAll', { matches: '$' }),
  'replaced match on line $': t('search.replaced', { line: '$' }),
  'Selection deleted': t('search.deleted'),
  'Go to line': t('search.goToLine'),
  go: t('search.go'),
  Completions: t('completions'),
  'Control character': t('controlCharacter'),
});
