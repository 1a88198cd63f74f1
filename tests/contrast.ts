// The colours of a theme as they stand in tokens.css, and how well one is seen on another.
import { readFileSync } from 'node:fs';

const css = readFileSync(new URL('../renderer/style/tokens.css', import.meta.url), 'utf8');

type Colours = Record<string, string>;

export function coloursOf(theme: string): Colours {
  const block = new RegExp(`\\[data-theme="${theme}"\\] \\{([^}]*)\\}`).exec(css)?.[1] ?? '';
  return Object.fromEntries(
    [...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  );
}

/** Relative luminance, as WCAG defines it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

export function contrast(colours: Colours, one: string, other: string): number {
  const [light = 0, dark = 0] = [one, other]
    .map((name) => luminance(colours[name] ?? '#000000'))
    .sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}
