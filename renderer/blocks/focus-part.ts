// Finds the control of a part of an answer, to put the focus there.

export function focusPart(box: HTMLElement | null, part: number): void {
  const place = box?.querySelector<HTMLElement>(`[data-part="${part}"]`);
  const controls = 'input:not([disabled]), button:not([disabled]), [tabindex="0"]';
  const control = place?.matches(controls)
    ? place
    : place?.querySelector<HTMLElement>(`input:checked, ${controls}`);
  control?.focus();
  place?.scrollIntoView({ block: 'nearest' });
}
