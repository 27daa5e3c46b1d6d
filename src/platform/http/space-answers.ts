import type { Db, Tx } from '../database/database.ts';
import type { CountedSpace, SpaceCounts } from '../room.ts';
import type { FollowedThing, PlacedComponent, ThemePart } from './visit.ts';

/** What a visit asks about spaces of participation of rooms that serve them. */
export interface SpaceAnswers {
  /** Blocks of a theme's page, in the order of the floors. `components`: those of the theme that this visitor is led to. */
  listThemeParts(at: {
    space: string;
    components: readonly PlacedComponent[];
  }): Promise<ThemePart[]>;
  /** Counts who took part in a space, in the transaction of what they did (R102): that they did, never in what nor when. */
  noteParticipation(tx: Tx, spaceId: string, personId: string): Promise<void>;
  /** What stands in a space, added up over rooms (R102): the same for whoever reads it. */
  countInSpace(space: CountedSpace): Promise<SpaceCounts>;
  /** Those of some people who may read a space; of a public one, all of them. */
  listSpaceReaders(db: Db, spaceId: string, personIds: readonly string[]): Promise<string[]>;
  /**
   * What everybody may read of a network on its showcase (R140), in the order of the floors: the same for who is inside
   * and who is not.
   */
  listShowcaseParts(space: ShownSpace): Promise<ThemePart[]>;
  /** An article of whatever room, as this visitor may see it: what is said of it stands elsewhere (R155). */
  findArticle(kind: string, id: string): Promise<FollowedThing | null>;
  /** What was begun about an article, and where this visitor may begin. */
  findReplies(article: { kind: string; id: string }): Promise<ReplyPart>;
}

/** What is said elsewhere of an article, as one visitor may know of it. */
export interface ReplyPart {
  /** `place`: of which space. */
  topics: readonly { title: string; href: string; lang: string; at: Date; place: string }[];
  begin: readonly { place: string; href: string }[];
}

/** A space as rooms are told of it that show something of theirs in it. */
export interface ShownSpace {
  id: string;
  slug: string;
}
