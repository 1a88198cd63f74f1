// What the window's pages, and what a course shows in them, may load and do.

export const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' course:",
  'media-src course:',
  "font-src 'self'",
  "connect-src 'none'",
  "object-src 'none'",
  "frame-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** An SVG of a course may style itself and nothing else. */
export const assetPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
