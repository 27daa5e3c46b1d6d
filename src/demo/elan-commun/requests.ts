import { createHash } from 'node:crypto';
import { lastFour } from '../../platform/bank/iban.ts';
import { sealBank } from '../../platform/bank/sealed-details.ts';
import { cleanUpload, keepFile, NOT_SCANNED, openStorage } from '../../platform/files/index.ts';
import { writeEuros } from '../../platform/money/euros.ts';
import { findGroupById } from '../../rooms/groups/index.ts';
import { enterDonation } from '../../rooms/ledger/index.ts';
import {
  listBatches,
  listPayments,
  makeBatch,
  savePayerAccount,
} from '../../rooms/payments/index.ts';
import {
  addDocument,
  approveRequest,
  checkRequestByPeer,
  openRequest,
  type Request,
  saveBankDetails,
  saveRequest,
  sendRequest,
  swearRequest,
} from '../../rooms/spending/index.ts';
import { urls } from '../../urls.ts';
import type { Member, Place } from '../place.ts';
import { expectOk, type Story } from '../story.ts';
import { setFrench } from '../typography.ts';
import { writePaper } from './papers.ts';
import { type RequestTold, requestsTold } from './request-texts.ts';
import { speakerOf } from './speakers.ts';
import { bringStatement } from './statement.ts';
import { LILAS } from './texts.ts';

interface Told {
  treasury: Member;
  /** Of Les Lilas: one writes, the other checks. */
  treasurers: readonly [Member, Member];
  /** Who advanced the money: neither of them, since nobody acts on what pays them. */
  payees: readonly [Member, Member];
  day: (before: number, time: string) => Date;
}

/** Accounts that nobody holds: their check digits are right, and no more. */
const IBANS = ['FR7630006000010002026041771', 'FR7630006000010008812034507'] as const;
const PAYER = 'FR7630006000010000550187256';
const BIC = 'AGRIFRPP';
/** Cents that the account held on the day of its statement, and what the bank took for itself: no transfer explains it. */
const HELD = 23_480_00;
const FEES = 4_20;

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

/** What Les Lilas ask to be paid out of the envelope of the group, in every state, and the account that pays. */
export function liveRequests(story: Story, place: Place, told: Told): void {
  const { db, organisation, folders } = place;
  const desk = { organisationId: organisation.id, by: told.treasury.id };
  story.at(told.day(20, '10:30'), async () => {
    const details = { holder: organisation.name, iban: PAYER, bic: BIC };
    const account = { kind: 'usual', version: 0, details, ibanLast4: lastFour(PAYER) } as const;
    expectOk(await savePayerAccount(db, folders, desk, account), PAYER);
  });
  story.at(told.day(13, '11:10'), async () => {
    const { groupId: id } = await speakerOf(place, LILAS);
    const { slug, name } = (await findGroupById(db, organisation.id, id))!;
    const entered = await enterDonation(db, desk, {
      reference: 'DON-1041',
      givenOn: dayOf(told.day(14, '12:00')),
      amount: 320_00,
      destination: { kind: 'group', id, slug, name, address: urls.group({ group: slug }) },
    });
    expectOk(entered, 'DON-1041');
  });
  for (const request of requestsTold) liveRequest(story, place, told, request);
}

function liveRequest(
  story: Story,
  place: Place,
  { treasury, treasurers, payees, day }: Told,
  { by, title, written, checked, approved, transferred, shop, ...text }: RequestTold,
): void {
  const { db, organisation, folders } = place;
  const organisationId = organisation.id;
  const desk = { organisationId, by: treasury.id };
  const [writer, payee] = [treasurers[by], payees[by]];
  const act = { organisationId, by: writer.id };
  let request: Request;
  story.at(day(written, '18:40'), async () => {
    const { groupId } = await speakerOf(place, LILAS);
    request = expectOk(await openRequest(db, act, { groupId }), title).request;
    const { category, explanation, amount, timing } = text;
    const details = {
      title: setFrench(title),
      category,
      explanation: setFrench(explanation),
      amount,
      timing,
      spentOn: dayOf(day(text.spent, '12:00')),
      contactName: writer.name,
      contactEmail: writer.email,
      payeeId: shop ? payee.id : null,
    };
    request = expectOk(await saveRequest(db, act, request, details), title).request;
    if (!shop) return;
    const receipt = await keepPaper(place, writer, 'ticket-de-caisse.pdf', [
      shop,
      `Le ${details.spentOn.split('-').reverse().join('/')}`,
      title,
      `Total payé : ${writeEuros(amount)} €`,
    ]);
    const told = { kind: 'receipt', title: setFrench(shop), amount } as const;
    request = expectOk(await addDocument(db, act, request.id, told, receipt), title).request;
    const bank = { holder: payee.name, iban: IBANS[by], bic: BIC };
    const owner = { organisationId, kind: 'request', id: request.id } as const;
    const { fileId } = await keepPaper(place, writer, 'rib.pdf', [
      'Relevé d’identité bancaire',
      bank.holder,
      bank.iban,
      bank.bic,
    ]);
    const sealed = {
      sealed: sealBank(folders.keysFolder, owner, bank),
      last4: lastFour(bank.iban),
      documentId: fileId,
    };
    request = expectOk(await saveBankDetails(db, act, request, sealed), title).request;
    const sworn = await swearRequest(db, act, request, { charter: true, honour: true });
    request = expectOk(await sendRequest(db, act, expectOk(sworn, title).request), title).request;
  });
  if (checked !== undefined)
    story.at(day(checked, '12:50'), async () => {
      const peer = { organisationId, by: treasurers[1 - by]!.id };
      request = expectOk(await checkRequestByPeer(db, peer, request), title).request;
    });
  if (approved !== undefined)
    story.at(day(approved, '10:05'), async () => {
      request = expectOk(await approveRequest(db, desk, request), title).request;
    });
  if (transferred === undefined) return;
  const executedOn = dayOf(day(transferred, '12:00'));
  story.at(day(transferred, '09:15'), async () => {
    const chosen = [{ requestId: request.id, label: `Les Lilas, demande ${request.number}` }];
    const batch = { payer: 'usual', executedOn, chosen } as const;
    expectOk(await makeBatch(db, folders, desk, batch), title);
  });
  story.at(day(transferred - 1, '09:30'), async () => {
    const [batch] = await listBatches(db, organisationId);
    const [payment] = await listPayments(db, organisationId, batch!.id);
    await bringStatement(place, {
      treasury,
      iban: PAYER,
      day: executedOn,
      opening: HELD,
      movements: [
        {
          spent: payment!.amount,
          reference: 'OP-26-004417',
          endToEndId: payment!.endToEndId,
          words: 'VIR SEPA EMIS',
        },
        { spent: FEES, reference: 'FR-26-000093', words: 'FRAIS TENUE DE COMPTE' },
      ],
    });
  });
}

/** A receipt, or the paper of a bank, as somebody hands it in. */
async function keepPaper(
  place: Place,
  { id: uploadedBy }: Member,
  name: string,
  lines: readonly string[],
): Promise<{ fileId: string; sentSha256: string }> {
  const bytes = writePaper(lines);
  const cleaned = expectOk(await cleanUpload(NOT_SCANNED, new File([bytes], name)), name);
  const storage = openStorage(place.folders);
  const kept = { alt: '', uploadedBy };
  const { fileId } = await keepFile(place.db, storage, place.organisation.id, cleaned.upload, kept);
  return { fileId, sentSha256: createHash('sha256').update(bytes).digest('hex') };
}
