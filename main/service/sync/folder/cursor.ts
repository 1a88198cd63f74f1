// What the provider remembers between two starts, kept as one text in the inbox.
import { z } from '../../../../core/zod';
import type { Inbox } from '../queue';
import { Places } from './place';

const stored = z.object({
  there: z.boolean(),
  places: z.unknown(),
  suspects: z.array(z.string()),
});

export class Cursor {
  readonly places: Places;
  /** Keys of people of whom something that counts as delivered may be missing in the folder. */
  readonly suspects: Set<string>;
  /** Whether our folder was there once: from then on it is missed and never made again. */
  isThere: boolean;

  /** What cannot be read is as if there were nothing: all is read and looked after again. */
  constructor(private readonly inbox: Inbox) {
    const { data } = stored.safeParse(parsed(inbox.cursor()));
    this.places = new Places(data?.places);
    this.suspects = new Set(data?.suspects);
    this.isThere = data?.there ?? false;
  }

  keep(): void {
    const { isThere, places, suspects } = this;
    this.inbox.keepCursor(JSON.stringify({ there: isThere, places, suspects: [...suspects] }));
  }
}

function parsed(cursor: string | null): unknown {
  try {
    return JSON.parse(cursor || 'null');
  } catch {
    return null;
  }
}
