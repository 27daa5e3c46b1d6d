import { lastFour } from '../../src/platform/bank/iban.ts';
import { dayInParis } from '../../src/platform/clock/paris.ts';
import { readNow } from '../../src/platform/database/database.ts';
import {
  type Batch,
  findBatch,
  makeBatch,
  type Payer,
  savePayerAccount,
} from '../../src/rooms/payments/index.ts';
import type { Request } from '../../src/rooms/spending/index.ts';
import type { TestSite } from '../site-client.ts';
import { BIC, makeIban } from './bank.ts';
import { fillEnvelope, type MadePurse, type MadeRequest, makeRequest, must } from './spending.ts';

/** The account that pays, of its own number. */
export async function makePayer(
  site: TestSite,
  { movement, desk }: Pick<MadePurse, 'movement' | 'desk'>,
  { kind = 'usual', number = 7 }: { kind?: Payer; number?: number } = {},
): Promise<string> {
  const iban = makeIban(number);
  const act = { organisationId: movement.id, by: desk.id };
  const details = { holder: 'Élan commun', iban, bic: BIC };
  const account = { kind, version: 0, details, ibanLast4: lastFour(iban) };
  must(await savePayerAccount(site.db, site.config, act, account));
  return iban;
}

/** A request of the group's envelope that is to be paid. */
export async function makeToPay(
  site: TestSite,
  purse: MadePurse,
  asked: MadeRequest = {},
): Promise<Request> {
  await fillEnvelope(site, purse, asked.amount ?? 24_000);
  return makeRequest(site, purse, { state: 'approved', ...asked });
}

/** A batch of these requests, to be paid today. */
export async function makePaid(
  site: TestSite,
  { movement, desk }: Pick<MadePurse, 'movement' | 'desk'>,
  requests: readonly Request[],
  payer: Payer = 'usual',
): Promise<Batch> {
  const act = { organisationId: movement.id, by: desk.id };
  const executedOn = dayInParis(await readNow(site.db));
  const chosen = requests.map(({ id, number }) => ({ requestId: id, label: `Demande ${number}` }));
  const made = must(await makeBatch(site.db, site.config, act, { payer, executedOn, chosen }));
  return (await findBatch(site.db, movement.id, String(made.number)))!;
}
