import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MadePerson, makePerson } from '../../../../tests/make/people.ts';
import { holdPoll } from '../../../../tests/make/published.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { publishResult } from '../index.ts';

let site: TestSite;
let officer: MadePerson;
beforeAll(async () => {
  site = await openTestSite();
  officer = await makePerson(site, { nickname: 'Béatrice du BP', roles: ['officer'] });
});
afterAll(() => site.close());

const bureau = {
  'name-0': 'Jeanne Łukasik',
  'function-0': 'Maire, présidente du bureau',
  'name-1': 'Omar Benali',
  'function-1': 'Assesseur',
};

describe('the bureau of a poll', () => {
  it('R57 is named by an officer, its president first, and nobody joins once it is published', async () => {
    const { edition, poll } = await holdPoll(site, {
      projects: [{ euros: 1000 }],
      ballots: [['1']],
      until: 'counted',
    });
    const at = { edition: edition.slug };
    const { client } = officer;
    await client.post(urls.adminPollBureau(at), { ...bureau, 'name-0': '' });
    expect(client.status).toBe(422);
    expect(client.main).toContain('Indiquez d’abord qui préside');
    await client.post(urls.adminPollBureau(at), { ...bureau, 'function-1': '' });
    expect(client.status).toBe(422);
    expect(client.main).toContain('Indiquez la fonction de cette personne');
    await client.post(urls.adminPollBureau(at), { ...bureau, 'name-1': 'x'.repeat(101) });
    expect(client.status).toBe(422);
    await client.post(urls.adminPollBureau(at), bureau);
    await client.get(urls.adminPollBureau(at));
    expect(client.main).toContain('value="Omar Benali"');
    await client.post(urls.adminPollBureau(at), { ...bureau, 'name-1': '' });
    expect(client.main).not.toContain('Omar Benali');

    const act = { organisationId: site.organisationId, by: officer.id };
    expect(await publishResult(site.db, act, poll.id)).toEqual({ ok: true });
    await client.post(urls.adminPollBureau(at), bureau);
    expect(client.path).toBe(urls.adminPoll(at));
    expect(client.main).not.toContain('Omar Benali');
    await expect(
      site.pool.query(`update poll_bureau set name = 'Autre' where poll_id = $1`, [poll.id]),
    ).rejects.toMatchObject({ constraint: 'poll_bureau_is_frozen' });
    const resident = await makePerson(site);
    expect((await resident.client.send(urls.adminPollBureau(at), bureau)).status).toBe(403);
  });
});
