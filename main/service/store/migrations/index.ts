// The history of the database, in order: entry n brings it from version n to version n + 1.
import { learning } from './001-learning';
import { sureAndGroups } from './002-sure-and-groups';
import { kept } from './003-kept';
import { sync } from './004-sync';

export const migrations: readonly string[] = [learning, sureAndGroups, kept, sync];
