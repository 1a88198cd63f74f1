// What a scenario consists of: scenes, choices, meters.
import type { Inline, Prose } from '../prose';
import type { Effect, Meter, Need } from './scenario-state';

export const stages = ['desk', 'mail', 'phone', 'chat', 'case'] as const;
export type Stage = (typeof stages)[number];

export const outcomes = ['good', 'mixed', 'bad'] as const;
export type Outcome = (typeof outcomes)[number];

export interface SceneChoice {
  words: Inline[];
  /** Place of the scene it leads to. */
  to: number;
  feedback: Prose[];
  effects: Effect[];
  needs: Need[];
}

export interface Scene {
  title: Inline[];
  prose: Prose[];
  /** Set for a scene that ends the scenario. */
  outcome: Outcome | null;
  choices: SceneChoice[];
}

export interface ScenarioContent {
  stage: Stage;
  meters: Meter[];
  scenes: Scene[];
}
