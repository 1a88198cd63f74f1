// A field of the form: what is typed goes into the text at each pause, and stays as it is typed.
import { CircleAlert } from 'lucide-react';
import { useEffect, useEffectEvent, useLayoutEffect, useState } from 'react';
import { FieldError, Input, Label, TextArea, TextField } from 'react-aria-components';
import { Icon } from '../../ui/icon';

const pauseMilliseconds = 400;

interface DraftFieldProps {
  label: string;
  value: string;
  /** The label stands above already, in larger words. */
  isNamed?: boolean;
  /** Some lines, or one. */
  isLong?: boolean;
  /** BCP 47 tag of the text; null for what is no language. */
  language: string | null;
  /** Every key is told, not each pause: where nothing is written into the text yet. */
  isAtOnce?: boolean;
  /** What to say where the text cannot take the words. */
  refusal: string;
  /** False where the text cannot take the words. */
  onCommit: (words: string) => boolean;
}

interface Draft {
  words: string;
  /** What stood in the text when the field was left without being understood; null while it is written in. */
  over: string | null;
  isRefused: boolean;
}

export function DraftField(props: DraftFieldProps) {
  const { label, isNamed = false, value, isLong = false } = props;
  const { language, isAtOnce = false, refusal, onCommit } = props;
  const [draft, setDraft] = useState<Draft | null>(null);
  const shown = draft && (draft.over === null || draft.over === value) ? draft : null;
  const words = shown?.words ?? value;
  const isWaiting = shown !== null && shown.over === null && !shown.isRefused;

  const pause = useEffectEvent(() => {
    if (!onCommit(words)) setDraft({ words, over: null, isRefused: true });
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: each key begins the pause anew
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setTimeout(() => pause(), pauseMilliseconds);
    return () => clearTimeout(timer);
  }, [isWaiting, words]);

  const leave = (): void => {
    if (!shown) return;
    setDraft(onCommit(words) ? null : { words, over: value, isRefused: true });
  };
  // Who goes to another screen by a key does not lose the last words.
  const end = useEffectEvent(() => {
    if (isWaiting) onCommit(words);
  });
  useLayoutEffect(() => () => end(), []);

  const box = {
    className: 'block-form__input',
    dir: 'auto',
    ...(language !== null && { lang: language }),
  } as const;
  return (
    <TextField
      className="block-form__field"
      validationBehavior="aria"
      isInvalid={shown?.isRefused ?? false}
      value={words}
      onChange={(next) => {
        if (isAtOnce) onCommit(next);
        else setDraft({ words: next, over: null, isRefused: false });
      }}
      onBlur={leave}
    >
      <Label className={isNamed ? 'for-ears' : 'block-form__label'}>{label}</Label>
      {isLong ? <TextArea {...box} rows={1} /> : <Input {...box} />}
      <FieldError className="text-field__error">
        <Icon of={CircleAlert} size="small" />
        {refusal}
      </FieldError>
    </TextField>
  );
}
