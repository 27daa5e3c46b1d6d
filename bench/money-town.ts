import { sql } from 'kysely';
import type { Database } from '../src/platform/database/database.ts';
import { findLedgerSettings, saveLedgerSettings } from '../src/rooms/ledger/settings.store.ts';
import { urls } from '../src/urls.ts';
import { fillActions } from './many-actions.ts';
import { fillExpenses } from './many-expenses.ts';
import { fillDonations, fillSolidarity } from './many-gifts.ts';
import { fillGroups, type ManyGroup, type Movement, openMovement } from './many-groups.ts';

export interface FilledMoney extends Movement {
  groups: readonly ManyGroup[];
  fund: string;
  /** The address of the entries of this year, for accountants. */
  fec: string;
}

/**
 * A movement whose ledger has so many entries: nine in ten are donations, the others a fund, its budgets and requests, and
 * gifts of the solidarity fund. For 500,000 entries 3,000 groups, 2,000 actions, 10,000 budgets, 14,000 requests.
 */
export async function fillMoney(
  db: Database,
  entries: number,
  host?: string,
): Promise<FilledMoney> {
  const movement = await openMovement(db, host);
  const { organisationId, desk } = movement;
  const groups = await fillGroups(db, movement, Math.max(12, Math.round(entries * 0.006)));
  const actions = await fillActions(db, movement, groups, {
    actions: Math.max(40, Math.round(entries * 0.004)),
    endowed: Math.round(entries * 0.02) * 300_00,
  });
  const gifts = Math.round(entries * 0.002);
  const others = { budgets: Math.round(entries * 0.02), envelopes: Math.round(entries * 0.01) };
  // more than expenses take: those come after, and stand on what was given
  await fillDonations(db, movement, groups, Math.round(entries * 0.92));
  const spent = await fillExpenses(db, movement, groups, actions, others);
  await fillSolidarity(db, movement, groups, gifts);
  const missing = entries - Math.round(entries * 0.92) - spent - gifts - 1;
  if (missing > 0) await fillDonations(db, movement, groups, missing, 'S');
  const settings = await findLedgerSettings(db, organisationId);
  await saveLedgerSettings(db, { organisationId, by: desk }, { ...settings, siren: '123456782' });
  await sql`vacuum analyze`.execute(db);
  const year = new Date().getFullYear();
  return {
    ...movement,
    groups,
    fund: actions.fund.slug,
    fec: urls.financeExport({ file: 'fec' }, { annee: String(year) }),
  };
}
