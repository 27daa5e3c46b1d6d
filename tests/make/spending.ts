import { randomUUID } from 'node:crypto';
import { sealBank } from '../../src/platform/bank/sealed-details.ts';
import {
  addDocument,
  approveRequest,
  type Budget,
  checkRequestByPeer,
  openBudget,
  openRequest,
  type Request,
  saveBankDetails,
  saveBudget,
  saveRequest,
  sendRequest,
  submitBudget,
  swearRequest,
  validateBudget,
} from '../../src/rooms/spending/index.ts';
import type { TestSite } from '../site-client.ts';
import { makeFund } from './fund.ts';
import { type MadeGroup, type MadeMovement, makeGroup, makeMovement } from './group.ts';
import { giveToGroup } from './ledger.ts';
import { type MadePerson, makePerson } from './people.ts';

/** A movement with an endowed, open fund, a fundable action, a certified group and a person of the desk. */
export interface MadePurse {
  movement: MadeMovement;
  fundId: string;
  actionId: string;
  made: MadeGroup;
  desk: MadePerson;
}

/** A test IBAN of the French banks' own documentation. */
export const IBAN = 'FR7630006000011234567890189';

/** Amounts are cents. */
export async function makePurse(
  site: TestSite,
  {
    endowed = 500_000,
    maximum = 30_000,
    cap = 30_000,
    allowRepeats = false,
    movement: given,
  }: {
    endowed?: number;
    maximum?: number;
    cap?: number;
    allowRepeats?: boolean;
    movement?: MadeMovement;
  } = {},
): Promise<MadePurse> {
  const movement = given ?? (await makeMovement(site));
  const made = await makeGroup(site, movement, { certified: true });
  const desk = await makePerson(site, { organisation: movement, roles: ['finance'] });
  const written = { name: 'Fonds commun', visibleTo: 'public', cap, allowRepeats } as const;
  const { fund } = await makeFund(site, movement, { endowed, treasurer: desk, ...written });
  const fundId = fund.id;
  const actionId = await makeFundable(site, { movement, fundId, made }, { maximum });
  return { movement, fundId, actionId, made, desk };
}

/** An action that enough groups committed to. */
export async function makeFundable(
  site: TestSite,
  { movement, fundId, made }: Pick<MadePurse, 'movement' | 'fundId' | 'made'>,
  { maximum = 30_000, title = 'Collecte solidaire' }: { maximum?: number; title?: string } = {},
): Promise<string> {
  const { rows } = await site.pool.query<{ id: string }>(
    `insert into fund_action (organisation_id, fund_id, group_id, number, state, title, summary, kind, maximum, created_by,
        submitted_at, published_at, fundable_at, commitments)
      select $1, $2, $3, (1 + random() * 1e9)::int, 'fundable', $4, 'En bref', 'solidarity', $5, $6, palabre_now(),
        palabre_now(), palabre_now(), 5 returning id`,
    [movement.id, fundId, made.group.id, title, maximum, made.lead.id],
  );
  return rows[0]!.id;
}

const actOf = ({ movement }: Pick<MadePurse, 'movement'>, by: { id: string }) => ({
  organisationId: movement.id,
  by: by.id,
});

/** What an act must have done. */
export function must<T extends { ok: boolean }>(done: T): Extract<T, { ok: true }> {
  if (!done.ok) throw new Error((done as unknown as { refusal: string }).refusal);
  return done as Extract<T, { ok: true }>;
}

/** A budget of the group for its action: a draft, handed in, or validated. */
export async function makeBudget(
  site: TestSite,
  purse: MadePurse,
  {
    amount = 24_000,
    state = 'validated',
    actionId = purse.actionId,
    made = purse.made,
  }: {
    amount?: number;
    state?: 'draft' | 'submitted' | 'validated';
    actionId?: string;
    made?: MadeGroup;
  } = {},
): Promise<Budget> {
  const { db } = site;
  const act = actOf(purse, made.manager);
  const { budget } = must(await openBudget(db, act, { groupId: made.group.id, actionId }));
  const lines = [{ label: 'Denrées', amount }];
  const saved = must(await saveBudget(db, act, budget, { explanation: 'Un repas', lines })).budget;
  if (state === 'draft') return saved;
  const sent = must(await submitBudget(db, act, saved)).budget;
  if (state === 'submitted') return sent;
  return must(await validateBudget(db, actOf(purse, purse.desk), sent.id)).budget;
}

/** A file that is kept: what it holds does not matter. */
export async function makeKeptFile(
  site: TestSite,
  movement: { id: string },
  by: { id: string },
): Promise<{ fileId: string; sentSha256: string }> {
  const sha256 = `${randomUUID()}${randomUUID()}`.replaceAll('-', '');
  const { rows } = await site.pool.query<{ id: string }>(
    `insert into file (organisation_id, id, storage_key, name, media_type, bytes, alt, sha256, uploaded_by)
      values ($1, gen_random_uuid(), $2, 'facture.pdf', 'application/pdf', 12, '', $3, $4) returning id`,
    [movement.id, `${movement.id}/${randomUUID()}.pdf`, sha256, by.id],
  );
  return { fileId: rows[0]!.id, sentSha256: sha256 };
}

export interface MadeRequest {
  /** Of the fund; left out: of the envelope of the group. */
  budgetId?: string;
  amount?: number;
  receipts?: number;
  excessToGroup?: boolean;
  timing?: 'past' | 'future';
  campaign?: boolean;
  payeeId?: string | null;
  state?: 'draft' | 'peer-review' | 'finance-review' | 'approved';
}

/** A whole request: written by the first treasurer, checked by the second, agreed to by the desk. */
export async function makeRequest(
  site: TestSite,
  purse: MadePurse,
  {
    budgetId,
    amount = 24_000,
    receipts = amount,
    excessToGroup = false,
    timing = 'past',
    campaign = false,
    payeeId = null,
    state = 'finance-review',
  }: MadeRequest = {},
): Promise<Request> {
  const { db } = site;
  const { made, movement } = purse;
  const [first, second] = made.treasurers;
  const act = actOf(purse, first);
  const opened = must(
    await openRequest(db, act, { groupId: made.group.id, budgetId: budgetId ?? null }),
  );
  let { request } = must(
    await saveRequest(db, act, opened.request, {
      title: 'Denrées du repas',
      category: 'consumables',
      explanation: 'Farine, légumes et épices.',
      spentOn: '2026-01-15',
      contactName: 'Rosa',
      contactEmail: 'rosa@mouvement.example',
      timing,
      campaign,
      amount,
      excessToGroup,
      payeeId,
    }),
  );
  const file = await makeKeptFile(site, movement, first);
  const written = { kind: 'invoice', title: 'Épicerie', amount: receipts } as const;
  request = must(await addDocument(db, act, request.id, written, file)).request;
  request = await giveBankDetails(site, purse, request);
  request = must(await swearRequest(db, act, request, { charter: true, honour: true })).request;
  if (state === 'draft') return request;
  request = must(await sendRequest(db, act, request)).request;
  if (state === 'peer-review') return request;
  request = must(await checkRequestByPeer(db, actOf(purse, second), request)).request;
  if (state === 'finance-review') return request;
  return must(await approveRequest(db, actOf(purse, purse.desk), request)).request;
}

/** By the first treasurer. */
async function giveBankDetails(
  site: TestSite,
  { movement, made }: MadePurse,
  request: Request,
): Promise<Request> {
  const [first] = made.treasurers;
  const owner = { organisationId: movement.id, kind: 'request', id: request.id } as const;
  const details = { holder: 'Rosa Martin', iban: IBAN, bic: 'AGRIFRPP' };
  const { fileId } = await makeKeptFile(site, movement, first);
  const saved = await saveBankDetails(
    site.db,
    { organisationId: movement.id, by: first.id },
    request,
    {
      sealed: sealBank(site.config.keysFolder, owner, details),
      last4: IBAN.slice(-4),
      documentId: fileId,
    },
  );
  return must(saved).request;
}

/** Gives to the group's envelope: cents. */
export const fillEnvelope = (site: TestSite, { movement, made }: MadePurse, amount: number) =>
  giveToGroup(site, movement, amount, made.group.id);
