// Yes or no, with its words beside it.

interface TickProps {
  label: string;
  isOn: boolean;
  isDisabled?: boolean;
  onChange: (isOn: boolean) => void;
}

export const Tick = ({ label, isOn, isDisabled, onChange }: TickProps) => (
  <label className="block-form__tick">
    <input
      type="checkbox"
      checked={isOn}
      disabled={isDisabled}
      onChange={(event) => onChange(event.target.checked)}
    />
    {label}
  </label>
);
