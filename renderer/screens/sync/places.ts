// Where the focus goes on the pages of sync when what was pressed goes away.

/** How a target stands. */
export const stateId = (target: string): string => `state-${target}`;

/** The places that were given up. */
export const endedId = 'ended';

/** That sync is off. */
export const offId = 'sync-off';
