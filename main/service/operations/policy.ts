// What the organisation has decided for this computer, for the screens.
import { enforced, type PolicyRow } from '../../../core/policy/policy';
import type { Handlers } from './handlers';
import type { Service } from './service';

export const policy: Handlers<'policy'> = {
  'policy.read': (_, service) => {
    const held = service.policy();
    const studio = enforced(held, 'Studio');
    return {
      file: held.file,
      fault: held.fault,
      rows: held.rows.map((row) => withMissing(service, row)),
      locks: {
        studio: studio === 'choice' ? null : studio,
        imports: enforced(held, 'CourseImport') === 'forbid',
        unsigned: enforced(held, 'UnsignedPacks') === 'forbid',
        team: enforced(held, 'TeamView') === 'off',
      },
    };
  },
};

/** Only the library knows which courses are here. */
function withMissing({ library, policy: held }: Service, row: PolicyRow): PolicyRow {
  if (row.key !== 'MandatoryCourses' || row.mistake) return row;
  const missing = enforced(held(), 'MandatoryCourses')
    .map(({ course }) => course)
    .filter((course) => !library.find(course));
  const mistake = { kind: 'course-missing', detail: missing.join(', ') } as const;
  return missing.length > 0 ? { ...row, mistake } : row;
}
