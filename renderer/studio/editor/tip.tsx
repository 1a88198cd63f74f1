// What a button without words does, and by which keys.
import { Tooltip } from 'react-aria-components';
import { useKeys } from './use-keys';

export function Tip({ label, of }: { label: string; of: string }) {
  const keys = useKeys();
  return (
    <Tooltip className="editor__tip" placement="bottom" offset={6}>
      {label} <kbd className="editor__keys">{keys(of)}</kbd>
    </Tooltip>
  );
}
