import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeHosted, meetingFields } from '../../../../tests/make/meetings.ts';
import { makePerson } from '../../../../tests/make/people.ts';
import { makeSpace } from '../../../../tests/make/spaces.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const events = async (changes = {}) => {
  const made = await makeSpace(site, { kindOfComponent: 'events', categories: [], ...changes });
  return { ...made, at: { space: made.space.slug, component: made.component.slug } };
};

/** The form as a participant fills it in. */
const hostedFields = (changes: Record<string, string> = {}) => {
  const { edition: _edition, sujet: _sujet, places: _places, ...fields } = meetingFields();
  return {
    ...fields,
    langue: 'fr',
    adresse: '8 rue des Genêts',
    visio: '',
    inscription: 'external',
    lien: 'https://inscriptions.example/atelier',
    places: '',
    ...changes,
  };
};

describe('proposing an event', () => {
  it('R120 R121 R122 any participant announces one, with a room, a category, a language and a link to register', async () => {
    const { at, theme } = await events({ categories: ['Climat', 'Énergie'] });
    const { client } = await makePerson(site, { nickname: 'Association Les Genêts' });
    await client.get(urls.proposeEvent(at));
    expect(client.status).toBe(200);
    const category = theme.categories[0]!;
    await client.post(urls.proposeEvent(at), hostedFields({ categorie: category.id }));
    expect(client.path).toMatch(/^\/agenda\/\d+-atelier-d-idees-aux-tanneries$/);
    for (const words of [
      '8 rue des Genêts',
      'De plain-pied.',
      'Climat',
      'Association Les Genêts',
      'href="https://inscriptions.example/atelier"',
      'inscriptions.example, qui',
    ])
      expect(client.html).toContain(words);
    await client.get(urls.spaceEvents(at));
    expect(client.html).toContain('Atelier d’idées aux Tanneries');
  });

  it('R121 R122 W6 what is missing is said beside its field (422) and nothing is lost; links are https', async () => {
    const { at } = await events();
    const { client } = await makePerson(site);
    for (const [changes, words] of [
      [{ titre: '' }, 'titre'],
      [{ 'fin-time': '13:00' }, 'fin'],
      [{ lieu: '', visio: '' }, 'lieu'],
      [{ visio: 'http://visio.example/salle' }, 'visio'],
      [{ lien: 'javascript:alert(1)' }, 'lien'],
      [{ lien: 'http://inscriptions.example' }, 'lien'],
      [{ inscription: 'platform', places: '-3' }, 'places'],
      [{ langue: 'xx' }, 'langue'],
    ] as const) {
      await client.post(urls.proposeEvent(at), hostedFields(changes));
      expect(client.status, JSON.stringify(changes)).toBe(422);
      expect(client.html).toContain(`href="#${words}`);
      expect(client.html).toContain('Une heure et demie, puis un goûter.');
    }
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from meeting
      where component_id = (select id from component where slug = ${at.component}
        and space_id = (select id from space where slug = ${at.space}))`.execute(site.db);
    expect(rows[0]!.n).toBe(0);
  });

  it('R121 an event that is online only needs no address; sent twice, its form makes one', async () => {
    const { at, component } = await events();
    const { client } = await makePerson(site);
    const fields = hostedFields({
      lieu: '',
      adresse: '',
      latitude: '',
      longitude: '',
      visio: 'https://visio.example/salle-7',
      formulaire: '7d444840-9dc0-11d1-b245-5ffdce74fad2',
    });
    for (let twice = 0; twice < 2; twice += 1) {
      await client.post(urls.proposeEvent(at), fields);
      expect(client.html).toContain('En ligne');
      expect(client.html).toContain('https://visio.example/salle-7');
    }
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from meeting
      where component_id = ${component.id}`.execute(site.db);
    expect(rows[0]!.n).toBe(1);
  });

  it('R120 W3 its host corrects it and cancels it with words; nobody else does, and nobody where the team alone announces', async () => {
    const { component } = await events();
    const host = await makePerson(site);
    const meeting = await makeHosted(site, component.id, host.id);
    const at = { meeting: meeting.number };
    const { client: other } = await makePerson(site);
    for (const path of [urls.meetingChange(at), urls.meetingCancel(at), urls.meetingClose(at)]) {
      await other.get(path);
      expect(other.status).toBe(404);
      await other.post(path, hostedFields({ message: 'x' }));
      expect(other.status).toBe(404);
    }
    await host.client.post(
      urls.meetingChange(at),
      hostedFields({ titre: 'Café déplacé', version: String(meeting.version) }),
    );
    expect(host.client.html).toContain('Café déplacé');
    await host.client.post(urls.meetingCancel(at), { message: '' });
    expect(host.client.status).toBe(422);
    await host.client.post(urls.meetingCancel(at), { message: 'La salle est prise.' });
    expect(host.client.html).toContain('La salle est prise.');
    const closed = await events({ settings: { openToProposals: false } });
    await host.client.get(urls.proposeEvent(closed.at));
    expect(host.client.status).toBe(404);
  });
});

describe('the page of a component of events', () => {
  it('R120 R139 the map, then the button, then the list; past and to come by links', async () => {
    const { at, component } = await events();
    const { id } = await makePerson(site);
    await makeHosted(site, component.id, id, { title: 'Demain au marché' });
    await makeHosted(site, component.id, id, {
      title: 'Hier au lavoir',
      inHours: -50,
      point: { latitude: 47.9, longitude: 1.8 },
    });
    await makeHosted(site, component.id, id, {
      title: 'Ailleurs',
      point: { latitude: 47.95, longitude: 1.95 },
    });
    const client = site.visitor();
    await client.get(urls.spaceEvents(at));
    const places = ['<place-map', 'Proposer un événement', 'class="list list-rows"'].map((words) =>
      client.html.indexOf(words),
    );
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(client.html).toContain('Demain au marché');
    expect(client.html).not.toContain('Hier au lavoir');
    await client.get(urls.spaceEvents(at, { quand: 'passes' }));
    expect(client.html).toContain('Hier au lavoir');
    expect(client.html).not.toContain('Demain au marché');
  });

  it('R109 the page of a theme shows its events, to come and past', async () => {
    const { at, component, theme } = await events();
    const { id } = await makePerson(site);
    await makeHosted(site, component.id, id, { title: 'Demain au thème' });
    await makeHosted(site, component.id, id, { title: 'Hier au thème', inHours: -50 });
    const client = site.visitor();
    const page = urls.theme({ space: at.space, theme: theme.slug });
    await client.get(page);
    expect(client.html).toContain('Demain au thème');
    expect(client.html).toContain(`${page}?evenements=passes`);
    await client.get(`${page}?evenements=passes`);
    expect(client.html).toContain('Hier au thème');
    expect(client.html).not.toContain('Demain au thème');
  });

  it('R138 each event, each component and each theme is a calendar', async () => {
    const { at, component, theme } = await events();
    const { id } = await makePerson(site);
    const meeting = await makeHosted(site, component.id, id, { title: 'Suivi de près' });
    const client = site.visitor();
    for (const path of [
      urls.meetingIcs({ meeting: meeting.number }),
      urls.spaceEventsFeed(at),
      urls.themeFeed({ space: at.space, theme: theme.slug }),
    ]) {
      await client.get(path);
      expect(client.html).toContain('SUMMARY:Suivi de près');
    }
  });
});
