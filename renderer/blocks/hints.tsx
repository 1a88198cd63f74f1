// The hints asked for so far, one under the other.
import { Lightbulb } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Prose } from '../../core/course/prose';
import { Words } from '../prose/words';
import { useFormat } from '../text/use-format';
import { Icon } from '../ui/icon';

export function Hints({ hints, left }: { hints: readonly Prose[][]; left: number }) {
  const { t } = useTranslation('item');
  const format = useFormat();
  const all = hints.length + left;
  return (
    // Read out when one is added; the list is there from the start, or nothing would be heard.
    <div className="item__hints" aria-live="polite" hidden={hints.length === 0}>
      {hints.map((hint, at) => (
        <div className="item__hint" key={at} tabIndex={-1} data-focus="hint" data-quiet-focus="">
          <p className="item__hint-word">
            <Icon of={Lightbulb} />
            {all === 1
              ? t('hint.only')
              : t('hint.title', { number: format.number(at + 1), all: format.number(all) })}
          </p>
          <Words nodes={hint} />
        </div>
      ))}
    </div>
  );
}
