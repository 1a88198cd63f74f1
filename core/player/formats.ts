// The forms in which a course leaves Deskwise to be played somewhere else, or to be printed.
import type { Failure } from '../errors';

export const exportFormats = ['html', 'scorm12', 'scorm2004', 'cmi5'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Pages to print: the questions with places to write, and the same with the answers. */
export const sheetFormats = ['worksheet', 'answersheet'] as const;
export type SheetFormat = (typeof sheetFormats)[number];

export const isSheetFormat = (format: string): format is SheetFormat =>
  sheetFormats.some((each) => each === format);

/** How an export goes; `gone` once it was ended, or the service began anew. */
export type ExportView =
  | { at: 'working' /** From 0 to 1. */; share: number }
  | { at: 'ready'; name: string; bytes: number }
  | { at: 'failed'; failure: Failure }
  | { at: 'gone' };
