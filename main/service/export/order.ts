// What is to be exported and in which form, and how the work on it goes.
import type { OrganisationWords } from '../../../core/organisation';
import type { Paper } from '../../../core/paper/format';
import type { ExportFormat, SheetFormat } from '../../../core/player/formats';
import type { PlayerFiles } from './player-files';
import type { WholeCourse } from './player-page';

export interface ExportOrder {
  found: WholeCourse;
  format: ExportFormat | SheetFormat;
  /** BCP 47 tag of the words that are wanted. */
  language: string;
  /** Of sheets to print. */
  paper: Paper;
  organisation: OrganisationWords;
}

export interface Work {
  player: PlayerFiles;
  /** Where to write; nothing is there yet. */
  file: string;
  signal: AbortSignal;
  /** From 0 to 1. */
  onShare: (share: number) => void;
}
