import { found, notFound } from '../../../platform/http/refused.ts';
import { mayIn, mayProveRight } from '../../../platform/http/route.ts';
import { type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import { urls } from '../../../urls.ts';
import { findIdeaByNumber, type Idea } from '../../ideas/index.ts';
import { type Edition, findEdition, readNumber } from '../../spaces/index.ts';
import { findTeam } from './team.store.ts';
import { listReadable, PARTS, type Part, type Standing } from './thread.ts';
import { listAskedDepartments } from './thread-standing.store.ts';

/** An idea, what is written around it, and who the reader is to it. */
export interface Around {
  edition: Edition;
  idea: Idea;
  about: { organisationId: string; editionId: string; ideaId: string };
  standing: Standing;
  team: ReadonlyMap<Part, string>;
  /** Departments that are asked about the idea. */
  askedIds: readonly string[];
}

/** Everything that the right to the page hangs on, in one load. An officer without their second factor proves it first. */
export async function loadAround(
  visit: SignedInVisit<'edition' | 'idea'>,
): Promise<Around | Response> {
  const { db, organisation, visitor, params, url } = visit;
  const edition = found(await findEdition(db, organisation.id, params.edition), 'edition');
  const number = found(readNumber(params.idea), 'idea');
  const idea = found(await findIdeaByNumber(db, organisation.id, edition.id, number), 'idea');
  const around = await readAround(visit, edition, idea);
  if (listReadable(around.standing).length === 0) {
    if (mayProveRight('reader', visitor) && !visitor.factorProven)
      return seeOther(visit, urls.verification({ vers: url.pathname }));
    throw notFound('idea');
  }
  return around;
}

/** The same of an idea that was found, whether or not anything of it is the reader's. */
export async function readAround(
  { db, organisation, visitor }: SignedInVisit,
  edition: Edition,
  idea: Idea,
): Promise<Around> {
  const about = { organisationId: organisation.id, editionId: edition.id, ideaId: idea.id };
  const [team, askedIds] = await Promise.all([
    findTeam(db, about),
    listAskedDepartments(db, organisation.id, idea.id),
  ]);
  const ownDepartments = visitor.held.flatMap(({ departmentId, editionId }) =>
    departmentId && (editionId === null || editionId === edition.id) ? [departmentId] : [],
  );
  const standing: Standing = {
    isHolder: idea.authorId === visitor.id,
    isOffice: mayIn('decider', visitor, edition.id),
    isReader: mayIn('reader', visitor, edition.id),
    departmentIds: askedIds.filter((id) => ownDepartments.includes(id)),
    part: PARTS.find((part) => team.get(part) === visitor.id) ?? null,
  };
  return { edition, idea, about, standing, team, askedIds };
}
