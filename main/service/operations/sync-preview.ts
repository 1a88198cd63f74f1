// The exact statements that would leave of what somebody did so far; where there are none, one that is made up.
import type { LearningEvent } from '../../../core/learning/events';
import type { Level } from '../../../core/sync/level';
import type { PreviewView } from '../../../core/sync/views';
import type { Account } from '../../../core/xapi/statement';
import type { Service } from './service';
import { statementView } from './statement-view';

interface Asked {
  learner: string;
  language: string;
  level: Level;
  account: Account;
  /** A position of the log. */
  from: number;
  count: number;
}

/** At a low level few events are sent: so many are looked at for one answer. */
const looks = 20;

export function previewOf(asked: Asked, service: Service): PreviewView {
  const { learner, language, level, account, count } = asked;
  const { sync } = service.store();
  const statements: PreviewView['statements'] = [];
  let from: number | null = asked.from;
  for (let look = 0; from !== null && statements.length < count && look < looks; look++) {
    const part = sync.preview(learner, { account, level }, from, count - statements.length);
    statements.push(
      ...part.statements.map((each) => statementView(JSON.stringify(each), language)),
    );
    from = part.next;
  }
  if (statements.length > 0 || asked.from > 0 || from !== null) {
    return { statements, isExample: false, next: from };
  }
  const made = sync.statementFor(example(asked, service), { account, level });
  const json = made && JSON.stringify(made);
  return { statements: json ? [statementView(json, language)] : [], isExample: true, next: null };
}

/** A course that was finished: the one thing that is sent at every level. */
function example({ learner }: Asked, { library, store, now }: Service): LearningEvent {
  const course = library.all()[0]?.course;
  return {
    ...{ type: 'course.finished', id: '00000000-0000-4000-8000-000000000000', learner },
    ...{ device: store().device, at: now().toISOString() },
    ...{ course: course?.id ?? 'course', version: course?.version ?? '1.0.0' },
    ...{ points: 9, possible: 10, pass: 80, passed: true },
  };
}
