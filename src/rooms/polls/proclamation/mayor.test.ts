import { afterAll, beforeAll, expect, it } from 'vitest';
import { makePerson } from '../../../../tests/make/people.ts';
import { castFor, makePoll } from '../../../../tests/make/polls.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { countPoll, findPollOf, sealPoll } from '../index.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

it('R57 where somebody presides, they alone publish, plan and cancel; elsewhere the office does', async () => {
  const officer = await makePerson(site, { roles: ['officer'] });
  const administrator = await makePerson(site, { roles: ['administrator'] });
  const mayor = await makePerson(site, { roles: ['mayor'] });
  const made = await makePoll(site);
  await castFor(site, made.poll, (await makePerson(site)).id, [1]);
  site.travel('6 days');
  const act = { organisationId: site.organisationId, by: officer.id };
  expect(await sealPoll(site.db, site.config, act, made.poll.id)).toMatchObject({ ok: true });
  expect(await countPoll(site.db, act, made.poll.id)).toMatchObject({ ok: true });
  const at = { edition: made.edition.slug };
  const now = { quand: 'maintenant' };
  for (const { client } of [officer, administrator]) {
    await client.get(urls.adminPollPublish(at));
    expect(client.html).toContain('La publication revient au ou à la maire');
    expect((await client.send(urls.adminPollPublish(at), now)).status).toBe(403);
    expect((await client.send(urls.adminPollCancelPublication(at), {})).status).toBe(403);
  }
  await site.visitor().get(urls.home());
  await mayor.client.get(urls.adminPollPublish(at));
  await mayor.client.post(urls.adminPollPublish(at), now);
  const poll = await findPollOf(site.db, site.organisationId, made.edition.id);
  expect(poll!.acts.at(-1)).toMatchObject({ kind: 'published', by: mayor.id });
});

it('W11 a mayor without a second factor publishes nothing', async () => {
  const mayor = await makePerson(site, { roles: ['mayor'], factorProven: false });
  const made = await makePoll(site);
  const answer = await mayor.client.send(urls.adminPollPublish({ edition: made.edition.slug }), {
    quand: 'maintenant',
  });
  expect(answer.status).toBe(403);
});
