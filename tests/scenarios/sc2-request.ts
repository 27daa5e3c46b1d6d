import {
  addDocument,
  approveRequest,
  checkRequestByPeer,
  openRequest,
  type Request,
  saveRequest,
  sendRequest,
  swearRequest,
} from '../../src/rooms/spending/index.ts';
import type { BrowserSite } from '../browser.ts';
import { giveBankDetails, makeKeptFile, must } from '../make/spending.ts';
import type { Cast } from './sc2-movement.ts';

/** What was paid, in cents: 251,30 € in all. */
const RECEIPTS = [12_000, 10_000, 3130] as const;

/**
 * The first treasurer asks for what three receipts prove, of a budget of 240 €, the rest out of the envelope;
 * gives the request, sent.
 */
export async function askForReceipts(
  site: BrowserSite,
  { movement, pantin, desk }: Cast,
  budgetId: string,
): Promise<Request> {
  const { db } = site;
  const [first] = pantin.treasurers;
  const act = { organisationId: movement.id, by: first.id };
  const opened = must(await openRequest(db, act, { groupId: pantin.group.id, budgetId }));
  let { request } = must(
    await saveRequest(db, act, opened.request, {
      title: 'Collecte du samedi',
      category: 'consumables',
      explanation: 'Cagettes, denrées et affiches.',
      spentOn: '2026-01-15',
      contactName: 'Rosa',
      contactEmail: first.email,
      timing: 'past',
      campaign: false,
      amount: RECEIPTS.reduce((sum, one) => sum + one, 0),
      excessToGroup: true,
      payeeId: null,
    }),
  );
  for (const [at, amount] of RECEIPTS.entries()) {
    const file = await makeKeptFile(site, movement, first);
    const written = { kind: 'invoice', title: `Ticket ${at + 1}`, amount } as const;
    request = must(await addDocument(db, act, request.id, written, file)).request;
  }
  const purse = { movement, made: pantin, desk, fundId: '', actionId: '' };
  request = await giveBankDetails(site, purse, request);
  request = must(await swearRequest(db, act, request, { charter: true, honour: true })).request;
  return must(await sendRequest(db, act, request)).request;
}

/** Whoever wrote it cannot check it (gives why), another treasurer does, the desk agrees. */
export async function checkAndApprove(
  { db }: BrowserSite,
  { movement, pantin, desk }: Cast,
  request: Request,
): Promise<string> {
  const actOf = ({ id }: { id: string }) => ({ organisationId: movement.id, by: id });
  const [first, second] = pantin.treasurers;
  const own = await checkRequestByPeer(db, actOf(first), request);
  const checked = must(await checkRequestByPeer(db, actOf(second), request));
  must(await approveRequest(db, actOf(desk), checked.request));
  return own.ok ? 'checked' : own.refusal;
}
