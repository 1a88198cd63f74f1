// A block of code or of any text that must stand as typed, with the name of its language.
import { useTranslation } from 'react-i18next';
import { Scroller } from './scroller';

interface CodeProps {
  language: string;
  text: string;
  line: number | undefined;
}

export function Code({ language, text, line }: CodeProps) {
  const { t } = useTranslation('prose');
  const name = language === '' ? t('code.name') : t('code.nameIn', { language });
  return (
    <div className="prose__code-block" data-line={line} dir="ltr">
      {language !== '' && <p className="prose__code-language">{language}</p>}
      <Scroller className="prose__code-scroller" name={name}>
        <pre>
          <code>{text.replace(/\n$/, '')}</code>
        </pre>
      </Scroller>
    </div>
  );
}
