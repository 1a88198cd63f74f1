// A block as fields instead of syntax, over the same text: each change writes that field alone.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BlockForm, FormChange } from '../../../core/studio/block-form/form';
import { Notice } from '../../ui/notice';
import { useKindWords } from '../editor/use-text-editor';
import { AttributeField } from './attribute-field';
import type { BlockAt } from './block-at';
import { DraftField } from './draft-field';
import { EntryList } from './entry-list';
import { Field } from './field';
import { controlOf, hasId, partsOf } from './parts';

interface BlockViewProps {
  block: BlockAt;
  /** BCP 47 tag of the text. */
  language: string;
  /** False where the text cannot take the change. */
  onChange: (change: FormChange) => boolean;
}

export function BlockView({ block, language, onChange }: BlockViewProps) {
  const { t } = useTranslation('studio-form');
  const { reading } = block;
  if (reading.form === null) {
    return (
      <Notice>
        <p>{t(`reason.${reading.reason}`)}</p>
      </Notice>
    );
  }
  return (
    <Fields
      // Another block begins with fields of its own.
      key={block.line}
      form={reading.form}
      language={language}
      onChange={onChange}
    />
  );
}

interface FieldsProps {
  form: BlockForm;
  language: string;
  /** False where the text cannot take the change. */
  onChange: (change: FormChange) => boolean;
}

function Fields({ form, language, onChange }: FieldsProps) {
  const { t } = useTranslation('studio-form');
  const kinds = useKindWords();
  const [said, setSaid] = useState('');
  const [isRefused, setRefused] = useState(false);
  const refuse = (): void => setRefused(true);
  const change = (asked: FormChange): boolean => {
    const isDone = onChange(asked);
    if (isDone) setRefused(false);
    return isDone;
  };
  return (
    <>
      <h2 className="block-form__kind">{kinds.name(form.kind)}</h2>
      <p role="status" className="for-ears">
        {said}
      </p>
      {isRefused && (
        <div className="block-form__refused">
          <Notice kind="warn" announced>
            <p>{t('refused.act')}</p>
          </Notice>
        </div>
      )}
      {partsOf(form).map((part) =>
        'field' in part ? (
          <Field
            key={part.field}
            name={part.field}
            control={controlOf(part.field)}
            value={form.fields[part.field] ?? null}
            language={language}
            onChange={(value) => change({ change: 'field', path: [part.field], value })}
            onRefused={refuse}
          />
        ) : (
          <EntryList
            key={part.list}
            kind={form.kind}
            path={[part.list]}
            entries={form.lists[part.list] ?? []}
            language={language}
            onChange={change}
            onSaid={setSaid}
            onRefused={refuse}
          />
        ),
      )}
      <Settings form={form} onChange={change} onRefused={refuse} />
      <Kept form={form} />
    </>
  );
}

interface SettingsProps extends Pick<FieldsProps, 'form' | 'onChange'> {
  onRefused: () => void;
}

/** What the opening line says; most of it is seldom wanted. */
function Settings({ form, onChange, onRefused }: SettingsProps) {
  const { t } = useTranslation('studio-form');
  const isNamed = form.id !== null || hasId(form.kind);
  if (!isNamed && form.attributes.length + form.unknownAttributes.length === 0) return null;
  return (
    <details className="block-form__settings">
      <summary>{t('settings')}</summary>
      <div className="block-form__attributes">
        {isNamed && (
          <DraftField
            label={t('id')}
            value={form.id ?? ''}
            language={null}
            refusal={t('refused.id')}
            onCommit={(id) => onChange({ change: 'id', value: id.trim() })}
          />
        )}
        {form.attributes.map((attribute) => (
          <AttributeField
            key={attribute.name}
            attribute={attribute}
            onChange={(value) => onChange({ change: 'attribute', name: attribute.name, value })}
            onRefused={onRefused}
          />
        ))}
      </div>
      {form.unknownAttributes.length > 0 && (
        <div>
          <p>{t('unknown')}</p>
          <ul className="block-form__unknown">
            {form.unknownAttributes.map(({ name, value }) => (
              <li key={name}>
                <code dir="ltr">{value === '' ? name : `${name}=${value}`}</code>
              </li>
            ))}
          </ul>
        </div>
      )}
    </details>
  );
}

function Kept({ form }: Pick<FieldsProps, 'form'>) {
  const { t } = useTranslation('studio-form');
  if (form.kept.length === 0) return null;
  return (
    <div className="block-form__kept">
      <p>{t('kept')}</p>
      {form.kept.map((piece, at) => (
        <pre key={at} dir="auto">
          {piece}
        </pre>
      ))}
    </div>
  );
}
