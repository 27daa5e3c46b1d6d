import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeAdoption, openVote } from '../../../../tests/make/adoption.ts';
import { makeMovement } from '../../../../tests/make/group.ts';
import { type MadePerson, makePerson } from '../../../../tests/make/people.ts';
import { countRows } from '../../../../tests/make/polls.ts';
import { cast } from '../../../../tests/make/voters.ts';
import { openTestSite, type SiteClient, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { countPoll, publishResult, sealPoll } from '../index.ts';

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

const ROY = {
  nom: 'Roy',
  prenom: 'Anaïs',
  'naissance-day': '1',
  'naissance-month': '2',
  'naissance-year': '1960',
  numero: '',
};

/** Answers, then says who one is on the list. */
async function answerAs(
  client: SiteClient,
  edition: string,
  answers: Record<string, string>,
  claim: Record<string, string> = ROY,
) {
  await client.post(urls.voteBasket({ edition }), { ...answers, vers: 'bulletin' });
  await client.post(urls.voteIdentityRegister({ edition }), claim);
}

describe('R104 the final vote of a space', () => {
  it('R104 is for those of its list alone: once each, from its opening to its close, without a script', async () => {
    const made = await makeAdoption(site);
    const { edition, poll } = await openVote(site, made);
    const at = { edition: edition.slug };
    const page = site.visitor();
    await page.get(urls.spaceVote(made.at));
    expect(page.main).toContain('Adoptez-vous la synthèse');
    expect(page.main).toContain('liste vérifiée');
    expect(page.main).toContain(urls.vote(at));
    const stranger = site.visitor();
    await stranger.post(urls.voteBasket(at), { 'note-1': '1', vers: 'bulletin' });
    expect(stranger.main).toContain(urls.signIn({ vers: urls.voteReview(at) }));
    const outside = (await makePerson(site)).client;
    await answerAs(outside, edition.slug, { 'note-1': '1' }, { ...ROY, prenom: 'Basile' });
    expect(outside.status).toBe(422);
    expect(outside.main).toContain('Nous ne vous trouvons pas sur la liste de ce vote');
    const { client } = await makePerson(site);
    await answerAs(client, edition.slug, { 'note-1': '1' });
    await cast({ edition, poll }, client);
    expect(client.path).toBe(urls.voteReceipt(at));
    // the same line of the list by another account: one voter
    const twice = (await makePerson(site)).client;
    await answerAs(twice, edition.slug, { 'note-1': '0' });
    await twice.get(urls.voteReview(at));
    expect(twice.main).not.toContain(`action="${urls.voteCast(at)}"`);
    expect(await countRows(site, poll)).toMatchObject({ electors: 1, slots: 1 });
    site.travel('11 days');
    const late = (await makePerson(site)).client;
    await late.get(urls.vote(at));
    expect(late.main).not.toContain('note-1');
    await late.get(urls.spaceVote(made.at));
    expect(late.main).toContain('Le vote est clos');
  });

  it('R104 R57 a blank is counted; the result is told once it is published, with a chart', async () => {
    const made = await makeAdoption(site, {
      written: { questions: ['Adopter le préambule ?', 'Adopter les annexes ?'] },
    });
    const { edition, poll } = await openVote(site, made);
    const first = (await makePerson(site)).client;
    await answerAs(first, edition.slug, { 'note-1': '1', 'note-2': '0' });
    await cast({ edition, poll }, first);
    const blank = (await makePerson(site)).client;
    await answerAs(
      blank,
      edition.slug,
      {},
      {
        ...ROY,
        nom: 'Bon',
        prenom: 'Théo',
        'naissance-day': '3',
        'naissance-month': '4',
        'naissance-year': '1970',
      },
    );
    await blank.get(urls.voteReview({ edition: edition.slug }));
    expect(blank.main).toContain('vote blanc');
    await cast({ edition, poll }, blank);
    site.travel('11 days');
    const act = { organisationId: site.organisationId, by: null };
    await sealPoll(site.db, site.config, act, poll.id);
    await countPoll(site.db, act, poll.id);
    site.memory.forgetAll();
    const reader = site.visitor();
    await reader.get(urls.spaceVote(made.at));
    expect(reader.main).not.toContain('Adopté');
    await publishResult(site.db, act, poll.id);
    site.memory.forgetAll();
    await reader.get(urls.spaceVote(made.at));
    expect(reader.main).toMatch(/Adopté\s:<\/strong>\s*<bdi>Adopter le préambule/);
    expect(reader.main).toMatch(/Non adopté\s:<\/strong>\s*<bdi>Adopter les annexes/);
    expect(reader.main).toContain('reponses-A');
    await reader.get(urls.results({ edition: edition.slug }));
    expect(reader.status).toBe(200);
    expect(reader.main).not.toContain(urls.whatIf({ edition: edition.slug }));
    const { rows } = await site.pool.query(`select body from poll_result where poll_id = $1`, [
      poll.id,
    ]);
    expect(JSON.parse(rows[0].body)).toMatchObject({ voters: 2, ballots: 2, blank: 1 });
    // it is nobody's news: letters of results are for budgets
    site.mails.length = 0;
    await site.runJobs();
    expect(site.mails).toHaveLength(0);
  });

  it('R104 is in no list of editions, and of a private space nobody else finds its pages', async () => {
    const made = await makeAdoption(site, { isPrivate: true, componentTitle: 'Vote tournesol' });
    const { edition } = await openVote(site, made);
    const at = { edition: edition.slug };
    const stranger = (await makePerson(site)).client;
    const paths = [
      urls.spaceVote(made.at),
      urls.edition(at),
      urls.vote(at),
      urls.voteReview(at),
      urls.voteIdentity(at),
      urls.results(at),
      urls.verifyResult(at),
      urls.findBallot(at),
      urls.voteProof(at),
      urls.votePoints(at),
      urls.ideas(at),
      urls.projects(at),
      urls.rules(at),
    ];
    for (const path of paths) {
      await stranger.get(path);
      expect(stranger.status, path).toBe(404);
      expect(stranger.main).not.toMatch(/vote tournesol/i);
    }
    for (const path of [urls.home(), urls.editions(), urls.search({ q: 'tournesol' })]) {
      await stranger.get(path);
      expect(stranger.main, path).not.toMatch(/vote tournesol/i);
    }
    const { client } = officer;
    for (const path of [urls.admin(), urls.editions()]) {
      await client.get(path);
      expect(client.main, path).not.toMatch(/vote tournesol/i);
    }
    const movement = await makeMovement(site);
    const foreign = (await makePerson(site, { organisation: movement, roles: ['officer'] })).client;
    for (const path of [
      urls.vote(at),
      urls.adminPoll(at),
      urls.adminRegister(at),
      urls.adminSpaceVote(made.at),
    ]) {
      await foreign.get(path);
      expect(foreign.status, path).toBe(404);
    }
    // those who read it are led from the edition's own address to the space
    await client.get(urls.edition(at));
    expect(client.path).toBe(urls.spaceVote(made.at));
    await client.get(urls.adminEdition(at));
    expect(client.path).toBe(urls.adminSpaceVote(made.at));
    for (const path of [urls.ideas(at), urls.projects(at), urls.adminProjects(at)]) {
      await client.get(path);
      expect(client.status, path).toBe(404);
    }
  });
});
