// Reads the scenes of a scenario, their choices and meters, and says where a way leads nowhere.
import { anchorOf } from '../anchor';
import { readAttributes } from '../attributes';
import { inlineText, plainText } from '../plain-text';
import type { Inline, ListItem, Prose } from '../prose';
import { AttributeReader } from '../read-attributes';
import { readAnswer, trailingAttributes } from './answers';
import type { BlockBody } from './kind';
import {
  type Outcome,
  outcomes,
  type ScenarioContent,
  type Scene,
  type SceneChoice,
  stages,
} from './scenario-content';
import { Explored, endingScenes, linkedScenes } from './scenario-paths';
import {
  type Effect,
  type Meter,
  type Need,
  readEffect,
  readMeters,
  readNeeds,
} from './scenario-state';

type Heading = Extract<Prose, { type: 'heading' }>;
type List = Extract<Prose, { type: 'list' }>;

/** A scene as written, before its choices are known to lead anywhere. */
interface WrittenScene extends Omit<Scene, 'choices'> {
  line: number;
  anchor: string;
  choices: (Omit<SceneChoice, 'to'> & { line: number; anchor: string })[];
  /** It has a list of choices, whatever is wrong with them. */
  asks: boolean;
}

const isHeading = (node: Prose): node is Heading => node.type === 'heading';

export function readScenario(
  body: BlockBody,
): { question: Prose[]; content: ScenarioContent } | undefined {
  const { problems } = body;
  const first = body.children.findIndex(isHeading);
  if (first < 0) {
    const expected = 'scenes: a heading (### …), its text, and a list of links to other headings';
    problems.add('answers-missing', body.line, { kind: body.kind, expected });
    return undefined;
  }
  const question = body.children.slice(0, first);
  if (plainText(question).trim() === '') problems.add('question-missing', body.line);
  const read = new AttributeReader(body.attributes, body.line, problems);
  const stage = read.oneOf('as', stages, `one of ${stages.join(', ')}`) ?? 'desk';
  const meters = metersOf(read);
  const written = scenesIn(body.children.slice(first), body, meters);
  const scenes = connected(written, body);
  const content = { stage, meters: meters.map((meter) => ({ ...meter, top: 0 })), scenes };
  if (scenes[0]?.outcome || !written[0]?.asks) {
    const expected = 'choices at the end of the first scene: - [what to do](#next-scene)';
    problems.add('answers-missing', written[0]?.line ?? body.line, { kind: body.kind, expected });
    return undefined;
  }
  const explored = new Explored(content);
  checkWays(written, content, explored, body);
  // Nobody could end it well, so it is not asked.
  if (!explored.pathTo((scene) => scenes[scene]?.outcome === 'good')) {
    problems.add('scene-good-missing', body.line);
    return undefined;
  }
  for (const [at, meter] of content.meters.entries()) meter.top = explored.top(at);
  return { question, content };
}

function metersOf(read: AttributeReader): Omit<Meter, 'top'>[] {
  const written = read.text('meters');
  if (written === undefined) return [];
  const meters = readMeters(written);
  if (!meters) read.unfit('meters', written, 'names with numbers, for example trust 5, budget 12');
  return meters ?? [];
}

function scenesIn(
  nodes: readonly Prose[],
  body: BlockBody,
  meters: readonly Omit<Meter, 'top'>[],
): WrittenScene[] {
  const scenes: WrittenScene[] = [];
  let prose: Prose[] = [];
  let heading: Heading | undefined;
  const close = (): void => {
    if (heading) scenes.push(sceneOf(heading, prose, body, meters));
    prose = [];
  };
  for (const node of nodes) {
    if (isHeading(node)) {
      close();
      heading = node;
    } else prose.push(node);
  }
  close();
  return scenes;
}

function sceneOf(
  heading: Heading,
  nodes: readonly Prose[],
  body: BlockBody,
  meters: readonly Omit<Meter, 'top'>[],
): WrittenScene {
  const { title, outcome } = readTitle(heading, body);
  const listAt = nodes.findLastIndex(isChoices);
  const list = nodes[listAt] as List | undefined;
  const extra = listAt < 0 ? undefined : nodes[listAt + 1];
  if (extra) body.problems.add('answers-after', extra.line);
  return {
    line: heading.line,
    anchor: anchorOf(inlineText(title)),
    title,
    prose: listAt < 0 ? [...nodes] : nodes.slice(0, listAt),
    outcome,
    asks: list !== undefined,
    choices: choicesOf(list, body, meters),
  };
}

function readTitle(
  { children, line }: Heading,
  { problems, kind }: BlockBody,
): { title: Inline[]; outcome: Outcome | null } {
  const end = trailingAttributes(children);
  const title = end?.words ?? children;
  if (inlineText(title).trim() === '') problems.add('scene-title-missing', line);
  if (!end) return { title, outcome: null };
  const { attributes, malformed } = readAttributes(end.written);
  for (const text of malformed) problems.add('attribute-syntax', line, { text }, text, '{');
  for (const name of attributes.keys()) {
    if (name === 'outcome') continue;
    problems.add('attribute-unknown', line, { kind, name, known: 'outcome' }, name, '{');
  }
  const read = new AttributeReader(attributes, line, problems);
  return { title, outcome: read.oneOf('outcome', outcomes, `one of ${outcomes.join(', ')}`) };
}

/** The link that an item consists of, and what stands in braces behind it. */
function linkIn({
  children,
}: ListItem): { words: Inline[]; anchor: string; attributes: string } | undefined {
  const [first] = children;
  if (first?.type !== 'paragraph') return undefined;
  const end = trailingAttributes(first.children);
  const [link, ...others] = end?.words ?? first.children;
  if (link?.type !== 'link' || link.target.to !== 'anchor' || plainInline(others) !== '') {
    return undefined;
  }
  const anchor = link.target.anchor.normalize('NFC').toLowerCase();
  return { words: link.children, anchor, attributes: end?.written ?? '' };
}

const plainInline = (nodes: readonly Inline[]): string =>
  nodes.every((node) => node.type === 'text') ? inlineText(nodes).trim() : '…';

const isChoices = (node: Prose): boolean =>
  node.type === 'list' && node.items.some((item) => linkIn(item) !== undefined);

function choicesOf(
  list: List | undefined,
  body: BlockBody,
  meters: readonly Omit<Meter, 'top'>[],
): WrittenScene['choices'] {
  const { problems } = body;
  const seen = new Set<string>();
  return (list?.items ?? []).flatMap((item) => {
    const found = linkIn(item);
    const { text, feedback, line } = readAnswer(item);
    if (!found || text.length > 1) {
      problems.add('choice-form', line);
      return [];
    }
    const { words } = found;
    const label = inlineText(words).replace(/\s+/g, ' ').trim();
    const short = label.length > 60 ? `${label.slice(0, 59)}…` : label;
    const name = `${label} ${found.attributes}`;
    if (label === '') problems.add('answer-empty', line);
    else if (seen.has(name)) problems.add('answer-double', line, { text: short });
    else if (feedback.length === 0) problems.add('feedback-missing', line, { text: short });
    seen.add(name);
    const state = stateOf(found.attributes, line, body, meters);
    return [{ line, anchor: found.anchor, words, feedback, ...state }];
  });
}

/** `trust+1 if="budget>0"` */
function stateOf(
  written: string,
  line: number,
  { problems }: BlockBody,
  meters: readonly Omit<Meter, 'top'>[],
): { effects: Effect[]; needs: Need[] } {
  const { attributes, malformed } = readAttributes(written);
  const effects: Effect[] = [];
  const needs: Need[] = [];
  const known = meters.slice(0, 10).map((meter) => meter.name);
  const place = (name: string): number => {
    const meter = meters.findIndex((each) => each.name === name);
    if (meter < 0) {
      problems.add('meter-unknown', line, { name, known: known.join(', ') || '–' }, name, '{');
    }
    return meter;
  };
  const unread = (text: string): void => problems.add('choice-effect', line, { text }, text, '{');
  for (const text of malformed) unread(text);
  for (const [name, value] of attributes) {
    if (name === 'if') {
      const read = readNeeds(value);
      if (!read) unread(`if="${value}"`);
      for (const { name: meter, is, than } of read ?? []) {
        const at = place(meter);
        if (at >= 0) needs.push({ meter: at, is, than });
      }
      continue;
    }
    const effect = value === '' ? readEffect(name) : undefined;
    if (!effect) {
      unread(value === '' ? name : `${name}=${value}`);
      continue;
    }
    const meter = place(effect.name);
    if (meter >= 0) effects.push({ meter, by: effect.by });
  }
  return { effects, needs };
}

/** Scenes whose choices lead to places; those that lead nowhere are reported and left out. */
function connected(written: readonly WrittenScene[], { problems }: BlockBody): Scene[] {
  const places = new Map<string, number>();
  for (const [at, { anchor, line }] of written.entries()) {
    const other = places.get(anchor);
    if (other === undefined) places.set(anchor, at);
    else problems.add('scene-double', line, { anchor, other: written[other]?.line ?? line });
  }
  return written.map(({ title, prose, outcome, choices, asks, line }) => {
    if (outcome && asks) problems.add('scene-outcome-choices', line, { outcome });
    if (!outcome && !asks) problems.add('scene-open', line);
    return {
      title,
      prose,
      outcome,
      choices: choices.flatMap(({ line: choiceLine, anchor, ...choice }) => {
        const to = places.get(anchor);
        if (to === undefined) {
          problems.add('scene-unknown', choiceLine, { anchor }, `#${anchor}`, '](');
          return [];
        }
        return outcome ? [] : [{ ...choice, to }];
      }),
    };
  });
}

/** Says where somebody could not get to, or could not get away from. */
function checkWays(
  written: readonly WrittenScene[],
  { scenes }: ScenarioContent,
  explored: Explored,
  { problems }: BlockBody,
): void {
  const linked = linkedScenes(scenes);
  const reached = explored.isWhole ? explored.scenes() : linked;
  const ending = endingScenes(scenes);
  const names = new Set<string>();
  let isCircle = false;
  for (const [at, { line, anchor }] of written.entries()) {
    const isDouble = names.has(anchor);
    names.add(anchor);
    if (!isDouble && !reached.has(at)) problems.add('scene-unreachable', line, { anchor });
    if (explored.stuck.has(at)) problems.add('scene-stuck', line);
    if (isCircle || !linked.has(at) || ending.has(at)) continue;
    problems.add('scene-loop', line);
    isCircle = true;
  }
}
