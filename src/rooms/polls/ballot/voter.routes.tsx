/** What the routes of a vote share: the poll of the address, and what the voter's browser holds. */
import { randomInt } from 'node:crypto';
import { found, notFound } from '../../../platform/http/refused.ts';
import type { Visit } from '../../../platform/http/visit.ts';
import { excerptOf } from '../../../platform/text/excerpt.ts';
import { urls } from '../../../urls.ts';
import { listBallotProjects } from '../../projects/index.ts';
import { type Edition, findVotedEdition } from '../../spaces/index.ts';
import { seeSpaceOfVote } from '../adoption/adoption-load.routes.ts';
import type { VoterClaim } from '../box/voter.store.ts';
import { findStanding, type VoterStanding } from '../box/voting.store.ts';
import { findPollNow } from '../poll.store.ts';
import { type Poll, type PollState, pollState } from '../poll.ts';
import type { BallotEntry } from './ballot-entry.page.tsx';
import { type Basket, readBasket, writeBasket } from './basket.ts';
import { readSeed, shuffle } from './drawn-order.ts';
import { frameOf } from './frame-of-poll.ts';
import { BASKET, BASKET_AGE, ORDER, PASS } from './voter-cookies.ts';

export interface PollVisit {
  edition: Edition;
  poll: Poll | null;
  state: PollState;
  now: Date;
}

/**
 * The edition of the address and its poll: one being prepared is not there, nor the vote of a space for those who do not
 * read the space.
 */
export async function loadPoll(visit: Visit<'edition'>): Promise<PollVisit> {
  const { db, organisation, params } = visit;
  const edition = found(await findVotedEdition(db, organisation.id, params.edition), 'edition');
  const isSeen = edition.spaceId
    ? (await seeSpaceOfVote(visit, edition.spaceId)) !== null
    : edition.openedAt !== null;
  if (!isSeen) throw notFound('edition');
  const { poll, now } = await findPollNow(db, organisation.id, edition.id);
  return { edition, poll, state: poll ? pollState(poll, now) : 'waiting', now };
}

/** Who votes from this browser: an account, what was proven here for this vote, or both. */
export function claimOf({ visitor, cookies }: Visit): VoterClaim {
  return { personId: visitor?.id ?? null, passToken: cookies.get(PASS) ?? null };
}

/** Nothing at all is known of this browser, and the poll takes votes of accounts only. */
export function asksForAccount(visit: Visit, poll: Poll): boolean {
  const { personId, passToken } = claimOf(visit);
  return !personId && !passToken && !poll.settings.admission.withoutAccount;
}

/** Where the reader stands in this poll; null when nothing at all is known of them. */
export async function findOwnStanding(
  visit: Visit,
  poll: Poll,
  now: Date,
  idempotencyKey: string | null = null,
): Promise<VoterStanding | null> {
  const claim = claimOf(visit);
  if (!claim.personId && !claim.passToken) return null;
  const { db, config, organisation } = visit;
  return findStanding(db, config, organisation.id, poll, { ...claim, idempotencyKey }, now);
}

export function basketOf(visit: Visit, poll: Poll): Basket {
  return readBasket(visit.cookies.get(BASKET), frameOf(poll));
}

export function keepBasket(visit: Visit, edition: Edition, basket: Basket): void {
  const path = urls.edition({ edition: edition.slug });
  if (basket.length === 0) visit.cookies.clear(BASKET, path);
  else visit.cookies.set(BASKET, writeBasket(basket), { path, maxAge: BASKET_AGE, readable: true });
}

/** The options as the ballot shows them, with the words of the frozen list. */
export async function listEntries(
  visit: Visit,
  edition: Edition,
  poll: Poll,
): Promise<BallotEntry[]> {
  const projects =
    poll.settings.subject === 'projects'
      ? await listBallotProjects(visit.db, visit.organisation.id, edition.id)
      : [];
  const byId = new Map(projects.map((project) => [project.id, project]));
  return poll.options.map(({ key, envelope, cost, category, zone, label, targetId }, at) => {
    const project = byId.get(targetId);
    return {
      ...{ key, envelope, cost, category, zone },
      title: label,
      number: poll.settings.subject === 'projects' ? (project?.number ?? at + 1) : null,
      summary: excerptOf(project?.summary ?? ''),
      categoryId: project?.categoryId ?? null,
    };
  });
}

/** In the order drawn for this browser, drawn now when it has none yet. */
export function orderFor<T>(visit: Visit, edition: Edition, things: readonly T[]): T[] {
  const kept = readSeed(visit.cookies.get(ORDER));
  const seed = kept ?? randomInt(1, 0xffffffff);
  if (kept === null) {
    const path = urls.vote({ edition: edition.slug });
    visit.cookies.set(ORDER, String(seed), { path, maxAge: BASKET_AGE });
  }
  return shuffle(things, seed);
}
