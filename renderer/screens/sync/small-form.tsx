// A few fields with one button, where one thing is mended at once; also in the middle of a longer form.
import type { FormEvent, KeyboardEvent, ReactNode } from 'react';
import { useAction } from '../../client/use-action';
import { Button } from '../../ui/button';
import { Failed } from '../../ui/failed';

interface SmallFormProps {
  /** Gives null where something is missing. */
  work: () => Promise<unknown> | null;
  label: string;
  /** It stands within another form, which its Enter key must not send. */
  isWithin?: boolean;
  children: ReactNode;
}

export function SmallForm({ work, label, isWithin = false, children }: SmallFormProps) {
  const { state, run } = useAction();
  const begin = () => {
    // The button lets nobody press it twice; the Enter key does not ask it.
    if (state.at === 'working') return;
    const begun = work();
    if (begun) void run(() => begun);
  };
  const inside = (
    <>
      {children}
      <div>
        <Button
          {...(isWithin ? { onPress: begin } : { type: 'submit' })}
          look="primary"
          isPending={state.at === 'working'}
        >
          {label}
        </Button>
      </div>
      {state.at === 'failed' && <Failed failure={state.failure} />}
    </>
  );
  if (isWithin) {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
      event.preventDefault();
      begin();
    };
    return (
      <fieldset className="sync__fields" aria-label={label} onKeyDown={onKeyDown}>
        {inside}
      </fieldset>
    );
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    begin();
  };
  return (
    <form className="sync__fields" noValidate onSubmit={submit}>
      {inside}
    </form>
  );
}
