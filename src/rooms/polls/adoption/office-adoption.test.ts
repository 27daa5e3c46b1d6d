import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  listVoters,
  type MadeAdoption,
  makeAdoption,
  openVote,
} from '../../../../tests/make/adoption.ts';
import { type MadePerson, makePerson } from '../../../../tests/make/people.ts';
import { openTestSite, type SiteClient, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';

let site: TestSite;
let officer: MadePerson;
beforeAll(async () => {
  site = await openTestSite();
  officer = await makePerson(site, { roles: ['officer'], nickname: 'Agathe' });
});
afterAll(() => site.close());
beforeEach(async () => {
  site.travel(null);
  await site.db.deleteFrom('rate_counter').execute();
});

const confirm = (made: MadeAdoption, client: SiteClient, path: string) =>
  client.post(path, { version: String(made.adoption.version) });

describe('R104 the office of a space’s vote', () => {
  it('R104 W3 is written by who organises the space, and opened by the polling office alone', async () => {
    const made = await makeAdoption(site);
    const organiser = (
      await makePerson(site, { roles: ['space-organiser'], spaceId: made.space.id })
    ).client;
    const elsewhere = await makeAdoption(site);
    const office = urls.adminSpaceVote(made.at);
    await organiser.get(urls.adminComponents(made.at));
    expect(organiser.main).toContain(office);
    await organiser.get(office);
    expect(organiser.main).toContain('bureau du vote');
    expect(organiser.main).not.toContain(urls.adminSpaceVoteOpen(made.at));
    await organiser.get(urls.adminSpaceVoteText(made.at));
    expect(organiser.main).toContain('Adoptez-vous la synthèse');
    for (const path of [
      urls.adminSpaceVote(elsewhere.at),
      urls.adminSpaceVoteText(elsewhere.at),
      urls.adminSpaceVoteOpen(made.at),
    ]) {
      await organiser.get(path);
      expect([403, 404], path).toContain(organiser.status);
    }
    await confirm(made, organiser, urls.adminSpaceVoteOpen(made.at));
    expect(organiser.status).toBe(403);
    // the office is told what is missing, then does it
    const { client } = officer;
    await client.get(office);
    expect(client.main).toContain('Importez la liste');
    await confirm(made, client, urls.adminSpaceVoteOpen(made.at));
    expect(client.status).toBe(422);
    expect(client.main).toContain('Personne n’est sur la liste');
    const { edition } = await openVote(site, made);
    await client.get(office);
    expect(client.main).toContain(urls.adminPoll({ edition: edition.slug }));
    await client.get(urls.adminPoll({ edition: edition.slug }));
    expect(client.status).toBe(200);
    await client.get(urls.adminRegister({ edition: edition.slug }));
    expect(client.main).toContain('2');
    // what people vote on stays as they read it
    await client.get(urls.adminSpaceVoteText(made.at));
    expect(client.path).toBe(office);
    await expect(
      site.db
        .updateTable('adoption')
        .set({ body: 'Autre' })
        .where('component_id', '=', made.component.id)
        .execute(),
    ).rejects.toThrow('does not change');
  });

  it('R104 its form says what is wrong beside each field, loses nothing, and minds who saved meanwhile', async () => {
    const made = await makeAdoption(site);
    const { client } = await makePerson(site, {
      roles: ['space-organiser'],
      spaceId: made.space.id,
    });
    const path = urls.adminSpaceVoteText(made.at);
    const sent = {
      version: String(made.adoption.version),
      texte: 'Un texte long',
      questions: 'La même ?\nLa même ?',
      'ouverture-day': '2',
      'ouverture-month': '1',
      'ouverture-year': '2098',
      'ouverture-time': '08:00',
      'cloture-day': '1',
      'cloture-month': '1',
      'cloture-year': '2098',
      'cloture-time': '20:00',
    };
    await client.post(path, sent);
    expect(client.status).toBe(422);
    expect(client.main).toContain('Deux questions sont les mêmes');
    expect(client.main).toContain('La clôture vient après');
    expect(client.main).toContain('Un texte long');
    const good = { ...sent, questions: 'Une seule ?', 'cloture-day': '9' };
    await client.post(path, { ...good, 'cloture-month': '31' });
    expect(client.status).toBe(422);
    await client.post(path, { ...good, geste: 'apercu' });
    expect(client.main).toContain('marked-preview');
    const both = await Promise.all([
      (await makePerson(site, { roles: ['space-organiser'], spaceId: made.space.id })).client.post(
        path,
        good,
      ),
      client.post(path, { ...good, questions: 'Une autre ?' }),
    ]);
    expect(both).toHaveLength(2);
    const rows = await site.db
      .selectFrom('adoption')
      .select(['questions', 'version'])
      .where('component_id', '=', made.component.id)
      .execute();
    expect(rows).toMatchObject([{ version: 2 }]);
    await client.get(urls.spaceVote(made.at));
    expect(client.main).toContain('pas encore ouvert');
  });

  it('R104 opens once, on the words that were confirmed, however many press at once', async () => {
    const made = await makeAdoption(site);
    await listVoters(site, made, ['Roy;Anaïs;01/02/1960']);
    const path = urls.adminSpaceVoteOpen(made.at);
    const others = await Promise.all([0, 1].map(() => makePerson(site, { roles: ['officer'] })));
    await others[0]!.client.post(path, { version: '7' });
    expect(others[0]!.client.status).toBe(409);
    expect(others[0]!.client.main).toContain('relisez-les');
    await Promise.all(others.map(({ client }) => confirm(made, client, path)));
    expect(others.map(({ client }) => client.path)).toEqual([
      urls.adminSpaceVote(made.at),
      urls.adminSpaceVote(made.at),
    ]);
    const polls = await site.db
      .selectFrom('poll')
      .select('id')
      .where('edition_id', '=', made.adoption.editionId)
      .execute();
    expect(polls).toHaveLength(1);
  });

  it('R104 the card of the component says the close that its poll has', async () => {
    const made = await makeAdoption(site);
    const { edition } = await openVote(site, made);
    const { client } = officer;
    await client.post(urls.adminPollExtend({ edition: edition.slug }), {
      'closes-day': '3',
      'closes-month': '2',
      'closes-year': '2099',
      'closes-time': '18:00',
      reason: 'Une panne de deux jours.',
      confirmation: 'oui',
    });
    await site.runJobs();
    const row = await site.db
      .selectFrom('component')
      .select('closes_at')
      .where('id', '=', made.component.id)
      .executeTakeFirstOrThrow();
    expect(row.closes_at?.toISOString()).toContain('2099-02-03');
  });
});
