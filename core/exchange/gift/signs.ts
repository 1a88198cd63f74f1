// The signs of GIFT, and how they are written where they are only words: with a backslash before them.

/** In this order each has a character of its own while a question is taken apart. */
const signs = '\\:#={}~n';
const first = 0xfdd2;

/** Puts characters that no text has in the place of escaped signs. */
export const holdEscapes = (text: string): string =>
  text.replace(/\\([\\:#={}~n])/g, (_, sign: string) =>
    String.fromCharCode(first + signs.indexOf(sign)),
  );

/** Gives the signs back. */
export const releaseEscapes = (text: string): string =>
  text.replace(/[\uFDD2-\uFDD9]/g, (held) => {
    const sign = signs[held.charCodeAt(0) - first] ?? '';
    return sign === 'n' ? '\n' : sign;
  });

/** A text of ours as GIFT has it: in one line, nothing in it is a sign. */
export const escapeSigns = (text: string): string =>
  text.replace(/[\\:#={}~]/g, '\\$&').replace(/\n/g, '\\n');
