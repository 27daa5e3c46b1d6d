import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KeptSms } from '../../src/platform/sms/sms.ts';
import type { Admission } from '../../src/rooms/electorate/index.ts';
import { urls } from '../../src/urls.ts';
import type { SiteClient, TestSite } from '../site-client.ts';
import { listFields, type MadePoll, makePoll } from './polls.ts';

/** A poll that anyone may vote in who proves this, account or not. */
export const openFor = (
  site: TestSite,
  admission: Omit<Admission, 'withoutAccount'>,
  costs?: readonly number[],
): Promise<MadePoll> =>
  makePoll(site, {
    ...(costs && { costs }),
    terms: { settings: { admission: { ...admission, withoutAccount: true } } },
  });

const DECLARATION = {
  noms: 'Léa Martin',
  'naissance-day': '17',
  'naissance-month': '5',
  'naissance-year': '1980',
  adresse: '12 rue des Tilleuls',
  residence: 'oui',
  honneur: 'oui',
};

/** Puts projects in the basket, as the buttons of the list do. */
export async function choose(
  { edition }: MadePoll,
  client: SiteClient,
  numbers: readonly number[] = [1, 2],
): Promise<void> {
  for (const number of numbers)
    await client.post(urls.voteBasket({ edition: edition.slug }), { ajouter: String(number) });
}

/** Declares, as the form asks; what is typed stands over it. */
export const declare = (
  { edition }: MadePoll,
  client: SiteClient,
  typed: Record<string, string> = {},
) => client.post(urls.voteIdentityDeclare({ edition: edition.slug }), { ...DECLARATION, ...typed });

/** Asks for a code by mail, reads the mail, and types the code. */
export async function proveMailbox(
  site: TestSite,
  { edition }: MadePoll,
  client: SiteClient,
  email: string,
): Promise<void> {
  const at = { edition: edition.slug };
  await client.post(urls.voteIdentityEmail(at), { courriel: email });
  await site.runJobs();
  const mail = site.mails.findLast(({ to }) => to === email);
  const [code = ''] = /\d{3} \d{3}/.exec(mail?.text ?? '') ?? [];
  await client.post(urls.voteIdentityEmailCode(at), { 'code-courriel': code });
}

/** Asks for a code by SMS, reads the message, and types the code. */
export async function provePhone(
  site: TestSite,
  { edition }: MadePoll,
  client: SiteClient,
  phone: string,
): Promise<void> {
  const at = { edition: edition.slug };
  await client.post(urls.voteIdentityPhone(at), { telephone: phone });
  await site.runJobs();
  const folder = join(site.config.varFolder, 'outbox');
  const sent = readdirSync(folder)
    .filter((name) => name.endsWith('.sms'))
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as KeptSms)
    .filter(({ to }) => to.endsWith(phone.replaceAll(/\D/g, '').slice(-9)))
    .sort((one, other) => (one.sentAt < other.sentAt ? -1 : 1));
  // none was sent to somebody who has nothing left to prove
  const text = sent.at(-1)?.text ?? '';
  const [, code = ''] = /#(\d{6})/.exec(text) ?? [];
  await client.post(urls.voteIdentityPhoneCode(at), { 'code-sms': code });
}

/** Casts the ballot that the review page offers. */
export async function cast({ edition }: MadePoll, client: SiteClient): Promise<void> {
  const at = { edition: edition.slug };
  await client.get(urls.voteReview(at));
  await client.post(urls.voteCast(at), listFields(client.html, urls.voteCast(at)));
}
