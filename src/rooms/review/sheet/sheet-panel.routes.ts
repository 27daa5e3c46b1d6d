import type { VNode } from 'preact';
import type { SignedInVisit } from '../../../platform/http/visit.ts';
import type { Idea } from '../../ideas/index.ts';
import type { Department } from '../../organisations/index.ts';
import type { Edition } from '../../spaces/index.ts';
import type { Opinion } from './opinion.ts';
import type { Sheet } from './study.store.ts';
import type { Standing } from './study.ts';

/** The file of one idea, as somebody of the office has it before them. */
export interface SheetAt {
  visit: SignedInVisit;
  edition: Edition;
  idea: Idea;
  sheet: Sheet;
  standing: Standing;
  now: Date;
  /** Every department, closed ones too, by id. */
  departments: ReadonlyMap<string, Department>;
  /** An officer: the others read. */
  mayWrite: boolean;
}

/**
 * A part of the page of a file. Each folder of the room brings its own, listed in `panels.routes.ts`; its acts stand in
 * another file, which shows the file again with `showSheet`.
 */
export interface SheetPanel {
  /** Anchor of its section (`#avis`). */
  id: string;
  /** Its name among the links at the top of the page. */
  name(): string;
  /** A `Section` with this id; null where there is nothing for this visitor. */
  load(at: SheetAt): Promise<VNode | null>;
}

/** What one department is asked, as one of its agents (or an officer) has it before them. */
export interface TaskAt {
  visit: SignedInVisit;
  edition: Edition;
  idea: Idea;
  opinion: Opinion;
  department: Department;
  /** Every department, closed ones too, by id. */
  departments: ReadonlyMap<string, Department>;
  standing: Standing;
  now: Date;
}

/** What a folder adds to the page of a task: `acts` beside its buttons, `below` under its form. */
export interface TaskPart {
  place: 'acts' | 'below';
  load(at: TaskAt): Promise<VNode | null>;
}
