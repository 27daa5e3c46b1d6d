import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listFactsAbout } from '../../../../tests/make/editions.ts';
import { type MadePerson, makePerson } from '../../../../tests/make/people.ts';
import { makeVotePoint } from '../../../../tests/make/points.ts';
import { listFields, makePoll } from '../../../../tests/make/polls.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { toLocalTime } from '../../../platform/clock/paris.ts';
import { urls } from '../../../urls.ts';
import { insertOrganisation } from '../../organisations/index.ts';
import type { Edition } from '../../spaces/index.ts';
import { listVotePoints } from './point.store.ts';

let site: TestSite;
let officer: MadePerson;
let edition: Edition;
let at: { edition: string };
beforeAll(async () => {
  site = await openTestSite();
  officer = await makePerson(site, { nickname: 'Agathe', roles: ['officer'] });
  ({ edition } = await makePoll(site));
  at = { edition: edition.slug };
});
afterAll(() => site.close());

/** A slot of tomorrow, as the form sends it. */
function slot(number: number, from: string, to: string, days = 1) {
  const [year, month, day] = toLocalTime(new Date(Date.now() + days * 86_400_000)).day.split('-');
  const name = `slot-${number}`;
  return {
    [`${name}-day`]: day!,
    [`${name}-month`]: month!,
    [`${name}-year`]: year!,
    [`${name}-from`]: from,
    [`${name}-to`]: to,
  };
}

const list = () => listVotePoints(site.db, site.organisationId, edition.id);

describe('R53 an officer runs the points of vote', () => {
  it('R53 adds one, which the public then reads, from the pages of the vote and of the edition', async () => {
    const { client } = officer;
    const reader = site.visitor();
    await reader.get(urls.votePoints(at));
    expect(reader.html).toContain('Aucun lieu de vote pour l’instant');
    await reader.get(urls.edition(at));
    expect(reader.html).not.toContain(urls.votePoints(at));

    await client.get(urls.adminVotePoints(at));
    expect(client.html).toContain('Aucun point de vote');
    await client.post(urls.adminNewVotePoint(at), {
      name: 'Halle <script>alert(1)</script> & marché',
      address: '3 place du Marché',
      access: 'De plain-pied',
      latitude: '47,93',
      longitude: '1,9',
      ...slot(1, '9:00', '13h'),
      ...slot(2, '14:00', '18:30'),
    });
    expect(client.html).toContain('Le point de vote est ajouté.');

    await reader.get(urls.votePoints(at));
    expect(reader.html).toContain('Halle &lt;script>alert(1)');
    expect(reader.html).toMatch(/, de 9.h à 13.h et de 14.h à 18.h.30/);
    expect(reader.html).toContain('href="geo:47.93,1.9"');
    expect(reader.html).not.toContain('Agathe');
    // on paper, nothing that is true for a moment only
    await reader.get(urls.votePoints(at, { imprimer: 'oui' }));
    expect(reader.html).toMatch(/, de 9.h à 13.h et de 14.h à 18.h.30/);
    expect(reader.html).toContain(`On vote aussi en ligne\u202f: http://localhost${urls.vote(at)}`);
    expect(reader.html).not.toMatch(/Ouvre |Ouvert maintenant|geo:/);
    for (const address of [urls.vote(at), urls.edition(at)]) {
      await reader.get(address);
      expect(reader.html).toContain(urls.votePoints(at));
    }
    reader.cookies.set('langue', 'en');
    await reader.get(urls.votePoints(at));
    expect(reader.html).toMatch(/, from 9.am to 1.pm and from 2.pm to 6\.30.pm/);
  });

  it('R53 changes and removes it, once more asked, and the journal tells', async () => {
    const { client } = officer;
    const [point] = await list();
    const here = { ...at, point: point!.id };
    await client.get(urls.adminVotePoint(here));
    const typed = listFields(client.html, urls.adminVotePoint(here));
    expect(typed).toMatchObject({
      latitude: '47,93',
      'slot-2-from': '14:00',
      'slot-2-to': '18:30',
    });
    // the second slot is emptied, the first begins later
    await client.post(urls.adminVotePoint(here), {
      ...typed,
      name: 'Halle',
      'slot-1-from': '10:00',
      ...{ 'slot-2-day': '', 'slot-2-month': '', 'slot-2-year': '' },
      ...{ 'slot-2-from': '', 'slot-2-to': '' },
    });
    expect(client.html).toContain('Le point de vote est modifié.');
    const [changed] = await list();
    expect(changed).toMatchObject({ name: 'Halle', slots: [{ id: point!.slots[0]!.id }] });
    expect(changed!.slots).toHaveLength(1);

    // a form made from the version before
    await client.post(urls.adminVotePoint(here), { ...typed, name: 'Ancienne halle' });
    expect(client.status).toBe(422);
    expect(client.html).toContain('Ce point a changé pendant que vous l’écriviez');
    expect((await list())[0]!.name).toBe('Halle');

    await client.get(urls.adminRemoveVotePoint(here));
    expect(client.html).toContain('C’est définitif');
    expect(await list()).toHaveLength(1);
    await client.post(urls.adminRemoveVotePoint(here), {});
    expect(await list()).toEqual([]);
    await client.post(urls.adminRemoveVotePoint(here), {});
    expect(client.status).toBe(404);

    const facts = await listFactsAbout(site, point!.id);
    expect(facts.map(({ kind }) => kind)).toEqual([
      'vote-point.added',
      'vote-point.changed',
      'vote-point.removed',
    ]);
    await client.get(urls.adminJournal());
    expect(client.html).toMatch(/a supprimé le point de vote «.Halle.»/);
  });

  it('R53 W12 W14 what cannot be is refused beside its field, and nothing is written', async () => {
    const { client } = officer;
    await client.post(urls.adminNewVotePoint(at), {
      name: '\u200b ',
      address: 'x'.repeat(201),
      latitude: '91',
      longitude: '2',
      ...slot(1, '9:00', '12:00'),
      ...slot(2, '11:00', '13:00'),
      ...slot(3, '9:00', '10:00', 30),
      'slot-1-id': "' or 1=1 --",
    });
    expect(client.status).toBe(422);
    for (const id of ['name', 'address', 'latitude', 'slot-2', 'slot-3'])
      expect(client.html, id).toContain(`id="${id}-error"`);
    expect(client.html).toContain('hors des dates du vote');
    expect(await list()).toEqual([]);
    await client.get(urls.adminVotePoint({ ...at, point: "x' or 1=1" }));
    expect(client.status).toBe(404);
  });

  it('W3 R53 officers alone, of this organisation and this edition', async () => {
    const point = await makeVotePoint(site, edition);
    const { edition: elsewhere } = await makePoll(site);
    const resident = await makePerson(site);
    const away = await insertOrganisation(site.db, {
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
      roles: ['officer'],
      organisation: { id: away, name: 'Voisine', host: 'voisine.localhost' },
    });
    const here = { ...at, point: point.id };
    for (const address of [urls.adminVotePoint, urls.adminVoteShifts, urls.adminRemoveVotePoint]) {
      await resident.client.get(address(here));
      expect(resident.client.status).toBe(403);
      await neighbour.client.get(address(here));
      expect(neighbour.client.status).toBe(404);
      await officer.client.get(address({ edition: elsewhere.slug, point: point.id }));
      expect(officer.client.status).toBe(404);
      await officer.client.post(address({ edition: elsewhere.slug, point: point.id }), {});
      expect(officer.client.status).toBe(404);
    }
    // somebody of another organisation is put nowhere here
    await officer.client.post(urls.adminVoteShifts(here), {
      slot: point.slots[0]!.id,
      'person-1': neighbour.id,
    });
    expect(officer.client.status).toBe(422);
    expect(officer.client.html).toContain('n’a pas de rôle');
    expect((await list()).map(({ id }) => id)).toEqual([point.id]);
  });
});

describe('R53 whether a point is open', () => {
  it('R53 follows the clock of the database, and closes with the vote', async () => {
    const [point] = await list();
    const reader = site.visitor();
    const first = point!.slots[0]!;
    const later = point!.slots.find((slot) => slot.opensAt.getTime() > Date.now())!;
    const offset = (to: Date) => `${Math.round((to.getTime() - Date.now()) / 1000)} seconds`;
    site.travel(offset(new Date(later.opensAt.getTime() + 60_000)));
    await reader.get(urls.votePoints(at));
    expect(reader.html).toMatch(/Ouvert maintenant, ferme à/);
    site.travel(offset(new Date(first.opensAt.getTime() - 60_000)));
    await reader.get(urls.votePoints(at));
    expect(reader.html).not.toContain('Ouvert maintenant');
    site.travel('6 days');
    await reader.get(urls.votePoints(at));
    expect(reader.html).toContain('Fermé');
    expect(reader.html).not.toContain('Ouvert maintenant');
    site.travel(null);
  });
});
