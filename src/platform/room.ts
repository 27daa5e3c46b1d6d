import type { Config } from './config.ts';
import type { Database, Tx } from './database/database.ts';
import type { Route } from './http/route.ts';
import type { PreparedPart, RelatedLink, Standing, Target } from './http/visit.ts';
import type { Jobs } from './jobs/worker.ts';
import type { RecordedFact } from './journal/journal.ts';
import type { Postman } from './mail/mail.ts';

/** What jobs and readers of facts may hold in their hands. */
export interface Tools {
  db: Database;
  config: Config;
  postman: Postman;
}

/** Words that the next page shows once after an act. */
export interface FlashNotice {
  tone: 'success' | 'info' | 'warning';
  words(): string;
}

/** A column of the export of ideas: its name and its line of the dictionary, in the reader's language. */
export interface IdeaColumn {
  key: string;
  name(): string;
  meaning(): string;
  /** By id of idea, for some hundreds at once; absent: an empty cell. Cents, days and instants as numbers and ISO. */
  read(
    db: Database,
    organisationId: string,
    ideaIds: readonly string[],
  ): Promise<ReadonlyMap<string, string | number>>;
}

/** What a room brings to the site. */
export interface Room {
  name: string;
  routes: readonly Route[];
  /** By name of job. */
  jobs?: (tools: Tools) => Jobs;
  /** By kind of fact: called once or more, after the fact is committed; must bear being called twice. */
  readers?: Record<string, (fact: RecordedFact, tools: Tools) => Promise<void>>;
  /** What this room made out of a thing of a lower room, to be linked to from its page (R188). */
  findRelated?: (db: Database, organisationId: string, target: Target) => Promise<RelatedLink[]>;
  /** How a thing of a lower room stands with this one, for its public page; null: nothing is to be said. */
  findStanding?: (db: Database, organisationId: string, target: Target) => Promise<Standing | null>;
  /** The part of an edition's settings that this room keeps, as those who prepare the edition see it. */
  findPreparedPart?: (
    db: Database,
    organisationId: string,
    editionId: string,
  ) => Promise<PreparedPart | null>;
  /**
   * Lets go of what this room noted by itself about ideas that are taken back in this very transaction. What somebody
   * did with one of them stays: its key to the idea then keeps them all.
   */
  releaseIdeas?: (tx: Tx, organisationId: string, ideaIds: readonly string[]) => Promise<void>;
  /** Columns that this room adds to the office's export of ideas. */
  ideaColumns?: readonly IdeaColumn[];
  /** By name of notice, as `seeOther(visit, address, name)` gives it. */
  notices?: Record<string, FlashNotice>;
}
