// How long something took, as the two editions of SCORM and xAPI write it.

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** Seconds as hours, minutes, seconds and hundredths. */
function split(seconds: number) {
  const all = Math.round(Math.max(0, seconds) * 100);
  return {
    hours: Math.floor(all / 360_000),
    minutes: Math.floor(all / 6000) % 60,
    seconds: Math.floor(all / 100) % 60,
    hundredths: all % 100,
  };
}

/** `0001:02:03.50`, up to what SCORM 1.2 has digits for. */
export function timespan12(duration: number): string {
  const { hours, minutes, seconds, hundredths } = split(Math.min(duration, 35_999_999));
  const head = String(hours).padStart(4, '0');
  return `${head}:${twoDigits(minutes)}:${twoDigits(seconds)}.${twoDigits(hundredths)}`;
}

/** `PT1H2M3.5S` (ISO 8601). */
export function isoDuration(duration: number): string {
  const { hours, minutes, seconds, hundredths } = split(duration);
  const fraction = hundredths > 0 ? `.${twoDigits(hundredths).replace(/0$/, '')}` : '';
  return `PT${hours > 0 ? `${hours}H` : ''}${minutes > 0 ? `${minutes}M` : ''}${seconds}${fraction}S`;
}
