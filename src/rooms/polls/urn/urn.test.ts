import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  enterBatchOf,
  keyAll,
  type MadePaper,
  makeKeyers,
  makePaperPoll,
  openBatchOf,
  signInForPaper,
  usualBatch,
} from '../../../../tests/make/paper.ts';
import { type MadePerson, makePerson } from '../../../../tests/make/people.ts';
import { castFor } from '../../../../tests/make/polls.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { openKeys } from '../../../platform/keys/keys.ts';
import { urls } from '../../../urls.ts';
import { isSigned } from '../box/box.crypto.ts';
import { countPoll, findPollOf, sealPoll } from '../index.ts';

let site: TestSite;
let keyers: [MadePerson, MadePerson, MadePerson];
let made: MadePaper;
beforeAll(async () => {
  site = await openTestSite();
  keyers = await makeKeyers(site);
});
afterAll(() => site.close());
beforeEach(async () => {
  site.travel(null);
  made = await makePaperPoll(site);
});

const close = () => site.travel('6 days');
const act = () => ({ organisationId: site.organisationId, by: null });
const seal = () => sealPoll(site.db, site.config, act(), made.poll.id);
const batchOf = (fields: Record<string, string> = {}) => usualBatch(made.points[0], fields);
const rows = async (text: string) => (await site.pool.query(text, [made.poll.id])).rows;
const slots = () =>
  rows(`select choices, channel from ballot_slot where poll_id = $1 order by choices::text`);

describe('R54 a batch, keyed twice', () => {
  it('R54 V14 SC7 two people key it blind, both sign, and only then its ballots are in the box', async () => {
    const [first, second] = keyers;
    await signInForPaper(site, made, made.points[0], 4);
    const voter = await makePerson(site);
    await castFor(site, made.poll, voter.id, [5]);
    close();
    const batch = await openBatchOf(first, made, batchOf({ declared: '4' }));
    const papers = ['1 2', '3', 'blanc', 'nul 1'];
    await keyAll(first, batch, papers);
    expect(first.client.html).toContain('Votre saisie est terminée');
    await second.client.get(urls.adminUrnBatch(batch));
    expect(second.client.html).toContain('Bulletin 1 sur 4');
    for (const word of ['tel que vous venez', 'Projet d’essai 3</p>'])
      expect(second.client.main).not.toContain(word);
    await keyAll(second, batch, papers);
    expect(second.client.html).toContain('Les deux saisies concordent');
    await first.client.post(urls.adminUrnSign(batch));
    expect(first.client.html).toContain('Signature attendue');
    expect(await slots()).toMatchObject([{ channel: 'online' }]);
    expect(await seal()).toEqual({ ok: false, refusal: 'paper-not-settled' });
    await first.client.post(urls.adminUrnSign(batch));
    expect(first.client.status).toBe(422);
    expect(first.client.html).toContain('Vous avez déjà signé');
    await second.client.post(urls.adminUrnSign(batch));
    expect(second.client.html).toContain('ses bulletins sont dans l’urne');
    expect(await slots()).toEqual([
      { choices: ['1', '2'], channel: 'paper' },
      { choices: ['3'], channel: 'paper' },
      { choices: ['5'], channel: 'online' },
    ]);

    const [signed] = await rows('select * from paper_batch where poll_id = $1');
    const key = openKeys(site.config.keysFolder).verifyKey();
    expect(isSigned(key, 'pb-batch-v1', signed.statement, signed.signature)).toBe(true);
    expect(JSON.parse(signed.statement)).toMatchObject({
      ...{ batch: '1', urn: '1', point: made.points[0].id, ballots: 4 },
      hash: signed.hash,
    });
    for (const { id } of keyers) expect(signed.statement).not.toContain(id);

    await first.client.get(urls.adminPollUrn(made.at));
    expect(first.client.html).toContain('Tout le papier est réglé');
    expect(await seal()).toEqual({ ok: true, ballots: 3 });
    expect(await rows('select 1 from paper_keyed_ballot where poll_id = $1')).toEqual([]);
    expect(await rows('select channel from sealed_ballot where poll_id = $1')).toHaveLength(3);
    const sealed = (await findPollOf(site.db, site.organisationId, made.edition.id))!;
    const { detail } = sealed.acts.find(({ kind }) => kind === 'reconciled')!;
    expect(detail).toMatchObject({ online: 1, paper: 2 });
    expect(
      (detail.points as { name: string }[]).find(({ name }) => name === 'Médiathèque'),
    ).toMatchObject({ signedIn: 4, setAside: 0, valid: 2, blank: 1, void: 1, reason: null });
    const counted = await countPoll(site.db, act(), made.poll.id);
    expect(counted.ok && counted.result).toMatchObject({ voters: 5, ballots: 3 });
  });

  it('V14 a difference blocks until each corrects their own, or a third person decides', async () => {
    const [first, second, third] = keyers;
    close();
    const batch = await openBatchOf(first, made, batchOf());
    await keyAll(first, batch, ['1', '2 3', '4']);
    await keyAll(second, batch, ['1', '2 4', 'blanc']);
    expect(second.client.html).toContain('2 bulletins ont été lus autrement');
    await second.client.post(urls.adminUrnSign(batch));
    expect(second.client.status).toBe(422);
    expect(second.client.html).toContain('Il reste des écarts');
    await second.client.post(urls.adminUrnCompare(batch), { place: '2', typed: '2 x' });
    expect(second.client.status).toBe(422);
    await second.client.post(urls.adminUrnCompare(batch), { place: '1', typed: '5' });
    await second.client.post(urls.adminUrnCompare(batch), { place: '2', typed: '3 2' });
    expect(second.client.html).toContain('Un bulletin a été lu autrement');
    await third.client.get(urls.adminUrnBatch(batch));
    expect(third.client.html).toContain('Trancher');
    await third.client.post(urls.adminUrnCompare(batch), { place: '3', typed: '4' });
    expect(third.client.html).toContain('Écarts tranchés');
    expect(third.client.html).toContain(third.nickname);
    await third.client.post(urls.adminUrnSign(batch));
    expect(third.client.status).toBe(422);
    expect(third.client.html).toContain('Vous n’avez pas saisi ce lot');
    await Promise.all([first, second].map(({ client }) => client.post(urls.adminUrnSign(batch))));
    expect(await slots()).toMatchObject([
      { choices: ['1'] },
      { choices: ['2', '3'] },
      { choices: ['4'] },
    ]);
  });

  it('V14 the same batch twice is refused, at the page and at the same instant', async () => {
    const [first, second] = keyers;
    close();
    await openBatchOf(first, made, batchOf());
    await second.client.post(urls.adminPollUrn(made.at), batchOf());
    expect(second.client.status).toBe(422);
    expect(second.client.html).toContain('porte déjà ce numéro');
    await Promise.all(
      keyers.map(({ client }) => client.send(urls.adminPollUrn(made.at), batchOf({ number: '2' }))),
    );
    expect(await rows('select number from paper_batch where poll_id = $1 order by 1')).toEqual([
      { number: '1' },
      { number: '2' },
    ]);
  });

  it('V14 as many ballots as were announced, or it does not end; recounted, it does', async () => {
    const [first] = keyers;
    close();
    const batch = await openBatchOf(first, made, batchOf());
    await keyAll(first, batch, ['1', '2']);
    expect(first.client.status).toBe(422);
    expect(first.client.html).toContain('n’est pas le nombre annoncé');
    await keyAll(
      first,
      batch,
      ['1', '2', '3', '4'].map((typed) => typed),
    );
    expect(
      await rows('select typed from paper_keyed_ballot where poll_id = $1 order by place'),
    ).toEqual(['1', '2', '3'].map((typed) => ({ typed })));
    await first.client.post(urls.adminUrnRecount(batch), { declared: '2' });
    expect(first.client.status).toBe(422);
    await first.client.post(urls.adminUrnRecount(batch), { declared: '4' });
    expect(first.client.html).toContain('Le nombre de bulletins est corrigé');
    await first.client.post(urls.adminUrnBatch(batch), { place: '4', typed: '4' });
    await first.client.post(urls.adminUrnFinish(batch));
    expect(first.client.html).toContain('Votre saisie est terminée');
  });

  it('V14 a signed batch is keyed, mended and removed by nobody, the database included', async () => {
    const [first, , third] = keyers;
    close();
    await enterBatchOf(keyers, made, batchOf(), ['1']);
    const [{ id }] = await rows('select id from paper_batch where poll_id = $1');
    const batch = { ...made.at, batch: id };
    for (const address of [
      urls.adminUrnUndo(batch),
      urls.adminUrnSign(batch),
      urls.adminUrnRemove(batch),
    ]) {
      await first.client.post(address);
      expect(first.client.status, address).toBe(422);
      expect(first.client.html).toContain('Ce lot est signé');
    }
    await third.client.post(urls.adminUrnBatch(batch), { place: '1', typed: '2' });
    expect(third.client.html).toContain('Ce lot est signé');
    for (const text of [
      `update paper_batch set declared = 2 where poll_id = $1`,
      `delete from paper_batch where poll_id = $1`,
      `update paper_keyed_ballot set typed = '2' where poll_id = $1`,
    ])
      await expect(site.pool.query(text, [made.poll.id]), text).rejects.toMatchObject({
        constraint: 'paper_batch_is_signed',
      });
    expect(await slots()).toHaveLength(1);
  });

  it('V14 the same person never keys both sides, nor does the database let them', async () => {
    const [first] = keyers;
    close();
    const batch = await openBatchOf(first, made, batchOf({ declared: '1' }));
    await keyAll(first, batch, ['1']);
    await first.client.post(urls.adminUrnBatch(batch), { place: '1', typed: '1' });
    expect(first.client.status).toBe(422);
    expect(first.client.html).toContain('Cette saisie est terminée');
    await expect(
      site.pool.query(
        `insert into paper_keying (organisation_id, poll_id, batch_id, side, person_id)
         select organisation_id, poll_id, batch_id, 2, person_id from paper_keying where poll_id = $1`,
        [made.poll.id],
      ),
    ).rejects.toMatchObject({ constraint: 'paper_keying_two_persons' });
  });

  it('R54 three begin at the same instant: two have a side each, the third is told', async () => {
    const [first] = keyers;
    close();
    const batch = await openBatchOf(first, made, batchOf({ declared: '1' }));
    const answers = await Promise.all(
      keyers.map(({ client }) =>
        client.send(urls.adminUrnBatch(batch), { place: '1', typed: '1' }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 303, 422]);
    expect(await rows('select side from paper_keying where poll_id = $1 order by 1')).toEqual([
      { side: 1 },
      { side: 2 },
    ]);
  });

  it('R54 a form sent twice keeps one paper; the last is taken back; another machine goes on', async () => {
    const [first] = keyers;
    close();
    const batch = await openBatchOf(first, made, batchOf());
    const paper = { place: '1', typed: '1 2' };
    await Promise.all([1, 2].map(() => first.client.send(urls.adminUrnBatch(batch), paper)));
    await first.client.get(urls.adminUrnBatch(batch));
    expect(first.client.html).toContain('Bulletin 2 sur 3');
    expect(first.client.main).toMatch(/n°\u00a01 Projet d’essai 1 · n°\u00a02 Projet d’essai 2/);
    await first.client.post(urls.adminUrnUndo(batch));
    expect(first.client.html).toContain('Bulletin 1 sur 3');
    await first.client.post(urls.adminUrnUndo(batch));
    expect(first.client.status).toBe(422);
    await first.client.post(urls.adminUrnBatch(batch), { place: '1', typed: '1 9' });
    expect(first.client.status).toBe(422);
    expect(first.client.html).toContain('Aucune ligne du bulletin ne porte le numéro 9');
    expect(first.client.html).toContain('value="1 9"');
  });

  it('R54 V14 a signature that ends before the ballots are in has never been', async () => {
    const [first, second] = keyers;
    close();
    const batch = await openBatchOf(first, made, batchOf({ declared: '2' }));
    await keyAll(first, batch, ['1', '2']);
    await keyAll(second, batch, ['1', '2']);
    await first.client.post(urls.adminUrnSign(batch));
    const box = `ballot_slot_${made.poll.id.replaceAll('-', '')}`;
    await site.pool.query(
      `alter table ${box} add constraint power_cut check (channel <> 'paper') not valid`,
    );
    const answer = await second.client.send(urls.adminUrnSign(batch), {});
    expect(answer.status).toBe(500);
    expect(await rows('select signed_at from paper_batch where poll_id = $1')).toEqual([
      { signed_at: null },
    ]);
    expect(await slots()).toEqual([]);
    await site.pool.query(`alter table ${box} drop constraint power_cut`);
    await second.client.post(urls.adminUrnSign(batch));
    expect(await slots()).toHaveLength(2);
  });
});
