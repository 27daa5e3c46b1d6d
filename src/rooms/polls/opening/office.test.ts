import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePerson } from '../../../../tests/make/people.ts';
import { makeVotePoint } from '../../../../tests/make/points.ts';
import { castFor, listFields, makeFrozenEdition, makePoll } from '../../../../tests/make/polls.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { toLocalTime } from '../../../platform/clock/paris.ts';
import { urls } from '../../../urls.ts';
import { findPollOf } from '../index.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

describe('an officer runs a poll from the back office', () => {
  it('R53 R54 what is to be proven reads as a sentence; totals are typed after the close only', async () => {
    const made = await makePoll(site, {
      terms: {
        settings: {
          admission: { required: ['declaration'], oneOf: ['email', 'sms'], withoutAccount: true },
          paper: 'paper-wins',
        },
      },
    });
    const at = { edition: made.edition.slug };
    await makeVotePoint(site, made.edition);
    const { client } = await makePerson(site, { roles: ['officer'] });
    await client.get(urls.adminPoll(at));
    expect(client.main).toContain(
      'Adresse de courriel confirmée ou code reçu par SMS · Sans compte',
    );
    await client.get(urls.adminPollUrn(at));
    expect(client.main).not.toContain('Saisir des totaux');
    site.travel('6 days');
    const { client: later } = await makePerson(site, { roles: ['officer'] });
    await later.get(urls.adminPollUrn(at));
    expect(later.main).toContain('Saisir des totaux');
    site.travel(null);
  });

  it('R52 R57 R58 opens, seals, counts under embargo, publishes', async () => {
    const edition = await makeFrozenEdition(site, {
      costs: [50_000, 80_000, 30_000],
      edition: { envelope: 100_000 },
    });
    const at = { edition: edition.slug };
    const { client } = await makePerson(site, { roles: ['officer'] });
    await client.get(urls.adminPoll(at));
    const typed = listFields(client.html, urls.adminPollOpen(at));
    await client.post(urls.adminPollOpen(at), { ...typed, title: '', minimum: '4' });
    expect(client.status).toBe(422);
    expect(client.html).toContain('Donnez un titre au scrutin');
    await client.post(urls.adminPollOpen(at), typed);
    expect(client.html).toContain('Ouvrir ce scrutin');
    await client.post(urls.adminPollOpen(at), listFields(client.html, urls.adminPollOpen(at)));
    expect(client.html).toContain('Le scrutin est ouvert.');
    const poll = (await findPollOf(site.db, site.organisationId, edition.id))!;

    for (const ballot of [[1, 2], [1, 2], [2, 3], [2]]) {
      const voter = await makePerson(site);
      expect(await castFor(site, poll, voter.id, ballot)).toMatchObject({ ok: true });
    }
    // no act out of turn, no result before its time
    for (const address of [urls.adminPollSeal, urls.adminPollCount, urls.adminPollPublish]) {
      await client.post(address(at), { quand: 'maintenant' });
      expect(client.status).toBe(422);
    }
    await client.get(urls.results(at));
    expect(client.status).toBe(404);

    site.travel('6 days');
    await client.get(urls.adminPollSeal(at));
    expect(client.html).toContain('c’est définitif');
    await client.post(urls.adminPollSeal(at));
    expect(client.html).toContain('L’urne est scellée');
    await client.post(urls.adminPollCount(at));
    expect(client.html).toContain('Le décompte est en cours');
    await site.runJobs();
    await client.get(urls.adminPoll(at));
    expect(client.html).toContain('Sous embargo');
    expect(client.html).toContain('il manquait 300');
    await client.get(urls.results(at));
    expect(client.status).toBe(404);
    expect(client.html).not.toContain('Projet d’essai 2');
    await client.post(urls.adminPollPublish(at), { quand: 'maintenant' });
    expect(client.html).toContain('Les résultats sont publiés');

    const reader = site.visitor();
    await reader.get(urls.results(at));
    expect(reader.status).toBe(200);
    expect(reader.html).toContain('1 projet est retenu sur 3');
    expect(reader.html).toContain('il manquait 300');
    site.travel(null);
  });
});

describe('putting off the close', () => {
  it('R52 extends a vote under way to a later time, for a reason that everyone reads', async () => {
    const { edition, poll } = await makePoll(site);
    const at = { edition: edition.slug };
    const { client } = await makePerson(site, { roles: ['officer'] });
    await client.get(urls.adminPollExtend(at));
    const typed = listFields(client.html, urls.adminPollExtend(at));
    await client.post(urls.adminPollExtend(at), { ...typed, reason: '' });
    expect(client.status).toBe(422);
    expect(client.html).toContain('La nouvelle clôture doit venir après');
    expect(client.html).toContain('Dites pourquoi le vote est prolongé');

    const later = toLocalTime(new Date(poll.closesAt.getTime() + 3 * 86_400_000));
    const [year, month, day] = later.day.split('-');
    const reason = 'Le site a été injoignable mardi soir.';
    await client.post(urls.adminPollExtend(at), {
      'closes-day': day!,
      'closes-month': month!,
      'closes-year': year!,
      'closes-time': later.time,
      reason,
    });
    expect(client.status).toBe(200);
    expect(client.html).toContain('Le vote est prolongé.');

    // the first close has passed, and people still vote
    site.travel('6 days');
    const voter = await makePerson(site);
    await voter.client.get(urls.vote(at));
    expect(voter.client.html).toContain(reason);
    expect(await castFor(site, poll, voter.id, [1])).toMatchObject({ ok: true });
    await client.post(urls.adminPollSeal(at));
    expect(client.status).toBe(422);

    site.travel('9 days');
    await client.post(urls.adminPollExtend(at), { ...typed, reason });
    expect(client.status).toBe(422);
    await client.get(urls.adminJournal());
    expect(client.html).toContain('a prolongé le vote');
    site.travel(null);
  });

  it('R52 the database itself keeps the terms of a poll, and never brings its close forward', async () => {
    const { poll } = await makePoll(site);
    for (const change of [
      `closes_at = closes_at - interval '1 second'`,
      'maximum_choices = 5',
      'envelope = envelope + 1',
      `rule = 'greedy-noskip'`,
      'minimum_age = 0',
    ])
      await expect(
        site.pool.query(`update poll set ${change} where id = $1`, [poll.id]),
      ).rejects.toMatchObject({ constraint: 'poll_is_frozen' });
    await expect(
      site.pool.query('update poll_option set cost = 0 where poll_id = $1', [poll.id]),
    ).rejects.toThrow('append-only');
  });
});
