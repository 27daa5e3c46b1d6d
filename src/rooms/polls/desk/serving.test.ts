import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type MadeDesk, makeDesk, makeOpenPoint } from '../../../../tests/make/desk.ts';
import { makePerson } from '../../../../tests/make/people.ts';
import { listFields } from '../../../../tests/make/polls.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { revokeRole } from '../../identity/index.ts';
import { insertOrganisation } from '../../organisations/index.ts';
import { listShifts } from '../points/point.store.ts';
import { addShift, removeShift } from '../points/shift.store.ts';

let site: TestSite;
let made: MadeDesk;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());
beforeEach(async () => {
  site.travel(null);
  made = await makeDesk(site, 'paper-wins');
});

const here = () => ({ point: made.point.id });
const search = (nom: string, naissance = '') =>
  made.officer.client.post(urls.desk(here()), { nom, naissance });
const lines = async () =>
  (
    await site.pool.query(
      `select channel_state as channel, point_id as point, envelope_number as envelope,
        to_jsonb(e) - 'id' as row from elector e where poll_id = $1`,
      [made.poll.id],
    )
  ).rows;

describe('who serves at a desk', () => {
  const act = () => ({ organisationId: site.organisationId, by: null });

  it('W11 the shift ends in the middle of a session: nothing more is found nor handed out', async () => {
    const { client } = made.officer;
    await search('Haddad');
    const fields = listFields(client.html, urls.deskPaper(here()));
    site.travel('2 hours 30 minutes');
    await client.post(urls.deskPaper(here()), fields);
    expect(client.status).toBe(409);
    expect(client.main).toContain('Vous n’êtes pas de permanence');
    await search('Haddad');
    expect(client.status).toBe(409);
    await client.get(urls.desk(here()));
    expect(client.status).toBe(409);
    expect(await lines()).toEqual([]);
  });

  it('W11 a shift that was taken away, a role that was revoked, another point: refused at once', async () => {
    const { client } = made.officer;
    const other = await makeOpenPoint(site, made.edition, { name: 'Gymnase' });
    await client.post(urls.deskOpen({ point: other.id }));
    expect(client.status).toBe(409);
    // somebody without any shift stands in where a point is open
    const standIn = await makePerson(site, { roles: ['officer'] });
    await standIn.client.get(urls.desk({ point: other.id }));
    expect(standIn.client.status).toBe(200);
    await addShift(site.db, act(), other, other.slots[0]!, standIn.id);
    await standIn.client.get(urls.desk(here()));
    expect(standIn.client.status).toBe(409);
    await removeShift(site.db, act(), made.point, made.point.slots[0]!, made.officer.id);
    await addShift(site.db, act(), other, other.slots[0]!, made.officer.id);
    expect(await listShifts(site.db, site.organisationId, [made.point.id])).toEqual([]);
    await search('Haddad');
    expect(client.status).toBe(409);
    await revokeRole(site.db, {
      organisationId: site.organisationId,
      personId: standIn.id,
      role: 'officer',
      revokedBy: null,
    });
    await standIn.client.get(urls.desk({ point: other.id }));
    expect(standIn.client.status).toBe(403);
    expect(standIn.client.main).not.toContain('Gymnase');
  });

  it('W3 W11 residents and the other tenant do not see a desk; a point that is no point is not there', async () => {
    const resident = await makePerson(site);
    await resident.client.get(urls.desk(here()));
    expect(resident.client.status).toBe(403);
    const otherId = await insertOrganisation(site.db, {
      slug: 'voisine',
      name: 'Voisine',
      host: 'voisine.localhost',
      kind: 'town',
      colour: '#1F3A8A',
      contactEmail: 'mairie@voisine.example',
      tagline: '',
      charter: 'Respect.',
    });
    const neighbour = await makePerson(site, {
      roles: ['administrator'],
      organisation: { id: otherId, name: 'Voisine', host: 'voisine.localhost' },
    });
    for (const [path, fields] of [
      [urls.desk(here()), undefined],
      [urls.deskPaper(here()), { entree: made.entries[0]!.id }],
      [urls.deskCode(here()), { entree: made.entries[0]!.id }],
      [urls.desk({ point: 'pas-un-point' }), undefined],
    ] as const)
      expect((await neighbour.client.send(path, fields)).status, path).toBe(404);
    expect(await lines()).toEqual([]);
  });

  it('R53 an entry of another edition is nobody here', async () => {
    const elsewhere = await makeDesk(site, 'paper-wins');
    const { client } = made.officer;
    await client.post(urls.deskPaper(here()), { entree: elsewhere.entries[0]!.id });
    expect(client.status).toBe(422);
    expect(client.main).toContain('n’est pas dans le registre');
    expect(await lines()).toEqual([]);
  });

  it('R53 a desk that was closed in another window does nothing; points of today are listed', async () => {
    const { client } = made.officer;
    await client.get(urls.desks());
    expect(client.main).toContain('Votre permanence');
    await client.post(urls.deskClose(here()));
    expect(client.html).toContain('Votre bureau est fermé');
    expect(
      (await client.send(urls.deskPaper(here()), { entree: made.entries[0]!.id })).status,
    ).toBe(409);
    expect(await lines()).toEqual([]);
  });
});
