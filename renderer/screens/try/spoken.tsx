// The page as a list of what is read aloud, in its order: for authors who do not use a screen reader.
import { type RefObject, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readingOrder, type SpokenLine } from './reading-order';

const settleMilliseconds = 300;

export function Spoken({ page }: { page: RefObject<HTMLElement | null> }) {
  const { t, i18n } = useTranslation('studio');
  const [lines, setLines] = useState<SpokenLine[]>([]);
  useEffect(() => {
    const root = page.current;
    if (!root) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => setLines(readingOrder(root)), settleMilliseconds);
    };
    const observer = new MutationObserver(look);
    observer.observe(root, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
    look();
    return () => {
      clearTimeout(timer);
      observer.disconnect();
    };
  }, [page]);
  const roleWords = (role: string): string =>
    i18n.exists(`studio:role.${role}`) ? t(`role.${role}`) : role;
  return (
    <aside className="spoken" aria-label={t('try.spoken')}>
      <h2 className="spoken__title">{t('try.spoken')}</h2>
      <ol className="spoken__lines">
        {lines.map(({ role, words, level }, at) => (
          <li key={at} className="spoken__line">
            {role !== null && (
              <span className="spoken__role">
                {roleWords(role)}
                {level !== null && ` ${level}`}
              </span>
            )}
            <span dir="auto">{words}</span>
          </li>
        ))}
      </ol>
    </aside>
  );
}
