// The pictures of the line: what each shows in words, and how wide it is shown.
import './picture.css';
import { TriangleAlert } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { widthLimits } from '../../../core/course/picture-width';
import type { PictureChange, PictureInText } from '../../../core/studio/picture/pictures';
import { useFormat } from '../../text/use-format';
import { Choices } from '../../ui/choices';
import { Icon } from '../../ui/icon';
import { Notice } from '../../ui/notice';
import { DraftField } from '../form/draft-field';
import { numberIn } from '../form/number-words';
import { OneOf } from '../form/one-of';
import {
  inUnit,
  type NamedWidth,
  namedWidths,
  nameOfWidth,
  type WidthUnit,
  widthOf,
  widthUnits,
} from './width';

interface PictureViewProps {
  pictures: readonly PictureInText[];
  /** BCP 47 tag of the text. */
  language: string;
  /** Another object asks for the words of the first picture that has none. */
  begin: object | null;
  /** False where the text cannot take the change. */
  onChange: (picture: PictureInText, change: PictureChange) => boolean;
}

export function PictureView({ pictures, language, begin, onChange }: PictureViewProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!begin) return;
    const fields = [...(box.current?.querySelectorAll<HTMLElement>('textarea') ?? [])];
    const empty = fields.find((field) => (field as HTMLTextAreaElement).value === '');
    (empty ?? fields[0])?.focus();
  }, [begin]);
  return (
    <div ref={box} className="picture-form">
      {pictures.map((picture) => (
        <Picture
          key={`${picture.line} ${picture.at}`}
          picture={picture}
          language={language}
          onChange={(change) => onChange(picture, change)}
        />
      ))}
    </div>
  );
}

interface PictureProps {
  picture: PictureInText;
  language: string;
  onChange: (change: PictureChange) => boolean;
}

function Picture({ picture, language, onChange }: PictureProps) {
  const { t } = useTranslation('studio-picture');
  const id = useId();
  const [isRefused, setRefused] = useState(false);
  const { alt, src, width } = picture;
  const choose = (next: string | null): boolean => {
    const isDone = onChange({ change: 'width', width: next });
    setRefused(!isDone);
    return isDone;
  };
  return (
    <fieldset className="block-form__list picture-form__one" aria-labelledby={id}>
      <h3 id={id} className="block-form__list-name">
        {t('title', { file: src })}
      </h3>
      <DraftField
        label={t('alt')}
        value={alt}
        isLong
        language={language}
        refusal={t('refused.alt')}
        onCommit={(words) => onChange({ change: 'alt', alt: words })}
      />
      {alt.trim() === '' && (
        <p className="picture-form__missing">
          <Icon of={TriangleAlert} size="small" />
          {t('missing')}
        </p>
      )}
      <Choices<NamedWidth | 'other'>
        label={t('width.title')}
        value={nameOfWidth(width) ?? 'other'}
        onChange={(name) => {
          if (name !== 'other') choose(namedWidths[name]);
        }}
        choices={[
          { value: 'own', words: t('width.own') },
          { value: 'small', words: t('width.small') },
          { value: 'medium', words: t('width.medium') },
          { value: 'full', words: t('width.full') },
        ]}
      />
      <WidthField width={width} onChange={choose} />
      {isRefused && (
        <Notice kind="warn" announced>
          <p>{t('refused.width')}</p>
        </Notice>
      )}
    </fieldset>
  );
}

interface WidthFieldProps {
  width: string | null;
  onChange: (width: string) => boolean;
}

/** The width as a number of per cent or of pixels. */
function WidthField({ width, onChange }: WidthFieldProps) {
  const { t } = useTranslation('studio-picture');
  const format = useFormat();
  const now = width === null ? null : inUnit(width);
  const [chosen, setChosen] = useState<WidthUnit>('percent');
  const unit = now?.unit ?? chosen;
  const { least, most } = widthLimits[unit];
  const limits = { least: format.number(least), most: format.number(most) };
  return (
    <div className="picture-form__width">
      <DraftField
        label={t('width.number')}
        value={now === null ? '' : String(now.count)}
        language={null}
        refusal={t('refused.number', limits)}
        onCommit={(words) => {
          if (words.trim() === '') return true;
          const count = numberIn(words, { is: 'number', least, most, whole: true });
          return count !== null && onChange(widthOf({ count: Number(count), unit }));
        }}
      />
      <OneOf
        label={t('width.unit')}
        value={unit}
        options={widthUnits.map((each) => ({ value: each, words: t(`width.${each}`) }))}
        none={null}
        onChoose={(next) => {
          const found = widthUnits.find((each) => each === next);
          if (!found) return;
          setChosen(found);
          if (now) onChange(widthOf({ count: now.count, unit: found }));
        }}
      />
    </div>
  );
}
