// The figures of the team view, from the cube of what is shown and from what is named by design.
import { competenceCodes } from '../../../core/course/competences';
import type { Block, UnitPeople } from '../../../core/team/blocks';
import { Cube, monthName } from '../../../core/team/cube';
import { isoOf } from '../../../core/team/fact';
import { release } from '../../../core/team/release';
import { countSkills } from '../../../core/team/skills';
import type {
  BlockView,
  CourseName,
  Coverage,
  MandatoryView,
  TeamFigures,
} from '../../../core/team/views';
import type { Library } from '../library/library';
import { monthOf } from '../store/team/facts';
import { unlisted } from '../store/team/people';
import type { TeamStore } from '../store/team/team-store';
import { courseName } from './names';

export interface Chosen {
  /** Key of a block; null for all. */
  block: number | null;
  course: string | null;
  year: number | null;
  language: string;
}

/** A course that has to be finished; `isDecreed` by policy. */
export interface Mandatory {
  course: string;
  due: string | null;
  isDecreed: boolean;
}

/** What is read once for each state of the store. */
export interface Counted {
  units: UnitPeople[];
  cube: Cube;
  courses: { id: number; course: string; titles: Record<string, string> }[];
  /** How many people of each unit have which competences. */
  skills: { unit: number; skills: number; people: number }[];
}

export function count(store: TeamStore, today: number): Counted {
  const units = store.units();
  return {
    units,
    cube: new Cube(units, store.figures.coverage(), monthOf(today)),
    courses: store.figures.courses(),
    skills: store.skills.sets(),
  };
}

/** The units of a block; null for all. */
export const unitsOf = ({ cube }: Counted, block: number | null): number[] | null =>
  block === null ? null : (cube.blocks.find(({ key }) => key === block)?.units ?? []);

export function figures(
  store: TeamStore,
  library: Library,
  counted: Counted,
  chosen: Chosen,
  mandatory: readonly Mandatory[],
  today: number,
): TeamFigures {
  const { cube, courses } = counted;
  const block = chosen.block === null ? null : blockAt(cube, chosen.block);
  const span = chosen.year === null ? cube.everything : cube.spanOf(chosen.year);
  const people = cube.people(block);
  const isMandatory = new Set(mandatory.map(({ course }) => course));
  const shown = courses
    .filter(
      ({ id, course }) =>
        // A course nobody here has heard of is shown once enough people finished it.
        library.find(course) ||
        isMandatory.has(course) ||
        cube.byEndOf(id, null, cube.months - 1) > 0,
    )
    .map((each) => ({
      ...each,
      name: courseName(library, each.course, chosen.language, each.titles),
    }))
    .sort((a, b) => a.name.title.localeCompare(b.name.title, chosen.language));
  const wanted = shown.filter(({ course }) => chosen.course === null || course === chosen.course);
  const sumOf = (of: (id: number) => number): number =>
    wanted.reduce((sum, { id }) => sum + of(id), 0);
  return {
    isEmpty: cube.blocks.length === 0,
    people: cube.people(null),
    roster: rosterOf(store),
    courses: namesOf(shown, mandatory, library, chosen.language),
    blocks: cube.blocks.map(blockView),
    years: cube.years,
    mandatory: mandatory.map((each) => mandatoryView(store, library, counted, chosen, each, today)),
    byCourse: wanted.map(({ id, name }) => ({
      ...name,
      ...coverage(people, cube.reached(id, block, span)),
    })),
    byBlock: cube.blocks.flatMap((each, at) =>
      block === null || at === block
        ? [
            {
              ...blockView(each),
              ...coverage(
                each.people,
                sumOf((id) => cube.reached(id, at, span)),
              ),
            },
          ]
        : [],
    ),
    total: coverage(
      people,
      sumOf((id) => cube.reached(id, block, span)),
    ),
    overTime: Array.from({ length: span.to - Math.max(span.before, -1) }, (_, at) => {
      const month = span.before + 1 + at;
      return {
        month: monthName(cube.firstMonth + month),
        reached: month < 0 ? 0 : sumOf((id) => cube.byEndOf(id, block, month)),
      };
    }),
    competences: store.skills.due() > 0 ? null : competences(counted, block),
  };
}

/** The place of a block; one that is no more stands for nobody. */
function blockAt({ blocks }: Cube, key: number): number {
  const at = blocks.findIndex((each) => each.key === key);
  return at < 0 ? blocks.length : at;
}

/** Nothing is said where nothing can be: "at least none" would be no news. */
const coverage = (people: number, reached: number): Coverage => ({
  people,
  reached: reached === 0 ? null : reached,
});

const blockView = ({ key, name, units, people }: Block): BlockView => ({
  ...{ key, people },
  name: key === unlisted ? null : name,
  unlisted: key === unlisted,
  units: units.length,
});

/** The courses to choose from: those with figures and those that are mandatory. */
function namesOf(
  shown: readonly { name: CourseName }[],
  mandatory: readonly Mandatory[],
  library: Library,
  language: string,
): CourseName[] {
  const names = new Map(shown.map(({ name }) => [name.id, name]));
  for (const { course } of mandatory) {
    if (!names.has(course)) names.set(course, courseName(library, course, language));
  }
  return [...names.values()];
}

export function rosterOf(store: TeamStore): TeamFigures['roster'] {
  const openedAt = store.sources.note('roster');
  return openedAt === null ? null : { ...store.rosterCounts(), openedAt };
}

/** Exact, as the people of the list are named in what follows. */
function mandatoryView(
  store: TeamStore,
  library: Library,
  counted: Counted,
  { block, language }: Chosen,
  { course, due, isDecreed }: Mandatory,
  today: number,
): MandatoryView {
  const units = unitsOf(counted, block);
  const isChosen = ({ unit }: { unit: number }): boolean => units === null || units.includes(unit);
  const listed = counted.units.filter(({ unit }) => unit !== unlisted && isChosen({ unit }));
  const people = listed.reduce((sum, each) => sum + each.people, 0);
  const done = store.figures
    .done(course)
    .filter(isChosen)
    .reduce((sum, each) => sum + each.done, 0);
  const { titles } = counted.courses.find((each) => each.course === course) ?? {};
  return {
    ...courseName(library, course, language, titles),
    ...{ due, isDecreed, done, people },
    isOver: due !== null && due < isoOf(today),
    open: people - done,
  };
}

function competences({ cube, skills }: Counted, block: number | null): TeamFigures['competences'] {
  const counts = cube.blocks.map(({ units }) => {
    const known = new Set(units);
    return countSkills(skills.filter(({ unit }) => known.has(unit)));
  });
  return competenceCodes.flatMap((code, at) => {
    const released = release(
      cube.blocks.map(({ people }, each) => ({ people, byMonth: [counts[each]?.[at] ?? 0] })),
    );
    const line = block === null ? released.total : released.blocks[block];
    return [{ code, ...coverage(cube.people(block), line?.[0] ?? 0) }];
  });
}
