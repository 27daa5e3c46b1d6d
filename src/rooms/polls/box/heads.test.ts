import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type MadePerson, makePerson } from '../../../../tests/make/people.ts';
import { castFor, type MadePoll, makePoll } from '../../../../tests/make/polls.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { openKeys } from '../../../platform/keys/keys.ts';
import { urls } from '../../../urls.ts';
import { checkHeads, sealPoll } from '../index.ts';
import { writeTrackingCode } from '../receipt/tracking-code.ts';
import { isSigned, readReceipt, sha256, writeCanonical } from './box.crypto.ts';
import { fromHex, toHex } from './commitment.ts';
import { findLatestHead, listHeads } from './head.store.ts';
import { readKeptHead } from './head-file.crypto.ts';
import { followProof } from './merkle.ts';
import { roundJobs } from './rounds.jobs.ts';

let site: TestSite;
let made: MadePoll;
let people: MadePerson[];
beforeAll(async () => {
  site = await openTestSite();
  people = await Promise.all(Array.from({ length: 25 }, () => makePerson(site)));
});
afterAll(() => site.close());
beforeEach(async () => {
  site.travel(null);
  site.mails.length = 0;
  made = await makePoll(site);
});

const payload = () => ({ organisationId: site.organisationId, pollId: made.poll.id });
const round = (name: string) =>
  roundJobs({ db: site.db, config: site.config, postman: { send: async () => {} } })[name]!(
    payload() as never,
  );
const heads = () => listHeads(site.db, site.organisationId, made.poll.id);
const castAll = (voters: readonly MadePerson[]) =>
  Promise.all(voters.map((voter) => castFor(site, made.poll, voter.id, [1])));
const queued = async (name: string) => {
  const { rows } = await site.pool.query(`select run_at from graphile_worker.jobs where key = $1`, [
    `${name}:${made.poll.id}`,
  ]);
  return rows;
};

describe('heads', () => {
  it('an hour with fewer than ten new ballots waits for the next', async () => {
    await castAll(people.slice(0, 9));
    await round('publish-heads');
    expect(await heads()).toEqual([]);
    await castAll(people.slice(9, 10));
    await round('publish-heads');
    expect(await heads()).toMatchObject([{ ballots: 10 }]);
    await castAll(people.slice(10, 19));
    await round('publish-heads');
    expect(await heads()).toHaveLength(1);
    await castAll(people.slice(19, 20));
    await round('publish-heads');
    expect((await heads()).map((head) => head.ballots)).toEqual([20, 10]);
    expect(await queued('publish-heads')).toHaveLength(1);
  });

  it('are signed, kept in a file of their own, and prove each ballot', async () => {
    const cast = await castAll(people.slice(0, 12));
    await round('publish-heads');
    const head = (await findLatestHead(site.db, site.organisationId, made.poll.id))!;
    const { signature, ...stated } = head;
    const key = openKeys(site.config.keysFolder).verifyKey();
    expect(isSigned(key, 'pb-head-v1', writeCanonical(stated), signature)).toBe(true);
    expect(readKeptHead(site.config.varFolder, made.poll.id)).toEqual(head);

    const outcome = cast[0]!;
    const { commitment } = readReceipt(outcome.ok ? outcome.receipt : '');
    const client = site.visitor();
    await client.post(urls.voteProof({ edition: made.edition.slug }), {
      code: writeTrackingCode(fromHex(commitment)!),
    });
    expect(client.html).toContain('Oui, ce bulletin est dans l’urne');
    const steps = [
      ...client.html.matchAll(/(à gauche|à droite)<\/td>[\s\S]*?<code[^>]*>([0-9a-f]{64})/g),
    ].map(([, side, hash]) => ({
      side: side === 'à gauche' ? ('left' as const) : ('right' as const),
      hash: fromHex(hash!)!,
    }));
    expect(steps.length).toBeGreaterThan(2);
    expect(toHex(followProof(sha256, fromHex(commitment)!, steps))).toBe(head.root);
  });

  it('the last one comes with the seal, whatever the number, and covers the sealed box', async () => {
    await castAll(people.slice(0, 3));
    site.travel('6 days');
    const act = { organisationId: site.organisationId, by: null };
    await sealPoll(site.db, site.config, act, made.poll.id);
    expect(await heads()).toMatchObject([{ ballots: 3 }]);
    await round('publish-heads');
    expect(await heads()).toHaveLength(1);
  });
});

describe('F2 a box that holds less than it announced', () => {
  it('F2 is locked with a plain page; nothing is replayed, and no act goes on', async () => {
    const at = { edition: made.edition.slug };
    await castAll(people.slice(0, 11));
    await round('publish-heads');
    expect(await checkHeads(site.db, site.config)).toEqual([]);
    // the tail of the database is lost: one acknowledged ballot and its émargement are gone
    await site.pool.query(
      `delete from ballot_slot where poll_id = $1 and slot_id in
      (select slot_id from ballot_slot where poll_id = $1 limit 1)`,
      [made.poll.id],
    );
    expect(await checkHeads(site.db, site.config)).toEqual([made.poll.id]);
    expect(await checkHeads(site.db, site.config)).toEqual([]);

    const client = people[20]!.client;
    await client.get(urls.vote(at));
    expect(client.status).toBe(200);
    expect(client.html).toContain('Ce scrutin est arrêté');
    expect(await castFor(site, made.poll, people[20]!.id, [1])).toEqual({
      ok: false,
      refusal: 'poll-locked',
    });
    site.travel('6 days');
    const act = { organisationId: site.organisationId, by: null };
    expect(await sealPoll(site.db, site.config, act, made.poll.id)).toEqual({
      ok: false,
      refusal: 'poll-locked',
    });
    const officer = await makePerson(site, { roles: ['officer'] });
    await officer.client.get(urls.adminPoll(at));
    expect(officer.client.html).toContain('10 bulletins alors que 11 ont été annoncés');
  });

  it('F2 a line that a power cut left half-written is not believed', async () => {
    await castAll(people.slice(0, 10));
    await round('publish-heads');
    const file = join(site.config.varFolder, 'heads', `${made.poll.id}.jsonl`);
    const whole = readFileSync(file, 'utf8');
    appendFileSync(file, whole.slice(0, 60));
    expect(readKeptHead(site.config.varFolder, made.poll.id)).toMatchObject({ ballots: 10 });
    expect(await checkHeads(site.db, site.config)).toEqual([]);
    await castAll(people.slice(10, 20));
    await round('publish-heads');
    expect(readKeptHead(site.config.varFolder, made.poll.id)).toMatchObject({ ballots: 20 });
  });
});

describe('« votre vote est enregistré »', () => {
  it('leaves by ten at least, once each, in an order drawn at random, without any code', async () => {
    const voters = people.slice(0, 14);
    const cast = await castAll(voters.slice(0, 9));
    await round('confirm-votes');
    await site.runJobs();
    expect(site.mails).toEqual([]);
    cast.push(...(await castAll(voters.slice(9))));
    await round('confirm-votes');
    await round('confirm-votes');
    await site.runJobs();
    expect(site.mails.map((mail) => mail.to).sort()).toEqual(
      voters.map(({ email }) => email).sort(),
    );
    for (const outcome of cast) {
      const { commitment } = readReceipt(outcome.ok ? outcome.receipt : '');
      const code = writeTrackingCode(fromHex(commitment)!);
      for (const mail of site.mails) {
        expect(mail.text).not.toContain(commitment);
        expect(mail.text.replaceAll(' ', '')).not.toContain(code);
        expect(mail.text).not.toContain('Projet d’essai');
      }
    }
    expect(site.mails[0]!.text).toContain(`/editions/${made.edition.slug}/vote`);
  });

  it('leaves for the last ones after the close, sealed or not, and then stops', async () => {
    await castAll(people.slice(0, 2));
    await round('confirm-votes');
    expect(await queued('confirm-votes')).toHaveLength(1);
    site.travel('6 days');
    const act = { organisationId: site.organisationId, by: null };
    await sealPoll(site.db, site.config, act, made.poll.id);
    await site.pool.query(`delete from graphile_worker._private_jobs`);
    await round('confirm-votes');
    expect(await queued('confirm-votes')).toEqual([]);
    await site.runJobs();
    expect(site.mails.map((mail) => mail.to).sort()).toEqual(
      people
        .slice(0, 2)
        .map(({ email }) => email)
        .sort(),
    );
  });
});
