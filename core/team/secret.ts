// The names under which the shell keeps how the team view signs in at servers.

/** What all of them begin with. */
export const teamSecrets = 'team ';

export const teamSecret = (origin: string): string => teamSecrets + origin;
