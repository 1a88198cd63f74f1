// A catalogue on a web server: whole small files, large ones in parts, so that little is lost when the line breaks.
import { contentPath, indexFile } from '../../../../core/catalogue/address';
import { CatalogueFault } from '../../../../core/catalogue/fault';
import { catalogueLimits } from '../../../../core/catalogue/limits';
import { type Web, WebFault, type WebReply } from '../../sync/web';
import type { CatalogueSource, ContentFile, Piece } from './source';

export class WebSource implements CatalogueSource {
  constructor(
    /** Ends with a slash. */
    private readonly url: string,
    private readonly web: Web,
    private readonly limits: { pieceBytes: number; requestMilliseconds: number } = catalogueLimits,
  ) {}

  async index(tag: string | null, signal: AbortSignal) {
    const reply = await this.get(
      indexFile,
      // Caches on the way must ask, too.
      { 'cache-control': 'no-cache', ...(tag === null ? {} : { 'if-none-match': tag }) },
      signal,
    );
    if (reply.status === 304 && tag !== null) return null;
    if (reply.status === 404 || reply.status === 410) throw new CatalogueFault('not-a-catalogue');
    if (reply.status !== 200) throw new CatalogueFault('refused', { status: reply.status });
    return { file: reply.body, tag: reply.headers.etag ?? null };
  }

  async *content(
    { bytes, sha256 }: ContentFile,
    from: number,
    tag: string | null,
    signal: AbortSignal,
  ): AsyncGenerator<Piece> {
    const name = contentPath(sha256);
    const wrong = () => new CatalogueFault('file-wrong', { file: name });
    let known = tag;
    for (let at = from; at < bytes; ) {
      const end = Math.min(at + this.limits.pieceBytes, bytes);
      const isWhole = at === 0 && end === bytes;
      const reply = await this.get(
        name,
        {
          // Parts are counted in the bytes of the file, not in packed ones.
          'accept-encoding': 'identity',
          ...(isWhole ? {} : { range: `bytes=${at}-${end - 1}` }),
          // Of another state of the file the server sends all, and all begins anew.
          ...(isWhole || known === null ? {} : { 'if-range': known }),
        },
        signal,
      );
      if (reply.status === 404 || reply.status === 410) {
        throw new CatalogueFault('file-missing', { file: name });
      }
      known = strongTag(reply);
      if (reply.status === 200) {
        if (reply.body.length !== bytes) throw wrong();
        yield { at: 0, bytes: reply.body, tag: known };
        return;
      }
      if (reply.status === 416) throw wrong();
      if (reply.status !== 206) throw new CatalogueFault('refused', { status: reply.status });
      const isAsked = reply.headers['content-range'] === `bytes ${at}-${end - 1}/${bytes}`;
      if (!isAsked || reply.body.length !== end - at) throw wrong();
      yield { at, bytes: reply.body, tag: known };
      at = end;
    }
  }

  private async get(
    path: string,
    headers: Record<string, string>,
    signal: AbortSignal,
  ): Promise<WebReply> {
    const late = AbortSignal.timeout(this.limits.requestMilliseconds);
    let reply: WebReply;
    try {
      const url = new URL(path, this.url).href;
      reply = await this.web({ method: 'GET', url, headers }, AbortSignal.any([signal, late]));
    } catch (error) {
      if (signal.aborted) throw error;
      if (late.aborted) throw new CatalogueFault('timeout', {}, { cause: error });
      if (error instanceof WebFault) throw new CatalogueFault(error.kind, {}, { cause: error });
      throw error;
    }
    if (reply.status >= 300 && reply.status < 400 && reply.status !== 304) {
      throw new CatalogueFault('redirected', { host: hostOf(reply, this.url) });
    }
    if (reply.status === 407) throw new CatalogueFault('proxy-sign-in');
    return reply;
  }
}

/** Weak tags say that files mean the same, not that their bytes are. */
function strongTag({ headers: { etag } }: WebReply): string | null {
  return etag === undefined || etag.startsWith('W/') ? null : etag;
}

function hostOf({ headers: { location = '' } }: WebReply, base: string): string {
  try {
    return new URL(location, base).host;
  } catch {
    return '';
  }
}
