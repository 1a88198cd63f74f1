// Which competences somebody has shown: as bits, one for each of the list.
import { competenceCodes } from '../course/competences';
import type { CourseOutline } from '../course/outline';

/** Competences as a set of bits, in the order of `competenceCodes`. */
export type Skills = number;

/** What finishing a course or one of its lessons shows. */
export interface SkillsOf {
  course: Skills;
  lessons: Record<string, Skills>;
}

export const skillsIn = (codes: readonly string[]): Skills =>
  codes.reduce((bits, code) => {
    const at = competenceCodes.indexOf(code);
    return at < 0 ? bits : bits | (1 << at);
  }, 0);

/** A course shows what it says; a lesson only what it says itself. */
export function skillsOfCourse({ texts: [own] }: CourseOutline): SkillsOf {
  const lessons = own.lessons.flatMap(({ id, matter }) =>
    matter.competences === undefined ? [] : [[id, skillsIn(matter.competences)] as const],
  );
  return { course: skillsIn(own.matter.competences), lessons: Object.fromEntries(lessons) };
}

/** How many people have each competence, from how many have which set of them. */
export const countSkills = (sets: Iterable<{ skills: Skills; people: number }>): number[] => {
  const counts = competenceCodes.map(() => 0);
  for (const { skills, people } of sets) {
    for (const at of counts.keys()) {
      if ((skills & (1 << at)) !== 0) counts[at] = (counts[at] ?? 0) + people;
    }
  }
  return counts;
};
