import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeBatch, printedCodes } from '../../../../tests/make/codes.ts';
import { makePerson } from '../../../../tests/make/people.ts';
import { countRows, listSlots } from '../../../../tests/make/polls.ts';
import { plainPdf } from '../../../../tests/make/proofs.ts';
import { HEADINGS, importInto } from '../../../../tests/make/registers.ts';
import { cast, choose, openFor } from '../../../../tests/make/voters.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

describe('a personal code', () => {
  it('R53 V5 votes once, as it is read aloud; nobody else votes with it, before or after', async () => {
    const made = await openFor(site, { required: ['code'], oneOf: [] });
    const at = { edition: made.edition.slug };
    const [code = '', other = ''] = await printedCodes(
      site,
      await makeBatch(site, made.edition, { anonymous: 3 }),
    );
    const voter = site.visitor();
    await choose(made, voter);
    await voter.post(urls.voteIdentityCode(at), { 'code-personnel': 'AAAAA-AAAAA-A' });
    expect(voter.status).toBe(422);
    await voter.post(urls.voteIdentityCode(at), {
      'code-personnel': code.toLowerCase().replaceAll('-', ' '),
    });
    await cast(made, voter);
    expect(voter.path).toBe(urls.voteReceipt(at));
    const finder = site.visitor();
    await choose(made, finder, [4]);
    await finder.post(urls.voteIdentityCode(at), { 'code-personnel': code });
    expect(finder.status).toBe(422);
    expect(finder.html).toContain('Ce code a déjà servi à voter');
    // its own voter may still change their mind, where they voted
    await choose(made, voter, [3]);
    await cast(made, voter);
    expect(await listSlots(site, made.poll)).toMatchObject([{ choices: ['3'], revision: 2 }]);
    await finder.post(urls.voteIdentityCode(at), { 'code-personnel': other });
    await cast(made, finder);
    expect(await countRows(site, made.poll)).toMatchObject({ electors: 2, slots: 2 });
  });

  it('R53 R69 V5 a letter to somebody of the register: the code and the name are one person', async () => {
    const made = await openFor(site, { required: [], oneOf: ['code', 'roll'] });
    const at = { edition: made.edition.slug };
    const rows =
      'Roy;Anaïs;01/02/1960;4 rue Basse;12000;Fleury\nBon;Théo;03/04/2019;4 rue Basse;12000;Fleury';
    await importInto(site, made.edition, `${HEADINGS};Adresse;Code postal;Commune\n${rows}\n`);
    const codes = await printedCodes(site, await makeBatch(site, made.edition));
    expect(codes).toHaveLength(2);
    const outcomes: string[] = [];
    for (const code of codes) {
      const voter = site.visitor();
      await choose(made, voter);
      await voter.post(urls.voteIdentityCode(at), { 'code-personnel': code });
      outcomes.push(voter.html.includes('16 ans') ? 'young' : 'may vote');
      if (outcomes.at(-1) === 'may vote') await cast(made, voter);
    }
    expect(outcomes.sort()).toEqual(['may vote', 'young']);
    const again = site.visitor();
    await choose(made, again);
    await again.post(urls.voteIdentityRegister(at), {
      nom: 'Roy',
      prenom: 'Anaïs',
      'naissance-day': '1',
      'naissance-month': '2',
      'naissance-year': '1960',
      numero: '',
    });
    await cast(made, again);
    expect(await countRows(site, made.poll)).toMatchObject({ electors: 1, slots: 1 });
  });
});

describe('a document', () => {
  it('R53 is sent without an account, looked at by an officer, and opens the vote in the browser that sent it', async () => {
    const made = await openFor(site, { required: ['proof'], oneOf: [] });
    const at = { edition: made.edition.slug };
    const officer = await makePerson(site, { roles: ['officer'] });
    const voter = site.visitor();
    await choose(made, voter);
    const sent = {
      noms: 'Inès Caron',
      'naissance-day': '8',
      'naissance-month': '9',
      'naissance-year': '1988',
      adresse: '1 place du Marché',
      courriel: '',
      document: plainPdf(),
    };
    await voter.post(urls.voteIdentityProof(at), { ...sent, noms: '' });
    expect(voter.status).toBe(422);
    await voter.post(urls.voteIdentityProof(at), sent);
    expect(voter.html).toContain('Votre document est bien reçu');
    expect(voter.path).toContain(urls.voteIdentity(at));
    await officer.client.get(urls.adminProofs(at));
    const [path = ''] =
      /\/administration\/editions\/[^"]+\/justificatifs\/[0-9a-f-]{36}/.exec(officer.client.html) ??
      [];
    await officer.client.post(path, { decision: 'accepter' });
    await site.runJobs();
    await cast(made, voter);
    expect(voter.path).toBe(urls.voteReceipt(at));
    const stranger = site.visitor();
    await choose(made, stranger);
    await stranger.get(urls.voteReview(at));
    expect(stranger.html).toContain('Il reste à prouver qui vous êtes');
    expect(await countRows(site, made.poll)).toMatchObject({ electors: 1, slots: 1 });
  });
});
