import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePerson } from '../../../tests/make/people.ts';
import { type MadeRealisation, makeRealisation } from '../../../tests/make/realisations.ts';
import { makeTestimony } from '../../../tests/make/testimonies.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';
import { answerOffer, findOfferOf, settleVolunteer } from '../delivery/index.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const act = () => ({ organisationId: site.organisationId, by: null });
const at = ({ edition, project }: MadeRealisation) => ({ edition: edition.slug, project });
const named = ({ realisationId, project, title }: MadeRealisation) => ({
  ...{ realisationId, title },
  number: project,
});
/** The section of one's own page about realisations, without tags. */
const wordsOf = (html: string) => {
  const from = html.indexOf('Ma part aux réalisations');
  if (from < 0) return null;
  const words = html.slice(from, html.indexOf('Courriels reçus', from)).replaceAll(/<[^>]+>/g, ' ');
  return words.replaceAll(/\s+/g, ' ');
};

describe('R60 R85 one’s own part in realisations', () => {
  it('R60 a town without a realisation does not speak of it; an empty one says how to take part', async () => {
    const other = await openTestSite();
    const newcomer = await makePerson(other);
    await newcomer.client.get(urls.mySpace());
    expect(wordsOf(newcomer.client.main)).toBeNull();
    await other.close();
    await makeRealisation(site);
    const { client } = await makePerson(site);
    await client.get(urls.mySpace());
    expect(wordsOf(client.main)).toContain('rejoignez son comité de suivi');
    expect(client.main).toContain(`href="${urls.globalDelivery()}"`);
  });

  it('R60 R85 help, a place in a committee and a testimony stand there with where each is, for nobody else', async () => {
    const made = await makeRealisation(site, { title: 'Un kiosque à musique' });
    const [person, other] = [await makePerson(site), await makePerson(site)];
    const { client } = person;
    await client.post(urls.deliveryHelp(at(made)), { helps: ['time'], body: 'Un samedi.' });
    await client.post(urls.deliveryCommittee(at(made)));
    await makeTestimony(site, made, person.id, { settled: 'returned' });
    await client.get(urls.mySpace());
    const before = wordsOf(client.main)!;
    expect(before).toContain('Mon aide · Un kiosque à musique En attente de réponse');
    expect(before).toContain('Comité de suivi · Un kiosque à musique En attente de réponse');
    expect(before).toContain('Mon témoignage · Un kiosque à musique À reprendre');
    for (const address of [urls.deliveryHelp, urls.deliveryCommittee, urls.deliveryTestimony])
      expect(client.main).toContain(`href="${address(at(made))}"`);

    expect(client.main, 'it waits for its author').toContain('Lire ce qui est à changer');

    const { organisationId } = site;
    const offer = await findOfferOf(site.db, organisationId, made.realisationId, person.id);
    await answerOffer(site.db, act(), named(made), offer!.id, 'Oui, merci !');
    await settleVolunteer(site.db, act(), named(made), person.id, 'accept');
    await makeTestimony(site, made, person.id, {});
    await client.get(urls.mySpace());
    const after = wordsOf(client.main)!;
    expect(after).toContain('Mon aide · Un kiosque à musique La mairie a répondu');
    expect(after).toContain('Comité de suivi · Un kiosque à musique Vous en êtes membre');
    expect(after).toContain('Mon témoignage · Un kiosque à musique En ligne');
    expect(client.main).not.toContain('Lire ce qui est à changer');
    expect(client.main).toContain(`href="${urls.deliveryTeam(at(made))}"`);
    await other.client.get(urls.mySpace());
    expect(other.client.main).not.toContain('Un kiosque à musique');

    // what is taken back is deleted, and is there no more
    await client.post(urls.deliveryHelpWithdraw(at(made)));
    await client.post(urls.deliveryCommitteeLeave(at(made)));
    await client.get(urls.mySpace());
    expect(wordsOf(client.main)).not.toMatch(/Mon aide|Comité de suivi/);
  });
});
