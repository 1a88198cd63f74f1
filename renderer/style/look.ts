// Puts theme, text size and motion on the page, where the style sheets look for them.
import type { Settings } from '../../core/settings';

export type Look = Pick<Settings, 'theme' | 'textSize' | 'motion'>;

const systemDark = window.matchMedia('(prefers-color-scheme: dark)');
let shown: Look | undefined;

export function showLook(look: Look): void {
  shown = look;
  const { dataset } = document.documentElement;
  dataset.theme = look.theme === 'system' ? (systemDark.matches ? 'dark' : 'light') : look.theme;
  dataset.motion = look.motion;
  dataset.text = String(look.textSize);
}

systemDark.addEventListener('change', () => {
  if (shown) showLook(shown);
});
