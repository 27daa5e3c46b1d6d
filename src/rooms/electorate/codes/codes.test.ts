import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INVENTED_HEADINGS } from '../../../../bench/many-people.ts';
import { keysOf, makeBatch, printedCodes } from '../../../../tests/make/codes.ts';
import { dumpTables } from '../../../../tests/make/dump.ts';
import { listFactsAbout, makeEdition } from '../../../../tests/make/editions.ts';
import { makePerson } from '../../../../tests/make/people.ts';
import { makePoll } from '../../../../tests/make/polls.ts';
import { importInto } from '../../../../tests/make/registers.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import type { Edition } from '../../spaces/index.ts';
import { listCodeMarks, redeemCode, writeMark } from '../index.ts';
import { eraseRegister } from '../register/register.store.ts';
import { insertBatch, listBatches, markBatchSent, revokeBatch } from './batch.store.ts';
import { formatCode } from './code.ts';
import { listCodes, makeCodes } from './codes.store.ts';

let site: TestSite;
let officer: string;
beforeAll(async () => {
  site = await openTestSite();
  officer = (await makePerson(site, { roles: ['officer'] })).id;
  // windows of limits begin at full hours: a minute into one, nothing changes during a test
  site.travel(`${86_460 - (Math.floor(Date.now() / 1000) % 3600)} seconds`);
});
afterAll(() => site.close());

const ofEdition = (edition: Edition) => ({
  organisationId: site.organisationId,
  editionId: edition.id,
});
let networks = 0;
const newNetwork = () => {
  networks += 1;
  return `10.${networks >> 8}.${networks & 255}.1`;
};
const redeem = (
  edition: Edition,
  typed: string,
  { address = newNetwork(), browser = null as string | null } = {},
) => redeemCode(site.db, keysOf(site), ofEdition(edition), typed, { address, browser });
/** A code that is well written and is nobody's. */
const invent = (at: number) => formatCode(String(at).padStart(10, '0'));

describe('R53 codes are made', () => {
  it('without a name: as many as asked for, all different, each lets vote', async () => {
    const edition = await makeEdition(site);
    const batch = await makeBatch(site, edition, { anonymous: 120, by: officer });
    expect(batch).toMatchObject({ number: 1, kind: 'anonymous', made: 120, sentAt: null });
    const codes = await printedCodes(site, batch);
    expect(new Set(codes).size).toBe(120);
    const answer = await redeem(edition, codes[7]!);
    expect(answer).toEqual({
      ok: true,
      marks: [{ kind: 'code', value: expect.stringMatching(/^[0-9a-f-]{36}$/) }],
      birthDate: null,
      livesHere: true,
    });
    expect(await listFactsAbout(site, batch.id)).toEqual([
      {
        kind: 'code-batch.made',
        actor_id: officer,
        detail: { editionId: edition.id, number: 1, codes: 120 },
      },
    ]);
  });

  it('V5 the same code leads to the same marks, two codes to two', async () => {
    const edition = await makeEdition(site);
    const [one, other] = await printedCodes(site, await makeBatch(site, edition, { anonymous: 2 }));
    const first = await redeem(edition, one!);
    expect(await redeem(edition, one!.toLowerCase())).toEqual(first);
    expect(await redeem(edition, other!)).not.toEqual(first);
  });

  it('one per person of the register who has an address, with the birth date that it says', async () => {
    const edition = await makeEdition(site);
    await importInto(
      site,
      edition,
      [
        INVENTED_HEADINGS,
        'Durand;Anne;02/03/1970;9 rue Basse;93100;Montreuil;1',
        'Petit;Luc;04/05/2006;1 rue Haute;93100;Montreuil;2',
        'Sans;Adresse;04/05/1990;;;;3',
      ].join('\n'),
    );
    const batch = await makeBatch(site, edition);
    expect(batch.made).toBe(2);
    // street by street
    const [luc, anne] = await printedCodes(site, batch);
    expect(await redeem(edition, luc!)).toMatchObject({
      marks: [{ kind: 'code' }, { kind: 'entry', value: expect.any(String) }],
      birthDate: '2006-05-04',
      livesHere: true,
    });
    expect(await redeem(edition, anne!)).toMatchObject({ birthDate: '1970-03-02' });
    expect((await makeBatch(site, edition)).made).toBe(0);
    // a stolen batch is written again to the same people
    await revokeBatch(site.db, keysOf(site), batch, officer);
    expect((await makeBatch(site, edition)).made).toBe(2);
    // the list goes before the vote: its people stay those of their letters
    const [again] = await printedCodes(site, (await listBatches(site.db, ofEdition(edition)))[0]!);
    await eraseRegister(site.db, { organisationId: site.organisationId, by: officer }, edition);
    expect(await redeem(edition, again!)).toMatchObject({
      marks: [{ kind: 'code' }, { kind: 'entry' }],
      birthDate: null,
    });
  });

  it('two batches at the same instant write to nobody twice', async () => {
    const edition = await makeEdition(site);
    const lines = Array.from(
      { length: 40 },
      (_, at) =>
        `Nom${'abcdefghij'[at % 10]}${'klmn'[at % 4]};Luc;1/1/19${50 + at};1 rue;93100;Ville;${at}`,
    );
    await importInto(site, edition, [INVENTED_HEADINGS, ...lines].join('\n'));
    const batches = await Promise.all([makeBatch(site, edition), makeBatch(site, edition)]);
    expect(batches.map(({ made }) => made).sort()).toEqual([0, 40]);
    expect(batches.map(({ number }) => number).sort()).toEqual([1, 2]);
  });

  it('made again, a batch stays as it is', async () => {
    const edition = await makeEdition(site);
    const batch = await makeBatch(site, edition, { anonymous: 5 });
    const codes = await printedCodes(site, batch);
    await makeCodes(site.db, keysOf(site), batch);
    expect(await printedCodes(site, batch)).toEqual(codes);
  });

  it('20,000 of them in less than 20 seconds and 150 MB', async () => {
    const edition = await makeEdition(site);
    const [memory, begun] = [process.memoryUsage().rss, performance.now()];
    const batch = await makeBatch(site, edition, { anonymous: 20_000 });
    expect(performance.now() - begun).toBeLessThan(20_000);
    expect(process.memoryUsage().rss - memory).toBeLessThan(150 * 1024 * 1024);
    expect(new Set(await printedCodes(site, batch)).size).toBe(20_000);
  }, 60_000);
});

describe('integrity 0.8 what the database knows', () => {
  it('no code, in any table', async () => {
    const edition = await makeEdition(site);
    const codes = await printedCodes(site, await makeBatch(site, edition, { anonymous: 50 }));
    await redeem(edition, codes[0]!);
    await redeem(edition, invent(1));
    const dump = (await dumpTables(site)).toUpperCase();
    expect(dump).toContain('CODE-BATCH.MADE');
    for (const code of codes) {
      const plain = code.replaceAll('-', '');
      for (const part of [code, plain, plain.slice(0, 10)]) expect(dump).not.toContain(part);
    }
  });

  it('letters that left cannot be printed again, by anybody; their codes stay good', async () => {
    const edition = await makeEdition(site);
    const batch = await makeBatch(site, edition, { anonymous: 3 });
    const [code] = await printedCodes(site, batch);
    const keys = keysOf(site);
    expect(await markBatchSent(site.db, keys, batch, officer)).toBe(true);
    expect(await markBatchSent(site.db, keys, batch, officer)).toBe(false);
    expect(keys.readCodesKey(batch.id)).toBeNull();
    const [sent] = await listBatches(site.db, ofEdition(edition));
    expect(await listCodes(site.db, keys, sent!, { from: 1, most: 3 })).toBeNull();
    // nor with what was read before
    expect(await listCodes(site.db, keys, batch, { from: 1, most: 3 })).toBeNull();
    expect(await redeem(edition, code!)).toMatchObject({ ok: true });
    expect((await listFactsAbout(site, batch.id)).map(({ kind }) => kind)).toEqual([
      'code-batch.made',
      'code-batch.sent',
    ]);
  });

  it('the key goes with the end of the vote, though nobody said that letters left', async () => {
    const edition = await makeEdition(site, { phase: 'delivery' });
    const batch = await makeBatch(site, edition, { anonymous: 1 });
    await site.pool.query(
      `select graphile_worker.add_job('end-code-keys', json_build_object('organisationId', $1::text, 'editionId', $2::text))`,
      [site.organisationId, edition.id],
    );
    await site.runJobs();
    expect(keysOf(site).readCodesKey(batch.id)).toBeNull();
  });

  it('the marks of a batch are those that its codes leave on the roll', async () => {
    const { edition, poll } = await makePoll(site);
    const batch = await makeBatch(site, edition, { anonymous: 4 });
    const codes = await printedCodes(site, batch);
    const keys = keysOf(site);
    const written = await Promise.all(
      codes.map(async (code) => {
        const answer = await redeem(edition, code);
        return answer.ok && writeMark(keys.rollKey(), poll.id, answer.marks[0]!);
      }),
    );
    const marks = await listCodeMarks(site.db, keys, {
      organisationId: site.organisationId,
      pollId: poll.id,
      batchId: batch.id,
    });
    expect(marks).toHaveLength(4);
    expect(marks).toEqual(expect.arrayContaining(written));
  });
});

it('a batch that is being made and revoked meanwhile has no codes', async () => {
  const edition = await makeEdition(site);
  const act = { organisationId: site.organisationId, by: officer };
  const id = await insertBatch(site.db, act, edition.id, {
    kind: 'anonymous',
    asked: 3,
    inPerson: '',
  });
  await revokeBatch(site.db, keysOf(site), { organisationId: site.organisationId, id }, officer);
  await site.runJobs();
  const [batch] = await listBatches(site.db, ofEdition(edition));
  expect(batch).toMatchObject({ made: 0, madeAt: null });
});
