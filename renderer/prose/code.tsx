// A block of code or of any text that must stand as typed, with the name of its language.
import { Copy } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../client/client';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import { type CodePart, isColoured } from './code-view';
import { Scroller } from './scroller';

interface CodeProps {
  language: string;
  text: string;
  line: number | undefined;
}

export function Code({ language, text, line }: CodeProps) {
  const { t } = useTranslation('prose');
  const name = language === '' ? t('code.name') : t('code.nameIn', { language });
  const shown = text.replace(/\n$/, '');
  const parts = useColours(language, shown);
  return (
    <div className="prose__code-block" data-line={line} dir="ltr">
      <div className="prose__code-head">
        <span className="prose__code-language">{language}</span>
        {shown !== '' && <CopyButton text={shown} />}
      </div>
      <Scroller className="prose__code-scroller" name={name}>
        <pre>
          <code>{parts ? parts.map(drawn) : shown}</code>
        </pre>
      </Scroller>
    </div>
  );
}

function CopyButton({ text }: { text: string }) {
  const { t } = useTranslation('prose');
  const [came, setCame] = useState<'copied' | 'notCopied'>();
  const copy = (): void => {
    setCame(undefined);
    ask('text.copy', { text }).then(
      () => setCame('copied'),
      () => setCame('notCopied'),
    );
  };
  return (
    <>
      <span className="prose__code-came" role="status" dir="auto">
        {came === 'copied' && t('code.copied')}
        {came === 'notCopied' && t('code.notCopied')}
      </span>
      <Button look="quiet" onPress={copy}>
        <Icon of={Copy} size="small" />
        {t('code.copy')}
      </Button>
    </>
  );
}

const drawn = (part: CodePart, at: number): ReactNode =>
  typeof part === 'string' ? (
    part
  ) : (
    <span key={at} className={`code-${part.kind}`}>
      {part.parts.map(drawn)}
    </span>
  );

/** The code in its pieces, once the colours are there; until then it stands as typed. */
function useColours(language: string, text: string): CodePart[] | undefined {
  const [coloured, setColoured] = useState<{ key: string; parts: CodePart[] | undefined }>();
  const key = `${language} ${text}`;
  useEffect(() => {
    let isWanted = isColoured(language, text);
    if (!isWanted) return;
    import('./highlight').then(
      ({ highlight }) => {
        if (isWanted) setColoured({ key, parts: highlight(language.toLowerCase(), text) });
      },
      // Without colours it says the same.
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [key, language, text]);
  return coloured?.key === key ? coloured.parts : undefined;
}
