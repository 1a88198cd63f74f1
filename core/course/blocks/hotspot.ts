// `hotspot`: a picture and a task list of its areas; right ones are found by pins or by their words.
import { z } from '../../zod';
import { plainText } from '../plain-text';
import type { Inline, ListItem, Prose } from '../prose';
import { isTaskList, label, readTaskAnswers, splitAtAnswers } from './answers';
import { type Area, areaAt, isInPicture, type Pin, readArea, toTenth } from './areas';
import { arranged, placeOf, positionOf } from './arrangement';
import type { BlockBody, GradedKind, PartGrade } from './kind';

type Image = Extract<Inline, { type: 'image' }>;

export interface HotspotContent {
  image: Image;
  areas: { area: Area; text: Prose[]; feedback: Prose[]; right: boolean; pinned: boolean }[];
}

/** The words of all areas, right or wrong; where they lie stays in the service until it is due. */
export interface HotspotShown {
  image: Image;
  areas: Prose[][];
}

/** Pins put on the picture, or areas chosen from the list: two ways to the same points. */
export type HotspotAnswer = { pins: Pin[] } | { areas: number[] };

export interface HotspotDue {
  /** In the order of the screen. */
  areas: { area: Area; right: boolean; chosen: boolean }[];
  /** For each pin the area it hit, by its place on the screen. */
  hits: (number | null)[];
}

/** More pins than anybody puts; in the arrangement they stand behind the areas, each in its place. */
const mostPins = 50;

type List = Extract<Prose, { type: 'list' }>;

/** The picture of a paragraph that holds nothing else. */
function imageIn(node: Prose): Image | undefined {
  if (node.type !== 'paragraph' || node.children.length !== 1) return undefined;
  const [only] = node.children;
  return only?.type === 'image' ? only : undefined;
}

/** The picture, and the body without it. */
function takeImage(body: BlockBody): { image: Image | undefined; rest: BlockBody } {
  const listAt = body.children.findIndex(isTaskList);
  const before = body.children.slice(0, listAt < 0 ? undefined : listAt);
  const images = before.flatMap((node) => imageIn(node) ?? []);
  if (images.length !== 1) {
    body.problems.add('hotspot-image', body.line, { count: images.length });
  }
  const children = body.children.filter((node, at) => at >= before.length || !imageIn(node));
  return { image: images[0], rest: { ...body, children } };
}

/** Takes the area off the front of a line of the list; it is reported where it is none. */
function takeArea(item: ListItem, { problems }: BlockBody): { item: ListItem; area: Area | null } {
  const [first, ...others] = item.children;
  const start = first?.type === 'paragraph' ? first.children[0] : undefined;
  const found = start?.type === 'text' ? readArea(start.text) : undefined;
  if (!found || first?.type !== 'paragraph') {
    problems.add('area-form', item.line, { text: label(first ? [first] : []) || '–' });
    return { item, area: null };
  }
  if (!isInPicture(found.area)) {
    problems.add('area-outside', item.line, { area: found.written }, found.written);
  }
  const rest: Inline[] = found.rest === '' ? [] : [{ type: 'text', text: found.rest }];
  const paragraph = { ...first, children: [...rest, ...first.children.slice(1)] };
  return { item: { ...item, children: [paragraph, ...others] }, area: found.area };
}

const rightPlaces = ({ areas }: HotspotContent): number[] =>
  areas.flatMap(({ right }, place) => (right ? [place] : []));

/** The areas an answer is about; null for a pin that hits none. */
const hitsOf = (content: HotspotContent, answer: HotspotAnswer): (number | null)[] =>
  'areas' in answer ? answer.areas : answer.pins.map((pin) => areaAt(content.areas, pin) ?? null);

const partOf = (content: HotspotContent, part: number, hit: number | null): PartGrade => {
  const area = hit === null ? undefined : content.areas[hit];
  return { part, right: area?.right ?? false, feedback: area?.feedback ?? [] };
};

const sorted = (places: readonly number[]): number[] => [...places].sort((a, b) => a - b);

const movePins = (pins: readonly Pin[]): Pin[] => pins.map(([x, y]) => [toTenth(x), toTenth(y)]);

const pin = z.tuple([z.number().min(0).max(100), z.number().min(0).max(100)]);

export const hotspot: GradedKind<HotspotContent, HotspotShown, HotspotAnswer, HotspotDue> = {
  attributes: [],

  read(body) {
    const { image, rest } = takeImage(body);
    const split = splitAtAnswers(
      rest,
      isTaskList,
      'a task list of areas (- [x] 12%,40% 30%x8% words)',
    );
    if (!split) return undefined;
    const taken = split.answers.items.map((item) => takeArea(item, body));
    const list: List = { ...split.answers, items: taken.map(({ item }) => item) };
    const answers = readTaskAnswers(list, body, 1);
    const areas = answers.flatMap(({ text, feedback, right = false, pinned }, at) => {
      const area = taken[at]?.area;
      return area ? [{ area, text, feedback, right, pinned }] : [];
    });
    if (!answers.some(({ right }) => right)) body.problems.add('right-answer-missing', list.line);
    // Nobody could find anything.
    if (image?.source.to !== 'file' || !areas.some(({ right }) => right)) return undefined;
    return { question: split.question, content: { image, areas } };
  },

  revisionText: ({ image, areas }) =>
    [
      image.source.to === 'file' ? image.source.path : '',
      ...areas.map(({ area, text, right }) => {
        const { x, y, width, height } = area;
        return `${right ? 'x' : ' '} ${x},${y} ${width}x${height} ${plainText(text)}`;
      }),
    ].join('\n'),

  /** One list: the areas, shuffled, and behind them the pins in the order in which they were put. */
  arrange({ areas }, shuffle) {
    const count = areas.length + mostPins;
    const staying = Array.from({ length: count }, (_, place) => place).filter(
      (place) => areas[place]?.pinned ?? true,
    );
    return [shuffle(count, new Set(staying))];
  },

  show: ({ image, areas }, arrangement) => ({
    image,
    areas: arranged(areas, arrangement, 0)
      .slice(0, areas.length)
      .map(({ text }) => text),
  }),

  partsIn: 0,

  answer: z.union([
    z.strictObject({ pins: z.array(pin).max(mostPins) }),
    z.strictObject({ areas: z.array(z.int().min(0).max(999)).max(1000) }),
  ]),

  isComplete: (content, answer) =>
    'pins' in answer
      ? answer.pins.length >= 1
      : answer.areas.length >= 1 &&
        new Set(answer.areas).size === answer.areas.length &&
        answer.areas.every((place) => place >= 0 && place < content.areas.length),

  toFile: (answer, arrangement) =>
    'pins' in answer
      ? { pins: movePins(answer.pins) }
      : { areas: sorted(answer.areas.map((shown) => placeOf(arrangement, 0, shown))) },
  toScreen: (answer, arrangement) =>
    'pins' in answer
      ? answer
      : { areas: sorted(answer.areas.map((place) => positionOf(arrangement, 0, place))) },

  /** Right areas found, minus one for each wrong choice, never under 0, scaled. */
  grade(content, answer) {
    const right = rightPlaces(content);
    const hits = hitsOf(content, answer);
    const found = new Set(hits.filter((hit) => hit !== null && right.includes(hit)));
    const wrong = hits.filter((hit) => hit === null || !right.includes(hit)).length;
    const parts = hits.map((hit, at) =>
      partOf(content, 'areas' in answer ? (hit ?? -1) : content.areas.length + at, hit),
    );
    return { share: Math.max(0, found.size - wrong) / right.length, parts };
  },

  key(content) {
    const answer = { areas: rightPlaces(content) };
    const parts = content.areas.map((_, place) => partOf(content, place, place));
    return { answer, parts };
  },

  due(content, answer, arrangement) {
    const hits = answer === null ? [] : hitsOf(content, answer);
    const { areas } = content;
    const shown = (arrangement[0] ?? []).filter((place) => place < areas.length);
    return {
      areas: shown.flatMap((place) => {
        const found = areas[place];
        if (!found) return [];
        return [{ area: found.area, right: found.right, chosen: hits.includes(place) }];
      }),
      hits:
        answer !== null && 'pins' in answer
          ? hits.map((hit) => (hit === null ? null : positionOf(arrangement, 0, hit)))
          : [],
    };
  },

  interaction: (content, answer) => ({
    type: 'choice',
    response: [...new Set(hitsOf(content, answer).map((hit) => hit ?? 'elsewhere'))].join('[,]'),
    correct: [rightPlaces(content).join('[,]')],
  }),

  sample: `::: hotspot #signs-in-a-mail
Where does this message give itself away? Mark every sign.

![A message: sender, subject, a hurried text, a button, a signature](assets/message.svg)

- [x] 4%,6% 60%x8% The address of the sender
  > It ends in another name than that of the bank.
- [x] 10%,62% 30%x10% The button
  > It leads to a page that is not the bank's.
- [ ] 4%,84% 40%x8% The signature
  > Real messages have one too: anybody can copy it.

> [!WHY] Look at what cannot be copied: where a message comes from, and where it leads.
:::
`,
};
