// Numbers with the unit an author wrote, as the language of the interface writes them.

const known = (kind: 'unit' | 'currency', name: string): boolean =>
  Intl.supportedValuesOf(kind).includes(name);

/** How `Intl` writes the unit: per cent, a measure such as hours, a currency; undefined for other words. */
export function unitOptions(unit: string): Intl.NumberFormatOptions | undefined {
  if (unit === '%') return { style: 'unit', unit: 'percent' };
  if (/^[A-Z]{3}$/.test(unit) && known('currency', unit)) {
    return { style: 'currency', currency: unit, trailingZeroDisplay: 'stripIfInteger' };
  }
  const measure = [unit, unit.replace(/s$/, '')].find((each) => known('unit', each));
  return measure === undefined ? undefined : { style: 'unit', unit: measure, unitDisplay: 'long' };
}

/** A number as it is typed: without grouping, which could be read as something else. */
export const plainNumber = (value: number, language: string): string =>
  new Intl.NumberFormat(language, { useGrouping: false, maximumFractionDigits: 10 }).format(value);

export function amount(
  value: number,
  unit: string,
  language: string,
  /** Puts words of the author behind the number. */
  join: (number: string, unit: string) => string,
): string {
  const digits = { maximumFractionDigits: 4 };
  const options = unitOptions(unit);
  const number = new Intl.NumberFormat(language, { ...options, ...digits }).format(value);
  return options || unit === '' ? number : join(number, unit);
}
