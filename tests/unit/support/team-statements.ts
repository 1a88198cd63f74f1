// Statements as other people's computers send them, at the level of completion.
import { activityIds, activityTypes, verbs } from '../../../core/xapi/iris';
import type { Statement } from '../../../core/xapi/statement';

export type TeamStatement = Statement;

interface Finished {
  id: string;
  account: string;
  course: string;
  /** ISO 8601. */
  at: string;
  success?: boolean | undefined;
  title?: string | undefined;
}

const agent = (name: string): Statement['actor'] => ({
  objectType: 'Agent',
  account: { homePage: 'https://id.example', name },
});

export const finished = ({ id, account, course, at, success, title }: Finished): Statement => ({
  id,
  actor: agent(account),
  verb: verbs.completed,
  object: {
    objectType: 'Activity',
    id: activityIds.course(course),
    definition: {
      type: activityTypes.course,
      ...(title !== undefined && { name: { en: title } }),
    },
  },
  result: { completion: true, ...(success !== undefined && { success }) },
  timestamp: at,
});

export const voiding = ({
  id,
  account,
  voided,
}: {
  id: string;
  account: string;
  voided: string;
}): Statement => ({
  id,
  actor: agent(account),
  verb: verbs.voided,
  object: { objectType: 'StatementRef', id: voided },
  timestamp: '2026-11-20T08:00:00.000Z',
});
