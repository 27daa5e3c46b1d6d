import type { Config } from './config.ts';
import type { Database, Db, Tx } from './database/database.ts';
import type { Contribution, ContributionKind } from './http/contribution.ts';
import type { FinanceTask, HolderKind, MoneyHolder, NamedHolder } from './http/holders.ts';
import type { Route } from './http/route.ts';
import type { ReplyPart, ShownSpace } from './http/space-answers.ts';
import type {
  Attachable,
  FollowedThing,
  HomePart,
  PageReading,
  PlacedComponent,
  PreparedPart,
  ProfilePart,
  RelatedLink,
  Standing,
  Target,
  ThemePart,
  Visit,
  VisitedOrganisation,
} from './http/visit.ts';
import type { Jobs } from './jobs/worker.ts';
import type { RecordedFact } from './journal/journal.ts';
import type { Postman } from './mail/mail.ts';
import type { PersonalData } from './personal.ts';
import type { Searchable } from './search/searchable.ts';
import type { DataSet } from './sets/data-set.ts';
import type { Cell } from './text/xlsx.ts';

/** What jobs and readers of facts may hold in their hands. */
export interface Tools {
  db: Database;
  config: Config;
  postman: Postman;
}

/** What the jobs of a room may hold besides: what higher rooms know of things that it only names. */
export interface JobTools extends Tools {
  /** What is followed together with a thing (`Room.followedWith`); none: nothing but itself. */
  listFollowedWith(
    organisationId: string,
    target: { kind: string; id: string },
  ): Promise<readonly { kind: string; id: string }[]>;
  /** What holds shared money and is called so (`Room.findHolders`). */
  findHolders(organisationId: string, called: readonly string[]): Promise<readonly MoneyHolder[]>;
}

/** Words that the next page shows once after an act. */
export interface FlashNotice {
  tone: 'success' | 'info' | 'warning';
  words(): string;
}

/** Columns that a room adds to the export of ideas, read together. */
export interface IdeaColumns {
  /** Each with its line of the dictionary, in the reader's language. */
  columns: readonly { key: string; name(): string; meaning(): string }[];
  /** Reads some hundreds of ideas at once; then says of each one its cells, in the reader's language. */
  read(
    db: Database,
    organisationId: string,
    ideaIds: readonly string[],
  ): Promise<(ideaId: string) => readonly Cell[]>;
}

/** How a room serves components of one kind: a space leads to them, and tells how much stands in each. */
export interface ServedComponents {
  /** Where one is read, by what addresses say of its space and of itself. */
  address(at: { space: string; component: string }): string;
  /** How many things everybody who reads the space finds in each of some, by id; those left out hold none. */
  // a function and not a method: methods are compared both ways, and `Db` with `Database` is more than the compiler can do
  count?: (
    db: Database,
    organisationId: string,
    componentIds: readonly string[],
  ) => Promise<ReadonlyMap<string, number>>;
}

/** A space of participation whose contents are counted, with all its components. */
export interface CountedSpace {
  id: string;
  components: readonly { id: string; isHidden: boolean }[];
}

/** What stands in a space that everybody who reads it finds there (R102): exactly as many as there are rows. */
export interface SpaceCounts {
  proposals: number;
  supports: number;
  comments: number;
}

/** What a room brings to the site. */
export interface Room {
  name: string;
  routes: readonly Route[];
  /** By name of job. */
  jobs?: (tools: JobTools) => Jobs;
  /** By kind of fact: called once or more, after the fact is committed; must bear being called twice. */
  readers?: Record<string, (fact: RecordedFact, tools: Tools) => Promise<void>>;
  /** What this room made out of a thing of a lower room, to be linked to from its page (R188). */
  findRelated?: (db: Database, organisationId: string, target: Target) => Promise<RelatedLink[]>;
  /**
   * What people may follow of this room, by kind: what it is called and where it is seen, as this visitor may know it;
   * null: not there, or not for them.
   */
  followed?: Record<string, (visit: Visit, id: string) => Promise<FollowedThing | null>>;
  /** By kind, a thing of this room whose news is news of others too: whoever follows the others hears of it. */
  followedWith?: Record<
    string,
    (
      db: Database,
      organisationId: string,
      id: string,
    ) => Promise<readonly { kind: string; id: string }[]>
  >;
  /** What people publish here, by kind: found as a visitor may see it, and put out of sight by who judges it (R117). */
  contributions?: Partial<
    Record<
      ContributionKind,
      {
        find: (visit: Visit, id: string) => Promise<Contribution | null>;
        /** In the transaction of the judgement: it leaves lists, counts and searches, or comes back to them. */
        hide: (tx: Tx, organisationId: string, id: string, isHidden: boolean) => Promise<void>;
        /** Publishes what waited to be read first, as if it were written now; false: it waits no more. */
        release?: (visit: Visit, tx: Tx, id: string) => Promise<boolean>;
        /** What was published waits from now on to be read first: out of sight, but for whoever wrote it. */
        withhold?: (tx: Tx, organisationId: string, ids: readonly string[]) => Promise<void>;
        /** What waited stays unseen, and whoever wrote it finds it said. */
        refuse?: (tx: Tx, organisationId: string, ids: readonly string[]) => Promise<void>;
      }
    >
  >;
  /** What stands here under a contribution of whatever room follows it out of sight, or back, in the same transaction. */
  hideUnder?: (
    tx: Tx,
    organisationId: string,
    target: { kind: ContributionKind; id: string },
    isHidden: boolean,
  ) => Promise<void>;
  /** What of a space's figures this room keeps; hidden things and hidden components left out. */
  countInSpace?: (
    db: Database,
    organisationId: string,
    space: CountedSpace,
  ) => Promise<Partial<SpaceCounts>>;
  /** What somebody did here in public, for their profile; `visit` is a stranger's, whoever looks (R135). */
  profileParts?: (visit: Visit, personId: string) => Promise<readonly ProfilePart[]>;
  /** Kinds of components of spaces that this room serves; one room a kind. */
  components?: Readonly<Record<string, ServedComponents>>;
  /** Blocks of the page of a theme about its components that this room serves (R109); only what this visitor may see. */
  themeParts?: (
    visit: Visit,
    at: { space: string; components: readonly PlacedComponent[] },
  ) => Promise<readonly ThemePart[]>;
  /** Blocks of the showcase of a network (R140): what everybody may read, whoever looks. */
  showcaseParts?: (visit: Visit, space: ShownSpace) => Promise<readonly ThemePart[]>;
  /** Articles of this room that one may answer elsewhere (R155), by kind; null: not there, or not for this visitor. */
  articles?: Record<string, (visit: Visit, id: string) => Promise<FollowedThing | null>>;
  /** What was begun here about an article of whatever room, as this visitor may know of it. */
  findReplies?: (visit: Visit, article: { kind: string; id: string }) => Promise<ReplyPart | null>;
  /** Counts somebody among those who took part in a space (`visit.noteParticipation`). */
  noteParticipation?: (
    tx: Tx,
    organisationId: string,
    spaceId: string,
    personId: string,
  ) => Promise<void>;
  /** Those of some people who may read a space (`visit.listSpaceReaders`). */
  spaceReaders?: (
    db: Db,
    organisationId: string,
    spaceId: string,
    personIds: readonly string[],
  ) => Promise<string[]>;
  /** What of this room may hold shared money and is called so, by its slug or its name (`visit.findHolders`). */
  findHolders?: (
    db: Database,
    organisationId: string,
    called: readonly string[],
  ) => Promise<MoneyHolder[]>;
  /** How a thing of a lower room stands with this one, for its public page; null: nothing is to be said. */
  findStanding?: (db: Database, organisationId: string, target: Target) => Promise<Standing | null>;
  /** The part of an edition's settings that this room keeps, as those who prepare the edition see it. */
  findPreparedPart?: (
    db: Database,
    organisationId: string,
    editionId: string,
  ) => Promise<PreparedPart | null>;
  /** Things of an edition, as everybody may see them, that a thing of a lower room can be about: a meeting. */
  listAttachables?: (
    db: Database,
    organisationId: string,
    editionId: string,
  ) => Promise<Attachable[]>;
  /**
   * Blocks of the home page: spaces that are open; of a movement, its groups and its funds. Only what this visitor may
   * see; for who is not signed in the page is kept. A part that has nothing to say yet says so, with the first gesture, or
   * is left out.
   */
  homeParts?: (visit: Visit) => Promise<readonly HomePart[]>;
  /**
   * Lets go of what this room noted by itself about ideas that are taken back in this very transaction. Gives those
   * that somebody did something with: they stay, and all the others with them.
   */
  releaseIdeas?: (
    tx: Tx,
    organisationId: string,
    ideaIds: readonly string[],
  ) => Promise<readonly string[]>;
  /** Columns that this room adds to the office's export of ideas. */
  ideaColumns?: IdeaColumns;
  /** By kind of holder of an account of the ledger: what it is called and where it is seen, by its id. */
  nameHolders?: Partial<
    Record<
      HolderKind,
      (
        db: Database,
        organisationId: string,
        ids: readonly string[],
      ) => Promise<ReadonlyMap<string, NamedHolder>>
    >
  >;
  /** Ids of those whose names hold all these words, some hundreds at most. */
  seekHolders?: Partial<
    Record<HolderKind, (db: Database, organisationId: string, words: string) => Promise<string[]>>
  >;
  /** What of this room entries of the ledger are about, where the finance desk sees it; nothing of other rooms' kinds. */
  findEntrySubjects?: (
    db: Database,
    organisationId: string,
    about: { kind: string; id: string },
  ) => Promise<RelatedLink[]>;
  /** What of this room waits for the finance desk; a count of zero stays on it as a way to the page. */
  listFinanceTasks?: (db: Database, organisationId: string) => Promise<FinanceTask[]>;
  /**
   * Holds the actions of a fund that are not fundable yet, before the fund itself is held: in the order in which whoever
   * commits to one holds them, so that no commitment falls between two thresholds.
   */
  holdActions?: (tx: Tx, organisationId: string, fundId: string) => Promise<void>;
  /** Makes those fundable that reach the threshold of their fund now, in the transaction that changed it; never backwards. */
  releaseActions?: (
    tx: Tx,
    from: { organisation: VisitedOrganisation; config: Config; by: string },
    fundId: string,
  ) => Promise<void>;
  /** What everybody may find here by its words (R198). */
  searchables?: readonly Searchable[];
  /** What it publishes as files: for everybody (R192), or for the office. */
  dataSets?: readonly DataSet[];
  /** What it keeps of people: for their export, and for their erasure (R91, R193). */
  personalData?: PersonalData;
  /** Hears of each reading of a page whose route is `counted`; it must neither wait nor fail. */
  noteReading?: (db: Database, organisationId: string, reading: PageReading) => void;
  /** By name of notice, as `seeOther(visit, address, name)` gives it. */
  notices?: Record<string, FlashNotice>;
}
