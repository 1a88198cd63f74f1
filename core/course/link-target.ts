// The one place that decides where a link or a picture of a course may lead.
import type { LinkTarget } from './prose';

const scheme = /^[a-z][a-z0-9+.-]*:/i;

/** Backslashes and colons mean something to Windows; control characters nothing to anybody. */
const trick = /[\\:\p{Cc}]/u;

/** True for the paths a course may use: relative, inside its own folder, no tricks. */
function isInsideCourse(path: string): boolean {
  if (path === '' || path.startsWith('/') || trick.test(path)) return false;
  return path.split('/').every((part) => part !== '..' && part !== '.' && part !== '');
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/**
 * Reads an address as written in Markdown. Allowed: `https:` with a host, `mailto:`, an anchor of
 * the page, a file of the course. Everything else is refused and will be shown as text.
 */
export function linkTarget(written: string): LinkTarget {
  const url = written.trim();
  const refused: LinkTarget = { to: 'refused', url };
  if (url.startsWith('#')) {
    const anchor = decode(url.slice(1));
    return anchor ? { to: 'anchor', anchor } : refused;
  }
  if (scheme.test(url)) {
    let parsed: URL;
    try {
      parsed = new URL(url);
    } catch {
      return refused;
    }
    if (parsed.username || parsed.password) return refused;
    if (parsed.protocol === 'https:' && parsed.hostname) return { to: 'web', url: parsed.href };
    if (parsed.protocol === 'mailto:' && parsed.pathname) return { to: 'mail', url: parsed.href };
    return refused;
  }
  if (url.includes('?')) return refused;
  const [writtenPath = '', ...anchors] = url.split('#');
  const path = decode(writtenPath.replace(/^\.\//, ''));
  const anchor = decode(anchors.join('#'));
  if (path === undefined || anchor === undefined || !isInsideCourse(path)) return refused;
  return anchor === '' ? { to: 'file', path } : { to: 'file', path, anchor };
}
