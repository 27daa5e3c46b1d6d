import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listFactsAbout } from '../../../../tests/make/editions.ts';
import { mailsOf } from '../../../../tests/make/mails.ts';
import { makeMeeting } from '../../../../tests/make/meetings.ts';
import { type MadePerson, makePerson } from '../../../../tests/make/people.ts';
import { type MadeRealisation, makeRealisation } from '../../../../tests/make/realisations.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { recordStep } from '../realisation-writing.store.ts';
import { listVolunteers } from './committee.store.ts';
import { checkOffer, LONGEST_OFFER, takesHelp, takesVolunteers } from './help.ts';
import { listOffers } from './offer.store.ts';

let site: TestSite;
let officer: MadePerson;
let resident: MadePerson;
let made: MadeRealisation;
beforeAll(async () => {
  site = await openTestSite();
  officer = await makePerson(site, { roles: ['officer'] });
});
afterAll(() => site.close());
beforeEach(async () => {
  resident = await makePerson(site);
  made = await makeRealisation(site);
});

const at = () => ({ edition: made.edition.slug, project: made.project });
const offers = () => listOffers(site.db, site.organisationId, made.realisationId);
const committee = () => listVolunteers(site.db, site.organisationId, made.realisationId);
const words = { helps: ['time', 'tools'], body: 'Un samedi et une remorque.' };

async function deliver() {
  for (const stage of ['study', 'procurement', 'works', 'delivered'] as const)
    await recordStep(site.db, site.organisationId, made.realisationId, {
      ...{ stage, title: '', description: '', doneOn: '2026-02-01' },
    });
}

describe('R60 R82 offers of help', () => {
  it('R82 the rules: something is chosen and said; what is delivered or abandoned needs none', () => {
    expect(checkOffer({ helps: [], body: '' })).toEqual({
      helps: 'nothing-chosen',
      body: 'missing',
    });
    expect(checkOffer({ helps: ['time'], body: 'a'.repeat(LONGEST_OFFER) })).toEqual({});
    expect(checkOffer({ helps: ['time'], body: 'a'.repeat(LONGEST_OFFER + 1) })).toEqual({
      body: 'too-long',
    });
    expect(takesHelp({ stage: 'works', halted: 'suspended' })).toBe(true);
    expect(takesHelp({ stage: 'works', halted: 'abandoned' })).toBe(false);
    expect(takesHelp({ stage: 'delivered', halted: null })).toBe(false);
    expect(takesVolunteers({ stage: 'delivered', halted: null })).toBe(true);
    expect(takesVolunteers({ stage: 'inaugurated', halted: null })).toBe(false);
  });

  it('R82 offered, read by the office alone, answered once by a letter, withdrawn without a trace', async () => {
    const { client } = resident;
    await client.get(urls.delivery(at()));
    expect(client.main).toContain('Proposer mon aide');
    await client.post(urls.deliveryHelp(at()), { body: 'Rien de coché.' });
    expect(client.status).toBe(422);
    expect(client.main).toContain('Choisissez au moins une ligne');
    expect(client.main).toContain('Rien de coché.');
    const asked = await mailsOf(site, () => client.post(urls.deliveryHelp(at()), words));
    expect(asked.map(({ to }) => to)).toEqual([officer.email]);
    expect(asked[0]!.text).toContain('Un samedi et une remorque.');
    expect(client.main).toContain('Pas encore de réponse');
    const visitor = site.visitor();
    await visitor.get(urls.delivery(at()));
    expect(visitor.main).not.toContain('remorque');

    await officer.client.get(urls.adminDeliveryPeople(at()));
    expect(officer.client.main).toContain('Du temps, du matériel');
    const [offer] = await offers();
    const path = urls.adminOffer({ ...at(), offer: offer!.id });
    await officer.client.post(path, { answer: '' });
    expect(officer.client.status).toBe(422);
    const answered = await mailsOf(site, () =>
      officer.client.post(path, { answer: 'Merci : samedi 9 h, place de la Halle.' }),
    );
    expect(answered.map(({ to }) => to)).toEqual([resident.email]);
    expect(answered[0]!.text).toContain('samedi 9 h');
    await officer.client.post(path, { answer: 'Une autre réponse.' });
    expect(officer.client.status, 'somebody answered already').toBe(409);
    expect(officer.client.main).toContain('Une autre réponse.');
    const facts = await listFactsAbout(site, made.realisationId);
    expect(JSON.stringify(facts)).not.toContain(resident.id);

    await client.get(urls.deliveryHelp(at()));
    expect(client.main).toContain('samedi 9 h');
    await client.post(urls.deliveryHelpWithdraw(at()));
    expect(await offers()).toEqual([]);
  });

  it('R82 one hundred offers of one person at once leave one, and one letter', async () => {
    const mails = await mailsOf(site, () =>
      Promise.all(
        Array.from({ length: 100 }, () => resident.client.send(urls.deliveryHelp(at()), words)),
      ),
    );
    expect(await offers()).toHaveLength(1);
    expect(mails).toHaveLength(1);
  });

  it('R82 what is delivered takes no more of them; an offer of another realisation is not there', async () => {
    await deliver();
    await resident.client.get(urls.delivery(at()));
    expect(resident.client.main).not.toContain('Proposer mon aide');
    await resident.client.post(urls.deliveryHelp(at()), words);
    expect(resident.client.status).toBe(422);
    expect(resident.client.main).toContain('Un samedi et une remorque.');
    expect(await offers()).toEqual([]);
    const other = await makeRealisation(site);
    await resident.client.post(
      urls.deliveryHelp({ edition: other.edition.slug, project: other.project }),
      words,
    );
    const [theirs] = await listOffers(site.db, site.organisationId, other.realisationId);
    const path = urls.adminOffer({ ...at(), offer: theirs!.id });
    expect((await officer.client.send(path, { answer: 'Non' })).status).toBe(404);
  });
});

describe('R60 the monitoring committee', () => {
  it('R60 asked, accepted, counted in public, named to its members; left without a trace', async () => {
    const { client } = resident;
    const asked = await mailsOf(site, () => client.post(urls.deliveryCommittee(at())));
    expect(asked.map(({ to }) => to)).toEqual([officer.email]);
    expect(client.main).toContain('La mairie a reçu votre candidature');
    expect((await client.send(urls.deliveryTeam(at()))).status).toBe(404);
    const path = urls.adminVolunteer({ ...at(), person: resident.id });
    const accepted = await mailsOf(site, () => officer.client.post(path, { act: 'accept' }));
    expect(accepted.map(({ to }) => to)).toEqual([resident.email]);
    const visitor = site.visitor();
    await visitor.get(urls.delivery(at()));
    expect(visitor.main).toContain('Le comité de suivi compte 1 membre.');
    expect(visitor.main).not.toContain(resident.nickname);
    await client.get(urls.deliveryTeam(at()));
    expect(client.main).toContain(resident.nickname);
    expect(client.main, 'offers are the team’s').not.toContain('Offres d’aide');
    await client.post(urls.deliveryCommitteeLeave(at()));
    expect(await committee()).toEqual([]);
    expect((await client.send(urls.deliveryTeam(at()))).status).toBe(404);
  });

  it('R60 fifty askings and fifty acceptances at once leave one place and one letter each', async () => {
    const fifty = (send: () => Promise<unknown>) =>
      mailsOf(site, () => Promise.all(Array.from({ length: 50 }, send)));
    expect(await fifty(() => resident.client.send(urls.deliveryCommittee(at()), {}))).toHaveLength(
      1,
    );
    const path = urls.adminVolunteer({ ...at(), person: resident.id });
    expect(await fifty(() => officer.client.send(path, { act: 'accept' }))).toHaveLength(1);
    expect(await committee()).toHaveLength(1);
    const declined = await mailsOf(site, () => officer.client.post(path, { act: 'decline' }));
    expect(declined[0]!.text).toContain('Merci de l’intérêt');
    expect(await committee()).toEqual([]);
  });

  it('R60 invited to a meeting about it once each, later members too; not to one that has begun', async () => {
    const join = async () => {
      const one = await makePerson(site);
      await one.client.post(urls.deliveryCommittee(at()));
      await officer.client.post(urls.adminVolunteer({ ...at(), person: one.id }), {
        act: 'accept',
      });
      return one;
    };
    const first = await join();
    await resident.client.post(urls.deliveryCommittee(at()));
    const about = {
      editionId: made.edition.id,
      target: { kind: 'realisation', id: made.realisationId },
    } as const;
    const meeting = await makeMeeting(site, { ...about, title: 'Visite du chantier' });
    const begun = await makeMeeting(site, { ...about, inHours: -1 });
    const elsewhere = await makeMeeting(site);
    const invite = (id: string) =>
      mailsOf(site, () => officer.client.post(urls.adminInviteCommittee(at()), { meeting: id }));
    const told = await invite(meeting.id);
    expect(
      told.map(({ to }) => to),
      'not those who wait',
    ).toEqual([first.email]);
    expect(told[0]!.text).toContain('Visite du chantier');
    expect(told[0]!.text).toContain(urls.meeting({ meeting: String(meeting.number) }));
    expect(await invite(meeting.id)).toEqual([]);
    const second = await join();
    expect((await invite(meeting.id)).map(({ to }) => to)).toEqual([second.email]);
    expect(await invite(begun.id)).toEqual([]);
    expect(officer.client.status).toBe(422);
    const path = urls.adminInviteCommittee(at());
    expect((await officer.client.send(path, { meeting: elsewhere.id })).status).toBe(404);
    expect((await resident.client.send(path, { meeting: meeting.id })).status).toBe(403);
    const visitor = site.visitor();
    await visitor.get(urls.delivery(at()));
    expect(visitor.main).toContain('Visite du chantier');
    expect(visitor.main).toContain('#inscription');
  });
});
