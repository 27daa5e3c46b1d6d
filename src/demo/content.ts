/** What the demo is written with: texts by residents and by town halls, told apart from how they are seeded. */

import type { Stage } from '../rooms/delivery/index.ts';
import type { IdeaPlace } from '../rooms/ideas/index.ts';
import type { Scene } from './pictures/index.ts';
import type { ServiceKey } from './town-hall.ts';

/** An idea as its author typed it. */
export interface IdeaText {
  /** Nickname of the author. */
  by: string;
  title: string;
  body: string;
}

/** Where ideas are, by title. */
export type IdeaPlaces = Readonly<Record<string, Pick<IdeaPlace, 'words' | 'point'>>>;

/** Ideas by name of category. */
export type IdeaShelf = Record<string, readonly IdeaText[]>;

/** What was answered to ideas that were not kept: by French words of the reason, then by title. */
export type Refusals = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A project as the town hall describes and costs it. */
export interface ProjectText {
  title: string;
  category: string;
  summary: string;
  /** Whole euros. */
  cost: number;
  place: string;
  /** One of the edition's; left out: the whole town. */
  district?: string;
  /** Longitude and latitude. */
  point?: readonly [number, number];
  /** Titles of the ideas it comes from. */
  from: readonly string[];
  /** How much voters like it: a share of all the choices, in parts of whatever the list adds up to. */
  appeal: number;
}

/** What a department tells of one step of a realisation. */
export interface StepText {
  stage: Stage;
  title: string;
  description: string;
  /** `YYYY-MM-DD` */
  doneOn: string;
}

/** What the town told of a winner on the way, and what it paid. Days are `YYYY-MM-DD`. */
export interface ToldProject {
  service: ServiceKey;
  mode: 'team' | 'services';
  /** Of the budget voted; the second may not exceed the first. */
  committed: number;
  spent: number;
  /** What it changed, in one sentence; left out: nothing yet. */
  outcome?: string;
  news: readonly {
    on: string;
    title: string;
    body: string;
    picture?: { scene: Scene; alt: string };
  }[];
  /** Said on a day of what is left: by their month, unless they are a day. */
  later?: { on: string; months: Partial<Record<Stage, string>> };
  halted?: { on: string; how: 'suspend' | 'abandon'; reason: string };
}
