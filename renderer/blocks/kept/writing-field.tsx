// A field that grows with what is written into it.
import type { Ref } from 'react';

interface WritingFieldProps {
  /** Ids of the elements that name it. */
  labelledBy: string;
  /** The element that says what is missing, if anything is. */
  missingId: string | null;
  value: string;
  onChange: (value: string) => void;
  most: number;
  lines: number;
  ref?: Ref<HTMLTextAreaElement>;
}

export function WritingField(props: WritingFieldProps) {
  const { labelledBy, missingId, value, onChange, most, lines, ref } = props;
  return (
    <textarea
      ref={ref}
      className="writing"
      rows={lines}
      dir="auto"
      maxLength={most}
      aria-labelledby={labelledBy}
      aria-invalid={missingId !== null}
      {...(missingId !== null && { 'aria-describedby': missingId })}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
