// Where the focus goes on the page of the catalogue when what was pressed goes away.

/** Whose catalogue it is, and how old. */
export const standingId = 'catalogue-standing';
/** That it is switched off. */
export const offId = 'catalogue-off';
