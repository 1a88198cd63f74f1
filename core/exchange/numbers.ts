// Numbers as people and programs write them, and as the gaps of a course have them.

const numberForm = /^[-+]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:e[-+]?\d{1,3})?$/i;

export function readNumber(text: string): number | undefined {
  const written = text.trim();
  if (written.length > 60 || !numberForm.test(written)) return undefined;
  const value = Number(written.replace(',', '.'));
  return Number.isFinite(value) && Math.abs(value) < 1e21 ? value : undefined;
}

/** A decimal number as gaps have it: no exponent, no sums that are a hair too large. */
export function decimal(value: number): string {
  const rounded = Number(value.toPrecision(12));
  const written = String(rounded);
  if (!written.includes('e')) return written === '-0' ? '0' : written;
  return Math.abs(rounded) < 1
    ? rounded.toFixed(20).replace(/\.?0+$/, '')
    : BigInt(rounded).toString();
}
