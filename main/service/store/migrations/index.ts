// The history of the database, in order: entry n brings it from version n to version n + 1.
import { learning } from './001-learning';

export const migrations: readonly string[] = [learning];
