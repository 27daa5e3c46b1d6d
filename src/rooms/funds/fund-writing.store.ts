import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { recordFact } from '../../platform/journal/journal.ts';
import { readFundMoney } from '../ledger/index.ts';
import { nextFreeSlug, slugify } from '../spaces/index.ts';
import { findFundById, lockFund } from './fund.store.ts';
import {
  checkOpening,
  type Fund,
  type FundLink,
  isFundOpen,
  type OpeningRefusal,
  type WrittenFund,
} from './fund.ts';
import type { ThresholdStep } from './threshold.ts';

/** Who acts, in which movement. */
export interface FundAct {
  organisationId: string;
  by: string;
}

/** What stands beside the description. */
export interface FundParts {
  links: readonly FundLink[];
  steps: readonly ThresholdStep[];
}

/** Makes a fund: a draft, without money. The caller has checked it. */
export async function createFund(
  db: Db,
  act: FundAct,
  written: WrittenFund & { threshold: number },
  parts: FundParts,
): Promise<Fund> {
  const { organisationId, by } = act;
  return inTransaction(db, async (tx) => {
    const key = `funds:${organisationId}`;
    await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx);
    const { id } = await tx
      .insertInto('fund')
      .values({
        organisation_id: organisationId,
        slug: await findFreeSlug(tx, organisationId, written.name),
        threshold: written.threshold,
        created_by: by,
        ...asRow(written),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await writeParts(tx, organisationId, id, parts);
    const fund = (await findFundById(tx, organisationId, id))!;
    await tellFund(tx, act, 'fund.created', fund, { cap: fund.cap, threshold: fund.threshold });
    return fund;
  });
}

/** Changes what a fund says and allows, unless somebody did meanwhile (`version`). Its threshold has an act of its own. */
export async function changeFund(
  db: Db,
  act: FundAct,
  { id, version }: Pick<Fund, 'id' | 'version'>,
  written: WrittenFund,
  parts: FundParts,
): Promise<{ ok: true; fund: Fund } | { ok: false; refusal: 'changed-meanwhile' }> {
  const { organisationId } = act;
  return inTransaction(db, async (tx) => {
    const before = await lockFund(tx, organisationId, id);
    if (before?.version !== version) return { ok: false, refusal: 'changed-meanwhile' };
    await tx
      .updateTable('fund')
      .set({ ...asRow(written), version: version + 1 })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .execute();
    await writeParts(tx, organisationId, id, parts);
    const fund = (await findFundById(tx, organisationId, id))!;
    await tellFund(tx, act, 'fund.changed', fund, {
      cap: fund.cap,
      visibleTo: fund.visibleTo,
      countProposer: fund.countProposer,
      allowRepeats: fund.allowRepeats,
    });
    return { ok: true, fund };
  });
}

/** Opens a draft, or a fund that was closed: from now on groups act in it. */
export async function openFund(
  db: Db,
  act: FundAct,
  fundId: string,
): Promise<{ ok: true } | { ok: false; refusals: readonly OpeningRefusal[] }> {
  const { organisationId } = act;
  return inTransaction(db, async (tx) => {
    const fund = (await lockFund(tx, organisationId, fundId))!;
    const money = await readFundMoney(tx, organisationId, [fundId]);
    const refusals = checkOpening(fund, money.get(fundId)?.endowed ?? 0);
    if (refusals.length > 0) return { ok: false, refusals };
    await tx
      .updateTable('fund')
      .set({
        opened_at: sql<Date>`coalesce(opened_at, palabre_now())`,
        closed_at: null,
        version: fund.version + 1,
      })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', fundId)
      .execute();
    await tellFund(tx, act, 'fund.opened', fund, { again: fund.openedAt !== null });
    return { ok: true };
  });
}

/** Closes an open fund: what was validated is still paid, nothing new begins. */
export async function closeFund(
  db: Db,
  act: FundAct,
  fundId: string,
): Promise<{ ok: true } | { ok: false; refusal: 'not-open' }> {
  const { organisationId } = act;
  return inTransaction(db, async (tx) => {
    const fund = await lockFund(tx, organisationId, fundId);
    if (!fund || !isFundOpen(fund)) return { ok: false, refusal: 'not-open' };
    await tx
      .updateTable('fund')
      .set({ closed_at: sql<Date>`palabre_now()`, version: fund.version + 1 })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', fundId)
      .execute();
    await tellFund(tx, act, 'fund.closed', fund);
    return { ok: true };
  });
}

/** A fact about a fund. */
export async function tellFund(
  tx: Tx,
  act: { organisationId: string; by: string | null },
  kind: `fund.${string}`,
  { id, slug, name }: Pick<Fund, 'id' | 'slug' | 'name'>,
  more: Record<string, string | number | boolean> = {},
): Promise<void> {
  await recordFact(tx, {
    organisationId: act.organisationId,
    kind,
    actorId: act.by,
    subject: { kind: 'fund', id },
    detail: { slug, name, ...more },
  });
}

async function writeParts(
  tx: Tx,
  organisationId: string,
  fundId: string,
  { links, steps }: FundParts,
): Promise<void> {
  const own = { organisation_id: organisationId, fund_id: fundId };
  for (const table of ['fund_link', 'fund_threshold_step'] as const)
    await tx
      .deleteFrom(table)
      .where('organisation_id', '=', organisationId)
      .where('fund_id', '=', fundId)
      .execute();
  if (links.length > 0)
    await tx
      .insertInto('fund_link')
      .values(links.map((link, position) => ({ ...own, position, ...link })))
      .execute();
  if (steps.length > 0)
    await tx
      .insertInto('fund_threshold_step')
      .values(steps.map(({ below, threshold }) => ({ ...own, below, threshold })))
      .execute();
}

/** `actions-solidaires`, then `actions-solidaires-2`: under the lock of the movement's funds. */
async function findFreeSlug(tx: Tx, organisationId: string, name: string): Promise<string> {
  const wanted = slugify(name) || 'fonds';
  const rows = await tx
    .selectFrom('fund')
    .select('slug')
    .where('organisation_id', '=', organisationId)
    .where(sql<boolean>`(slug = ${wanted} or slug ~ ${`^${wanted}-[0-9]+$`})`)
    .execute();
  return nextFreeSlug(new Set([...rows.map(({ slug }) => slug), ...RESERVED]), wanted);
}

/** What other addresses say where that of a fund says its name. */
const RESERVED = ['nouveau'];

const asRow = (written: WrittenFund) => ({
  name: written.name,
  period: written.period,
  summary: written.summary,
  presentation: written.presentation,
  rules: written.rules,
  visible_to: written.visibleTo,
  cap: written.cap,
  count_proposer: written.countProposer,
  allow_repeats: written.allowRepeats,
});
