import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MadePerson, makePerson } from '../../../../tests/make/people.ts';
import { castFor, type MadePoll, makePoll } from '../../../../tests/make/polls.ts';
import { runReminderRound, travelBefore } from '../../../../tests/make/reminders.ts';
import { openTestSite, type SiteClient, type TestSite } from '../../../../tests/site-client.ts';
import { openKeys } from '../../../platform/keys/keys.ts';
import type { Mail } from '../../../platform/mail/mail.ts';
import { urls } from '../../../urls.ts';
import { insertOrganisation } from '../../organisations/index.ts';
import { writeStopToken } from './reminder.crypto.ts';

let site: TestSite;
let made: MadePoll;
let at: { edition: string };
beforeAll(async () => {
  site = await openTestSite();
  made = await makePoll(site);
  at = { edition: made.edition.slug };
});
afterAll(() => site.close());

const tokenOf = (person: { id: string }, organisationId = site.organisationId) =>
  writeStopToken(openKeys(site.config.keysFolder).rollKey(), organisationId, person.id);
const agree = (client: SiteClient) => client.post(urls.accountReminders(), { rappels: 'oui' });
const BUTTON = 'Me le rappeler avant la clôture';
const requests = async (person: MadePerson) =>
  (await site.pool.query('select * from reminder_request where person_id = $1', [person.id])).rows;

describe('the account', () => {
  it('reminders are off until they are ticked, and off again when unticked', async () => {
    const { client } = await makePerson(site);
    await client.get(urls.accountReminders());
    expect(client.main).not.toMatch(/name="rappels"[^>]*checked/);
    await agree(client);
    expect(client.path).toBe(urls.account());
    expect(client.html).toContain('Vous recevrez les rappels de vote.');
    await client.get(urls.accountReminders());
    expect(client.main).toMatch(/<input[^>]*name="rappels"[^>]*checked/);
    await client.post(urls.accountReminders());
    await client.get(urls.accountReminders());
    expect(client.main).not.toMatch(/<input[^>]*name="rappels"[^>]*checked/);
  });
});

describe('asking on the page of a vote', () => {
  it('is offered there and beside the ballot, once, and taken back; the basket does not go with it', async () => {
    const person = await makePerson(site);
    const { client } = person;
    await client.post(urls.voteBasket(at), { ajouter: '1' });
    await client.get(urls.voteReview(at));
    expect(client.main).toContain(BUTTON);
    await client.post(urls.voteReminder(at), { vers: 'bulletin' });
    expect(client.path).toBe(urls.voteReview(at));
    expect(client.main).toContain('Un rappel vous sera envoyé');
    await client.post(urls.voteReminder(at), { vers: 'liste' });
    expect(client.path).toBe(urls.vote(at));
    expect(await requests(person)).toEqual([
      { organisation_id: site.organisationId, poll_id: made.poll.id, person_id: person.id },
    ]);
    await client.post(urls.voteReminderUndo(at), { vers: 'liste' });
    expect(client.main).toContain(BUTTON);
    expect(await requests(person)).toEqual([]);
  });

  it('is not offered to visitors, to who voted, may not vote, or receives reminders anyway', async () => {
    const visitor = site.visitor();
    await visitor.get(urls.vote(at));
    expect(visitor.main).not.toContain(BUTTON);
    expect((await visitor.send(urls.voteReminder(at), { vers: 'liste' })).status).toBe(401);
    const voted = await makePerson(site);
    await castFor(site, made.poll, voted.id, [1]);
    const young = await makePerson(site, { birthDate: '2020-01-01' });
    const agreed = await makePerson(site);
    await agree(agreed.client);
    for (const person of [voted, young, agreed]) {
      await person.client.post(urls.voteReminder(at), { vers: 'liste' });
      expect(person.client.status).toBe(200);
      expect(person.client.main).not.toContain(BUTTON);
      expect(await requests(person)).toEqual([]);
    }
    expect(agreed.client.main).toContain('un rappel vous sera envoyé avant la clôture');
  });
});

describe('the link of each mail', () => {
  it('stops all reminders by one POST that no page of ours sent, signed out; opening it changes nothing', async () => {
    const person = await makePerson(site);
    await person.client.post(urls.voteReminder(at), { vers: 'liste' });
    await agree(person.client);
    const path = urls.stopReminders({ token: tokenOf(person) });
    const reader = site.visitor();
    await reader.get(path);
    await reader.get(path);
    expect(reader.main).toContain('Ne plus recevoir de rappels de vote');
    expect(await requests(person)).toHaveLength(1);
    // as a mail provider sends it: no cookie, no origin (RFC 8058)
    const answer = await site.fetch(
      new Request(reader.origin + path, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: 'List-Unsubscribe=One-Click',
      }),
    );
    expect(answer.status).toBe(200);
    expect(await requests(person)).toEqual([]);
    await person.client.get(urls.account());
    expect(person.client.main).toMatch(/Rappels de vote[\s\S]{0,80}Non/);
    // done twice, by hand, it says the same
    await reader.post(path);
    expect(reader.status).toBe(200);
    travelBefore(site, made, 24);
    await runReminderRound(site, made);
    await site.runJobs();
    expect(site.mails.map((mail: Mail) => mail.to)).not.toContain(person.email);
    site.travel(null);
  });

  it('speaks the language of the account, without cookies too', async () => {
    const person = await makePerson(site, { locale: 'en' });
    const reader = site.visitor();
    await reader.get(urls.stopReminders({ token: tokenOf(person) }));
    expect(reader.html).toContain('<html lang="en"');
    expect(reader.main).toContain('Stop receiving voting reminders?');
    const answer = await site
      .visitor()
      .send(urls.stopReminders({ token: tokenOf(person) }, { langue: 'en' }));
    expect(answer.status).toBe(200);
  });

  it('W4 W3 hostile tokens are not found: altered, of another organisation, of nobody', async () => {
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
    const person = await makePerson(site);
    await agree(person.client);
    const token = tokenOf(person);
    const other = await makePerson(site);
    const hostile = [
      '0',
      'x'.repeat(5000),
      '%00',
      '..%2f..%2fetc',
      token.slice(1),
      token.toUpperCase(),
      `${token}0`,
      token.slice(0, 32) + '0'.repeat(64),
      other.id.replaceAll('-', '') + token.slice(32),
      tokenOf(person, otherId),
      tokenOf({ id: '00000000-0000-4000-8000-000000000000' }),
      person.id,
    ];
    for (const wrong of hostile) {
      for (const fields of [undefined, {}]) {
        const answer = await site.visitor().send(`/rappels/${wrong}`, fields);
        expect(answer.status, `${fields ? 'POST' : 'GET'} ${wrong.slice(0, 40)}`).toBe(404);
      }
    }
    const neighbour = await site
      .visitor('voisine.localhost')
      .send(urls.stopReminders({ token }), {});
    expect(neighbour.status).toBe(404);
    // nor does it open anything else
    const answer = await site.visitor().send(urls.newPassword({ token }));
    expect(await answer.text()).not.toContain(person.email);
    await person.client.get(urls.accountReminders());
    expect(person.client.main).toMatch(/<input[^>]*name="rappels"[^>]*checked/);
  });
});
