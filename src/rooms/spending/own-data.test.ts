import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDonation } from '../../../tests/make/donation.ts';
import { codeIn, mailsOf } from '../../../tests/make/mails.ts';
import { makePaid, makePayer, makeToPay } from '../../../tests/make/payments.ts';
import { type MadePerson, makePerson } from '../../../tests/make/people.ts';
import { type MadePurse, makePurse } from '../../../tests/make/spending.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { openStorage } from '../../platform/files/index.ts';
import { urls } from '../../urls.ts';
import { joinGroup } from '../groups/index.ts';

let site: TestSite;
let purse: MadePurse;
let payee: MadePerson;
beforeAll(async () => {
  site = await openTestSite();
  purse = await makePurse(site);
  const { movement, made } = purse;
  payee = await makePerson(site, {
    organisation: movement,
    nickname: 'Inès',
    email: 'ines@mouvement.example',
  });
  const act = { organisationId: movement.id, by: payee.id };
  await joinGroup(site.db, act, made.group.id, { atOnce: true });
  await makePayer(site, purse);
  await makePaid(site, purse, [await makeToPay(site, purse, { payeeId: payee.id })]);
  await makeToPay(site, purse, { amount: 4_200 });
  await makeDonation(site, movement, { by: purse.desk, group: made.group, reference: 'HA-77' });
  // papers that are handed over have their bytes
  const { rows } = await site.pool.query<{ storage_key: string }>('select storage_key from file');
  for (const { storage_key } of rows)
    await openStorage(site.config).write(storage_key, Buffer.from('%PDF-1.7'));
}, 60_000);
afterAll(() => site.close());

interface Section {
  key: string;
  rows: Record<string, unknown>[];
}

/** What somebody takes away: its sections by key, its files, and every text of it. */
async function takeAway({ client }: MadePerson) {
  const [mail] = await mailsOf(site, () => client.post(urls.ownDataCode(), { pour: 'export' }));
  const answer = await client.send(urls.ownDataExport(), { code: codeIn(mail!) });
  expect(answer.headers.get('content-type')).toBe('application/zip');
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
  const { sections } = JSON.parse(strFromU8(files['everything.json']!)) as { sections: Section[] };
  return {
    rowsOf: (key: string) => sections.find((section) => section.key === key)!.rows,
    files: Object.keys(files).filter((path) => path.startsWith('files/')),
    text: Object.values(files)
      .map((file) => strFromU8(file))
      .join('\n'),
  };
}

describe('R193 one’s own data of the spending', () => {
  it('who is paid takes their request and the paper of their bank; not how its writer is reached', async () => {
    const taken = await takeAway(payee);
    expect(taken.rowsOf('spending-requests')).toMatchObject([
      { amount: 24_000, paid_to_me: true, iban_last4: '0189', contact_email: null },
    ]);
    expect(taken.rowsOf('spending-documents')).toEqual([]);
    expect(taken.files).toHaveLength(1);
    for (const theirs of ['rosa@mouvement.example', 'Rosa', 'HA-77', purse.made.lead.id])
      expect(taken.text).not.toContain(theirs);
  });

  it('who wrote takes what they wrote and added; not where somebody else is paid', async () => {
    const taken = await takeAway(purse.made.treasurers[0]);
    expect(taken.rowsOf('spending-requests')).toMatchObject([
      { amount: 24_000, paid_to_me: false, contact_name: 'Rosa', iban_last4: null },
      { amount: 4_200, paid_to_me: false, contact_name: 'Rosa', iban_last4: '0189' },
    ]);
    expect(taken.rowsOf('spending-documents')).toMatchObject([{ request: 1 }, { request: 2 }]);
    expect(taken.files).toEqual([]);
    for (const theirs of ['ines@mouvement.example', 'Inès', payee.id])
      expect(taken.text).not.toContain(theirs);
  });

  it('who checks and who pays takes nothing of the books: what they did there is the movement’s', async () => {
    for (const person of [purse.made.treasurers[1], purse.desk]) {
      const taken = await takeAway(person);
      expect(taken.rowsOf('spending-requests')).toEqual([]);
      expect(taken.rowsOf('spending-documents')).toEqual([]);
      for (const theirs of ['0189', 'HA-77', 'rosa@mouvement.example', 'ines@mouvement.example'])
        expect(taken.text).not.toContain(theirs);
    }
  });
});
