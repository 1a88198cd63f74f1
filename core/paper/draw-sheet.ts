// What the build makes of the renderer's drawing of sheets, and the service calls.
import type { SheetPage } from './sheet-page';

/**
 * Gives the HTML of the body. `words` are those of the interface by namespace, in the language
 * that the page names.
 */
export type DrawSheet = (page: SheetPage, words: unknown) => string;
