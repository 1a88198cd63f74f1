// stand-in
interface Props {
  text: string;
  onChange: (text: string) => void;
  onCursor: (line: number) => void;
  label: string;
  language: string;
  goTo: { line: number } | null;
}
export function PlainEditor({ text, onChange, onCursor, label, language }: Props) {
  return (
    <textarea
      className="workspace__plain"
      aria-label={label}
      lang={language}
      dir="auto"
      value={text}
      onChange={(event) => onChange(event.target.value)}
      onSelect={(event) =>
        onCursor(
          event.currentTarget.value.slice(0, event.currentTarget.selectionStart).split('\n').length,
        )
      }
    />
  );
}
