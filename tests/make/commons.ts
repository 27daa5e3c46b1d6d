import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { type Action, actionSegment, findActionById } from '../../src/rooms/actions/index.ts';
import { findFundById } from '../../src/rooms/funds/index.ts';
import { listPayments } from '../../src/rooms/payments/index.ts';
import type { Request } from '../../src/rooms/spending/index.ts';
import { urls } from '../../src/urls.ts';
import type { TestSite } from '../site-client.ts';
import { makeAction } from './action.ts';
import { makeCamt053 } from './bank.ts';
import { type LedGroup, makeLedGroup } from './commitment.ts';
import { donationFile, makeDonation } from './donation.ts';
import { markMovement } from './movement-mark.ts';
import { makePaid, makePayer, makeToPay } from './payments.ts';
import { type MadePurse, makeBudget, makePurse } from './spending.ts';

/** A movement with something behind each of its addresses. */
export interface Commons extends MadePurse {
  /** Stands in the names of all that is made: no page of another movement says it. */
  mark: string;
  /** Certified, and committed to the action that groups may repeat. */
  other: LedGroup;
  request: Request;
  address(pattern: string): string;
  fingerprint(): Promise<string>;
}

let shade = 0;

/** A picture that no other one is. */
export async function makePhoto(name = 'collecte.jpg'): Promise<File> {
  shade += 1;
  const background = { r: 120, g: (shade * 16) % 256, b: Math.floor(shade / 16) * 32 };
  const plain = { width: 640, height: 400, channels: 3, background } as const;
  const bytes = await sharp({ create: plain }).jpeg().toBuffer();
  return new File([new Uint8Array(bytes)], name, { type: 'image/jpeg' });
}

export async function makeCommons(site: TestSite): Promise<Commons> {
  const { db, pool } = site;
  const mark = `MARQUE-${randomUUID().slice(0, 8)}`;
  const purse = await makePurse(site);
  const { movement, made, desk } = purse;
  const organisationId = movement.id;
  const other = await makeLedGroup(site, movement, { name: `${mark} autre groupe` });
  await pool.query('update action_group set name = $2 where id = $1', [
    made.group.id,
    `${mark} groupe`,
  ]);
  await pool.query('update fund set name = $2 where id = $1', [purse.fundId, `${mark} fonds`]);
  await pool.query('update fund_action set title = $2 where id = $1', [
    purse.actionId,
    `${mark} action`,
  ]);
  const fund = (await findFundById(db, organisationId, purse.fundId))!;
  const fundable = (await findActionById(db, organisationId, purse.actionId))!;
  const draft = await makeAction(site, movement, fund, made, { title: `${mark} brouillon` });
  const submitted = await makeAction(site, movement, fund, made, {
    title: `${mark} proposition`,
    submitted: true,
  });
  await made.lead.client.post(urls.proposalPicture({ action: actionSegment(draft) }), {
    file: await makePhoto(),
    alt: 'Une collecte',
  });
  await pool.query(
    `update fund_action set picture_id = (select picture_id from fund_action where id = $2) where id = $1`,
    [fundable.id, draft.id],
  );
  const done = { fund: fund.slug, action: actionSegment(fundable), group: other.group.slug };
  const report = await reportOn(other, done, mark);
  const lead = made.lead.client;
  await lead.post(urls.groupInvite({ group: made.group.slug }), {
    courriel: `${mark.toLowerCase()}@exemple.fr`,
  });
  const donation = await makeDonation(site, movement, { by: desk, group: made.group });
  const today = new Date().toISOString().slice(0, 10);
  await desk.client.post(urls.donationImport(), {
    fichier: donationFile([[`${mark}-1`, today, '12', made.group.name]]),
  });
  const importFile = desk.client.path.split('/').at(-1)!;
  const budget = await makeBudget(site, purse);
  const iban = await makePayer(site, purse);
  const request = await makeToPay(site, purse);
  const batch = await makePaid(site, purse, [request]);
  const [payment] = await listPayments(db, organisationId, batch.id);
  const words = `${mark} loyer`;
  const entries = [{ day: today, amount: -5000, reference: mark, words }];
  await desk.client.post(urls.bankStatements(), {
    fichier: new File([makeCamt053([{ iban, entries }])], `${mark}.xml`),
    compte: 'habituel',
  });
  const one = async (sql: string): Promise<string> => {
    const { rows } = await pool.query<{ id: string }>(sql, [organisationId]);
    return rows[0]!.id;
  };
  const line = 'bank_statement_line where organisation_id = $1 limit 1';
  const values: Record<string, string> = {
    group: made.group.slug,
    fund: fund.slug,
    person: made.members[0]!.id,
    invitation: await one('select id from group_invitation where organisation_id = $1 limit 1'),
    token: 'inconnu',
    version: '1',
    report: report.id,
    donation,
    account: await one(
      `select id from ledger_account where organisation_id = $1 and holder_id is not null limit 1`,
    ),
    entry: String(
      await one(
        'select sequence as id from ledger_entry where organisation_id = $1 order by sequence desc limit 1',
      ),
    ),
    batch: String(batch.number),
    payment: payment!.id,
    statement: await one(`select statement_id as id from ${line}`),
    line: await one(`select id from ${line}`),
    budget: String(budget.number),
    request: String(request.number),
  };
  const paper = await one(
    'select file_id as id from spending_document where organisation_id = $1 limit 1',
  );
  const publicAction = await one(
    'select id from group_public_action where organisation_id = $1 limit 1',
  );
  const address = (pattern: string) =>
    pattern.replaceAll(/:([a-zA-Z]+)/g, (_, name: string) => {
      if (name === 'action') return actionIn(pattern, { publicAction, draft, submitted, fundable });
      if (name === 'group' && /experiences|engagements\/|proches/.test(pattern))
        return other.group.slug;
      if (name === 'file') {
        if (pattern.includes('donations') || pattern.includes('/dons/')) return importFile;
        if (pattern.includes('photos')) return report.photo;
        if (pattern.includes('/depenses/')) return paper;
        return pattern.includes('export')
          ? `${/groupes|ecritures|demandes/.exec(pattern)?.[0] ?? 'ecritures'}.csv`
          : randomUUID();
      }
      return values[name] ?? 'inconnu';
    });
  return {
    ...purse,
    mark,
    other,
    request,
    address,
    fingerprint: () => markMovement(site, organisationId),
  };
}

interface Actions {
  publicAction: string;
  draft: Action;
  submitted: Action;
  fundable: Action;
}

const actionIn = (pattern: string, { publicAction, draft, submitted, fundable }: Actions) => {
  if (pattern.includes('actions-publiques')) return publicAction;
  if (/^\/examen|versions/.test(pattern)) return actionSegment(submitted);
  return actionSegment(/^\/(fonds|flux|a)\//.test(pattern) ? fundable : draft);
};

/** The group commits, tells how it went, and shows a photo. */
async function reportOn(
  { lead }: LedGroup,
  at: { fund: string; action: string; group: string },
  mark: string,
): Promise<{ id: string; photo: string }> {
  const { client } = lead;
  await client.post(urls.actionCommitment(at), { promesse: 'oui' });
  const now = new Date();
  await client.post(urls.actionNewReport(at), {
    'jour-day': String(now.getUTCDate()),
    'jour-month': String(now.getUTCMonth() + 1),
    'jour-year': String(now.getUTCFullYear()),
    lieu: 'Place du marché',
    personnes: '14',
    reussi: `${mark} Les caisses étaient pleines.`,
    difficile: '',
  });
  const id = /experiences\/[^/]+\/([0-9a-f-]{36})/.exec(client.path)![1]!;
  const file = await makePhoto();
  await client.post(urls.actionReportPhotos({ ...at, report: id }), { file, alt: 'Des caisses' });
  const photo = new RegExp(`photos/${id}/([0-9a-f-]{36})`).exec(client.html)?.[1];
  return { id, photo: photo ?? 'inconnu' };
}
