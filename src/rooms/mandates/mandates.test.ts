import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mailsOf } from '../../../tests/make/mails.ts';
import { declare, makeElected, verify } from '../../../tests/make/mandates.ts';
import { makeNetwork } from '../../../tests/make/network.ts';
import { makePerson } from '../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { urls } from '../../urls.ts';
import { admitMember, isMemberOf } from '../consultations/index.ts';
import { findMandates, nameOfMandate } from './index.ts';
import { mandateJobs } from './mandate.jobs.ts';
import { endMandate, verifyMandate, withdrawMandate } from './mandate-writing.store.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const FIELDS = {
  strate: 'municipal',
  fonction: 'Conseillère municipale',
  delegation: 'déléguée à l’eau',
  assemblee: 'Conseil municipal de Fleury',
  territoire: 'Fleury',
  code: '93075',
  'debut-day': '4',
  'debut-month': '7',
  'debut-year': '2020',
};
const PDF = new File(
  [
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    ),
  ],
  'carte.png',
  { type: 'image/png' },
);

const network = (admission: 'team' | 'mandate' = 'mandate') => makeNetwork(site, { admission });
const organiser = (space: { id: string }) =>
  makePerson(site, { roles: ['space-organiser'], spaceId: space.id });
const idOf = async (space: { id: string }, personId: string) =>
  (
    await site.db
      .selectFrom('mandate')
      .select('id')
      .where('space_id', '=', space.id)
      .where('person_id', '=', personId)
      .executeTakeFirstOrThrow()
  ).id;
const endOf = async (space: { id: string }, personId: string) =>
  (
    await site.db
      .selectFrom('space_member')
      .select('ends_at')
      .where('space_id', '=', space.id)
      .where('person_id', '=', personId)
      .executeTakeFirst()
  )?.ends_at;

describe('mandates', () => {
  it('R140 R147 SC8 declared from the showcase, verified by the team: whoever holds one is in, and told so', async () => {
    const { space } = await network();
    const at = { space: space.slug };
    const { client: visitor } = { client: site.visitor() };
    await visitor.get(urls.space(at));
    expect(visitor.main).toContain('Déclarer mon mandat');
    const rosa = await makePerson(site, { nickname: 'Rosa Lenoir' });
    await rosa.client.post(urls.declareMandate(at), { ...FIELDS, territoire: '', 'fin-day': '31' });
    expect(rosa.client.status).toBe(422);
    expect(rosa.client.main).toContain('Écrivez le nom du territoire');
    expect(rosa.client.main).toContain('Cette date n’existe pas');
    expect(rosa.client.main).toContain('value="Conseillère municipale"');
    await rosa.client.post(urls.declareMandate(at), { ...FIELDS, justificatif: PDF });
    expect(rosa.client.main).toContain('À vérifier');
    await rosa.client.post(urls.declareMandate(at), FIELDS);
    expect(rosa.client.status).toBe(409);
    expect(rosa.client.main).toContain('déjà déclaré ce mandat');
    await rosa.client.get(urls.theme({ ...at, theme: 'nul' }));
    expect(rosa.client.status).toBe(403);

    const team = await organiser(space);
    const mandate = await idOf(space, rosa.id);
    await team.client.get(urls.adminMandates(at));
    expect(team.client.main).toContain('1 mandat attend votre vérification');
    expect(team.client.main).toContain('Attend depuis');
    await team.client.get(urls.adminMandate({ ...at, mandate }));
    expect(team.client.main).toContain(rosa.email);
    const proof = await team.client.send(urls.adminMandateProof({ ...at, mandate }));
    expect(proof.status).toBe(200);
    const mails = await mailsOf(site, () =>
      team.client.post(urls.adminMandateVerify({ ...at, mandate })),
    );
    expect(mails.find(({ to }) => to === rosa.email)!.subject).toContain('mandat est vérifié');
    expect((await team.client.send(urls.adminMandateProof({ ...at, mandate }))).status).toBe(404);
    await rosa.client.get(urls.theme({ ...at, theme: 'nul' }));
    expect(rosa.client.status, 'inside').toBe(404);
    const held = await findMandates(site.db, site.organisationId, space.id, [rosa.id]);
    expect(nameOfMandate(held.get(rosa.id)![0]!)).toBe(
      'Conseillère municipale déléguée à l’eau, Fleury',
    );
    await visitor.get(urls.space(at));
    expect(visitor.main).toContain('1 élu·e est membre');
    expect(visitor.main, 'nobody is named').not.toContain('Rosa');
  });

  it('W3 of two who verify at once, one does; a mandate is decided once', async () => {
    const { space } = await network();
    const holder = await makePerson(site);
    const mandate = await declare(site, space, holder.id);
    const teams = [await organiser(space), await organiser(space)];
    const done = await Promise.all(
      teams.map(({ id }) =>
        inTransaction(site.db, (tx) =>
          verifyMandate(tx, { organisationId: site.organisationId, by: id }, space, mandate),
        ),
      ),
    );
    expect(done.filter(({ ok }) => ok)).toHaveLength(1);
    expect(done.find(({ ok }) => !ok)).toEqual({ ok: false, refusal: 'decided' });
    const facts = await site.db
      .selectFrom('fact')
      .select('kind')
      .where('subject_id', '=', mandate)
      .where('kind', '=', 'mandate.verified')
      .execute();
    expect(facts).toHaveLength(1);
  });

  it('R140 a refusal tells its reason to the holder alone, deletes the proof, and closes the network', async () => {
    const { space } = await network();
    const at = { space: space.slug };
    const holder = await makeElected(site, space);
    const team = await organiser(space);
    const mandate = holder.mandateId;
    await team.client.post(urls.adminMandateRefuse({ ...at, mandate }), { motif: '' });
    expect(team.client.status).toBe(422);
    const mails = await mailsOf(site, () =>
      team.client.post(urls.adminMandateRefuse({ ...at, mandate }), {
        motif: 'Cette élection a été annulée.',
      }),
    );
    const letter = mails.find(({ to }) => to === holder.email)!;
    expect(letter.text).toContain('Cette élection a été annulée.');
    await holder.client.get(urls.ownMandates(at));
    expect(holder.client.main).toContain('Cette élection a été annulée.');
    expect(await isMemberOf(site.db, site.organisationId, space.id, holder.id)).toBe(false);
    const { rows } = await sql<{
      told: number;
    }>`select count(*)::int as told from fact where detail::text like '%annulée%'`.execute(site.db);
    expect(rows[0]!.told).toBe(0);
  });

  it('R140 the membership is that of the longest verified mandate, in Paris days, whatever is verified, ended or withdrawn', async () => {
    const { space } = await network();
    const person = await makePerson(site);
    const act = { organisationId: site.organisationId, by: person.id };
    const short = await declare(site, space, person.id, { endsOn: '2098-12-31' });
    const long = await declare(site, space, person.id, { level: 'regional', endsOn: '2099-06-30' });
    await verify(site, space, short, person.id);
    expect((await endOf(space, person.id))!.toISOString()).toBe('2098-12-31T23:00:00.000Z');
    await verify(site, space, long, person.id);
    expect((await endOf(space, person.id))!.toISOString()).toBe('2099-06-30T22:00:00.000Z');
    await inTransaction(site.db, (tx) => endMandate(tx, act, space, long, '2098-01-01'));
    expect((await endOf(space, person.id))!.toISOString()).toBe('2098-12-31T23:00:00.000Z');
    await inTransaction(site.db, (tx) => withdrawMandate(tx, act, space, short));
    expect((await endOf(space, person.id))!.toISOString()).toBe('2098-01-01T23:00:00.000Z');
    await inTransaction(site.db, (tx) => withdrawMandate(tx, act, space, long));
    expect(await endOf(space, person.id)).toBeUndefined();
  });

  it('R140 nobody is written into a network of mandates who holds none, nor longer than theirs lasts', async () => {
    const { space } = await network();
    const intruder = await makePerson(site);
    const act = { organisationId: site.organisationId, by: null };
    const admit = (personId: string, endsAt: Date | null) =>
      inTransaction(site.db, (tx) => admitMember(tx, act, space.id, { personId, endsAt }));
    await expect(admit(intruder.id, null)).rejects.toThrow(/verified mandate/);
    const holder = await makeElected(site, space, { written: { endsOn: '2099-06-30' } });
    await expect(admit(holder.id, null)).rejects.toThrow(/verified mandate/);
    await expect(
      sql`update mandate set withdrawn_at = palabre_now() where id = ${holder.mandateId}`.execute(
        site.db,
      ),
    ).rejects.toThrow(/verified mandate/);
    const open = await network('team');
    await inTransaction(site.db, (tx) =>
      admitMember(tx, act, open.space.id, { personId: intruder.id, endsAt: null }),
    );
  });

  it('W1 mandates of others are not there: to be read, corrected, withdrawn or verified', async () => {
    const { space } = await network();
    const { space: other } = await network();
    const holder = await makePerson(site);
    const mandate = await declare(site, space, holder.id);
    const at = { space: space.slug, mandate };
    const stranger = await makePerson(site);
    for (const path of [urls.correctMandate(at), urls.withdrawMandate(at), urls.endMandate(at)])
      expect(await stranger.client.get(path)).toMatchObject({ status: 404 });
    expect(await stranger.client.post(urls.withdrawMandate(at))).toMatchObject({ status: 404 });
    const foreign = await organiser(other);
    expect(await foreign.client.post(urls.adminMandateVerify(at))).toMatchObject({ status: 404 });
    const mixed = { space: other.slug, mandate };
    expect(await foreign.client.get(urls.adminMandate(mixed))).toMatchObject({ status: 404 });
    expect(await stranger.client.get(urls.adminMandates({ space: space.slug }))).toMatchObject({
      status: 403,
    });
  });

  it('R140 corrected while it waits, ended once it is verified; a month before, its holder is told, and once more at its end', async () => {
    const { space } = await network();
    const at = { space: space.slug };
    const holder = await makePerson(site);
    const mandate = await declare(site, space, holder.id);
    const one = { ...at, mandate };
    await holder.client.post(urls.correctMandate(one), {
      ...FIELDS,
      territoire: 'Aubry',
      version: '1',
    });
    expect(holder.client.main).toContain('Aubry');
    await holder.client.post(urls.correctMandate(one), {
      ...FIELDS,
      territoire: 'Bry',
      version: '1',
    });
    expect(holder.client.status).toBe(409);
    expect(holder.client.main).toContain('value="Bry"');
    await verify(site, space, mandate, holder.id);
    expect(await holder.client.get(urls.correctMandate(one))).toMatchObject({ status: 404 });
    const soon = new Date(Date.now() + 20 * 86_400_000);
    const day = {
      'fin-day': String(soon.getUTCDate()),
      'fin-month': String(soon.getUTCMonth() + 1),
      'fin-year': String(soon.getUTCFullYear()),
    };
    await holder.client.post(urls.endMandate(one), { ...day, 'fin-year': '2019' });
    expect(holder.client.status).toBe(422);
    await holder.client.post(urls.endMandate(one), day);
    const jobs = mandateJobs({
      db: site.db,
      config: site.config,
      postman: { send: async () => {} },
    });
    const tend = () => jobs['tend-mandates']!({} as never);
    const told = async () =>
      (
        await site.db
          .selectFrom('notice')
          .select('once_key')
          .where('person_id', '=', holder.id)
          .execute()
      ).map(({ once_key }) => once_key.split(':')[1]);
    await tend();
    await tend();
    expect(await told()).toEqual(['ending']);
    await sql`update mandate set began_on = '2019-01-01', ends_on = '2020-01-01' where id = ${mandate}`
      .execute(site.db)
      .catch(() => {});
    await sql`delete from space_member where person_id = ${holder.id}`.execute(site.db);
    await sql`update mandate set began_on = '2019-01-01', ends_on = '2020-01-01' where id = ${mandate}`.execute(
      site.db,
    );
    await tend();
    await tend();
    expect((await told()).sort()).toEqual(['ended', 'ending']);
  });
});
