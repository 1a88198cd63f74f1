// Takes the one use of inner HTML out of a library: the content policy forbids it, even to empty an element.

/**
 * React Aria empties its live regions by `innerHTML = ''`, as soon as a number is changed by the arrow
 * keys. Under `require-trusted-types-for 'script'` that throws, and the screen is gone.
 * @returns {import('vite').Plugin}
 */
export function noInnerHtml() {
  return {
    name: 'no-inner-html',
    transform(code, id) {
      if (!/[\\/]dist[\\/]private[\\/]live-announcer[\\/]LiveAnnouncer\.\w+$/.test(id))
        return undefined;
      const changed = code.replaceAll(/\.innerHTML = ''/g, '.replaceChildren()');
      if (changed === code || changed.includes('innerHTML')) {
        this.error('React Aria empties its live regions in another way now: look at it anew.');
      }
      return { code: changed, map: null };
    },
  };
}
