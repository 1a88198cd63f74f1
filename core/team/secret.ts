// The name under which the shell keeps how the team view signs in at a server.
export const teamSecret = (origin: string): string => `team ${origin}`;
