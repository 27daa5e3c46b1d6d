import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeEdition } from '../../tests/make/editions.ts';
import { makeMeeting } from '../../tests/make/meetings.ts';
import { type MadePerson, makePerson } from '../../tests/make/people.ts';
import { makePoll } from '../../tests/make/polls.ts';
import { makeSurvey } from '../../tests/make/surveys.ts';
import { openTestSite, type TestSite } from '../../tests/site-client.ts';
import { getCharter } from '../rooms/organisations/index.ts';
import { urls } from '../urls.ts';

let site: TestSite;
let admin: MadePerson;
const paths: Record<string, string> = {};
const ACTS = ['contact', 'survey', 'basket', 'ballot', 'meeting'] as const;

beforeAll(async () => {
  site = await openTestSite();
  admin = await makePerson(site, { roles: ['administrator'] });
  const surveyed = await makeEdition(site, { phase: 'delivery' });
  await makeSurvey(site, surveyed);
  const { edition } = await makePoll(site);
  const meeting = await makeMeeting(site);
  paths.contact = urls.contact();
  paths.survey = urls.survey({ edition: surveyed.slug });
  paths.basket = urls.voteBasket({ edition: edition.slug });
  paths.ballot = urls.voteCast({ edition: edition.slug });
  paths.meeting = urls.meetingRegister({ meeting: meeting.number });
});
afterAll(() => site.close());

const inForce = () => getCharter(site.db, site.organisationId);
const sendTo = async (person: { client: MadePerson['client'] }, act: string) => {
  const answer = await person.client.send(paths[act]!, { ajouter: '1' });
  return answer.headers.get('location') ?? '';
};

describe('R96 R107 a newer charter, by the requests that browsers send', () => {
  it.each(ACTS)('%s waits for it, and goes on once it is accepted', async (act) => {
    const person = await makePerson(site);
    expect(await sendTo(person, act), 'before').not.toContain('/charte');
    const { version } = await inForce();
    await admin.client.post(urls.adminNewCharter(), {
      depuis: String(version),
      texte: `Je participe avec respect, ${act}.`,
      changements: 'Un mot.',
      acte: 'publier',
    });
    await admin.client.post(urls.acceptCharter(), { version: String(version + 1) });
    expect((await inForce()).version).toBe(version + 1);
    expect(await sendTo(person, act), 'waits').toMatch(/^\/charte\/accepter/);
    expect(await sendTo({ client: site.visitor() }, act), 'nobody’s account').not.toMatch(
      /^\/charte\/accepter/,
    );
    // what is read stays read
    expect((await person.client.send(urls.home())).status).toBe(200);
    await person.client.post(urls.acceptCharter(), { version: String(version + 1) });
    expect(await sendTo(person, act), 'after').not.toContain('/charte');
  });
});
