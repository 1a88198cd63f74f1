// The rules that only the command line check looks at: its own tests provoke each of them.
import type { RuleId } from '../core/course/rules';

export const ofTheCheck: readonly RuleId[] = [
  'sentence-long',
  'sentences-long',
  'grade-high',
  'lesson-long',
  'answers-longest',
  'answers-placed',
  'objectives-untested',
  'pass-without-points',
  'review-passed',
  'fact-review-passed',

  'asset-unused',
  'address-real',
];

/** Those about the file of paths beside the courses. */
export const ofThePaths: readonly RuleId[] = [
  'paths-unusable',
  'path-lesson-unknown',
  'path-before-unknown',
];
