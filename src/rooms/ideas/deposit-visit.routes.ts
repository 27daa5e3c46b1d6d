import { countHit } from '../../platform/http/limits.ts';
import { found, notFound } from '../../platform/http/refused.ts';
import { seeOther, type Visit } from '../../platform/http/visit.ts';
import { hashSecret, newToken } from '../../platform/secrets/token.ts';
import { isUuid } from '../../platform/text/uuid.ts';
import { urls } from '../../urls.ts';
import type { Board } from './boards/board.ts';
import { addressesOf } from './boards/board-address.page.ts';
import { loadBoardToDeposit } from './boards/board-load.routes.ts';
import { claimDrafts, findDraft } from './draft.store.ts';
import { DRAFT_DAYS, type Draft, type Holder } from './draft.ts';
import { findIdea } from './idea.store.ts';
import { ideaSegment } from './idea-address.ts';

/** What the screens of the wizard share: whose draft it is, and where one goes when it is not there. */

/** Holds the drafts of a browser nobody has signed in on. */
const COOKIE = 'brouillon';
/** Seconds. */
const COOKIE_AGE = DRAFT_DAYS * 86_400;

export type DepositVisit = Visit<'draft'>;

/** Who asks. Signing in makes the browser's drafts one's own, whatever screen comes first afterwards. */
export async function findHolder(visit: Visit): Promise<Holder> {
  const token = visit.cookies.get(COOKIE);
  const tokenHash = token ? hashSecret(token) : null;
  const personId = visit.visitor?.id ?? null;
  if (!personId) return { personId, tokenHash };
  if (tokenHash) {
    await claimDrafts(visit.db, visit.organisation.id, personId, tokenHash);
    visit.cookies.clear(COOKIE);
  }
  return { personId, tokenHash: null };
}

/** The same for a save: a browser that holds nothing yet gets its token. */
export async function openHolder(visit: Visit): Promise<Holder> {
  const holder = await findHolder(visit);
  if (holder.personId || holder.tokenHash) return holder;
  const token = newToken();
  visit.cookies.set(COOKIE, token, { maxAge: COOKIE_AGE });
  return { personId: null, tokenHash: hashSecret(token) };
}

/** Any draft's id has this shape; anything else was never an address of ours. */
export function readDraftId(visit: DepositVisit): string {
  const { draft } = visit.params;
  if (!isUuid(draft)) throw notFound('draft');
  return draft;
}

export type Loaded =
  | { draft: Draft; board: Board; holder: Holder }
  | { draft: null; board: Board; holder: Holder };

export async function loadDraft(visit: DepositVisit): Promise<Loaded> {
  const id = readDraftId(visit);
  const board = await loadBoardToDeposit(visit);
  const holder = await findHolder(visit);
  const draft = await findDraft(visit.db, visit.organisation.id, id, holder);
  if (draft && draft.editionId !== board.id) throw notFound('draft');
  return { draft, board, holder };
}

/** Back to signing in, with a way back to this draft; somebody else's draft is not there. */
export function sendAway(visit: Visit, back: string, notice = 'ideas-session-lost'): Response {
  if (visit.visitor) throw notFound('draft');
  return seeOther(visit, urls.signIn({ vers: back }), notice);
}

/** The screen after the comparison: where the idea is, if the board asks it; otherwise its files. */
export function afterComparing(board: Board, draft: string): string {
  const to = addressesOf(board);
  const at = { draft };
  return board.ideaPlace === 'not-asked' ? to.depositFiles(at) : to.depositPlace(at);
}

/** What a draft has become: the page of its idea, or the last screen, which says that it waits. */
export const seeSent = (visit: DepositVisit, board: Board, draft: Draft): Promise<Response> =>
  draft.publishedIdeaId
    ? seePublished(visit, board, draft.publishedIdeaId)
    : Promise.resolve(seeOther(visit, addressesOf(board).depositPreview({ draft: draft.id })));

/** The page of the idea that a draft has become. */
export async function seePublished(
  visit: DepositVisit,
  board: Board,
  ideaId: string,
  notice = 'ideas-already-published',
): Promise<Response> {
  const idea = found(await findIdea(visit.db, visit.organisation.id, ideaId), 'idea');
  const address = { idea: ideaSegment(idea) };
  return seeOther(visit, addressesOf(board).idea(address), notice);
}

/** A class and a library write from one address, signed in or not: against floods only. */
const FROM_ADDRESS = 3000;

/** Drafts and files cost space: so many an hour of one account. */
export async function limitFrom(
  visit: Visit,
  act: 'draft' | 'upload',
  hits: number,
): Promise<void> {
  const { visitor, address, organisation } = visit;
  const who = hashSecret(organisation.id, visitor?.id ?? address);
  const most = visitor ? hits : FROM_ADDRESS;
  await countHit(visit.db, { key: `${act}:${who}`, hits: most, seconds: 3600 });
}
