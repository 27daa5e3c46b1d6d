import { type Database, readNow } from '../../platform/database/database.ts';
import { countIdeas } from '../ideas/index.ts';
import { findPollState, findPublishedResult, type PublishedResult } from '../polls/index.ts';
import {
  type BallotProject,
  findListFreeze,
  isListPublic,
  type ListFreeze,
  listBallotProjects,
} from '../projects/index.ts';
import { type Edition, hasBegun } from '../spaces/index.ts';
import { chooseNextAct, type NextAct } from './next-act.ts';

/** Everything that the home page and the page of an edition say about it. */
export interface EditionStanding {
  edition: Edition;
  now: Date;
  act: NextAct;
  ideas: number;
  /** null while residents may not see the list. */
  list: ListFreeze | null;
  /** Empty while residents may not see the list. */
  projects: readonly BallotProject[];
  result: PublishedResult | null;
}

export async function findStanding(
  db: Database,
  organisationId: string,
  edition: Edition,
): Promise<EditionStanding> {
  const [now, poll, freeze, ideas] = await Promise.all([
    readNow(db),
    findPollState(db, organisationId, edition.id),
    findListFreeze(db, organisationId, edition.id),
    countIdeas(db, organisationId, edition.id),
  ]);
  const listPublic = isListPublic(freeze, hasBegun(edition, 'campaign', now));
  const [projects, result] = await Promise.all([
    listPublic ? listBallotProjects(db, organisationId, edition.id) : [],
    poll?.state === 'published' ? findPublishedResult(db, organisationId, edition.id) : null,
  ]);
  return {
    edition,
    now,
    act: chooseNextAct({ edition, now, listPublic, poll }),
    ideas,
    list: listPublic ? freeze : null,
    projects,
    result,
  };
}
