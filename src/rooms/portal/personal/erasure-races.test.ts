import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeEdition } from '../../../../tests/make/editions.ts';
import { giveSupport, makeIdea } from '../../../../tests/make/ideas.ts';
import { mailsOf } from '../../../../tests/make/mails.ts';
import { makePerson, PASSWORD } from '../../../../tests/make/people.ts';
import { castFor, countRows, makePoll } from '../../../../tests/make/polls.ts';
import { openTestSite, type SiteClient, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { queueLetter } from '../../notifications/index.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const GOOD = { confirmation: 'effacer', 'mot-de-passe-actuel': PASSWORD };
const erase = (client: SiteClient) => client.post(urls.ownDataErasure(), GOOD);

describe('R193 races of an erasure', () => {
  it('two at once are one: one fact, one letter', async () => {
    const { client, id } = await makePerson(site, { password: PASSWORD });
    const mails = await mailsOf(site, async () => {
      await Promise.all([1, 2].map(() => client.send(urls.ownDataErasure(), GOOD)));
    });
    expect(mails).toHaveLength(1);
    const { rowCount } = await site.pool.query(
      `select 1 from fact where kind = 'person.erased' and subject_id = $1`,
      [id],
    );
    expect(rowCount).toBe(1);
  });

  it('a letter that waits is not sent; one that a job writes afterwards is not written', async () => {
    const { client, id, email } = await makePerson(site, { password: PASSWORD });
    const write = () =>
      site.db.transaction().execute((tx) =>
        queueLetter(tx, {
          organisationId: site.organisationId,
          topic: 'followed',
          personId: id,
          isOwed: true,
          address: email,
          locale: 'fr',
          subject: 'Une nouvelle',
          text: 'Bonjour.',
          target: null,
        }),
      );
    const mails = await mailsOf(site, async () => {
      await write();
      await erase(client);
      // the job had read the address before
      await write();
    });
    expect(mails.map(({ subject }) => subject)).toEqual([
      expect.stringContaining('Votre compte est supprimé'),
    ]);
  });

  it('what is written during an erasure waits for its end, and is refused', async () => {
    const { client, id } = await makePerson(site, { password: PASSWORD });
    const edition = await makeEdition(site, { phase: 'collection' });
    const idea = await makeIdea(site, edition);
    const [, late] = await Promise.all([
      client.send(urls.ownDataErasure(), GOOD),
      giveSupport(site, idea.id, id).then(
        () => 'kept',
        () => 'refused',
      ),
    ]);
    const { rowCount } = await site.pool.query(
      'select 1 from idea_support where person_id = $1 and idea_id = $2',
      [id, idea.id],
    );
    expect(rowCount).toBe(late === 'kept' ? 1 : 0);
    await expect(giveSupport(site, (await makeIdea(site, edition)).id, id)).rejects.toThrow();
  });

  it('V1 a vote stays in the box with its line of the roll, and the mailbox does not vote again', async () => {
    const { poll, edition } = await makePoll(site);
    const voter = await makePerson(site, { password: PASSWORD });
    await castFor(site, poll, voter.id, [1]);
    const inBox = async () => {
      const { electors, slots } = await countRows(site, poll);
      return { electors, slots };
    };
    const before = await inBox();
    await erase(voter.client);
    expect(await inBox()).toEqual(before);
    const again = await makePerson(site, { email: voter.email });
    await again.client.get(urls.vote({ edition: edition.slug }));
    expect(await castFor(site, poll, again.id, [2])).toMatchObject({ ok: false });
    expect(await inBox()).toEqual(before);
  });
});
