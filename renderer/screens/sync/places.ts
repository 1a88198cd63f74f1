// Where the focus goes on the pages of sync when what was pressed goes away.

/** How a target stands. */
export const stateId = (target: string): string => `state-${target}`;

/** The places that were given up. */
export const endedId = 'ended';

/** How the test of a place ended that is being set up. */
export const triedId = 'sync-tried';

/** That sync is off. */
export const offId = 'sync-off';
