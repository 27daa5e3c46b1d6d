import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { confirmRule, listRules, rulesOf } from '../../../../tests/make/invalidations.ts';
import { type MadePerson, makePerson } from '../../../../tests/make/people.ts';
import { fillBallot, listFields, listSlots } from '../../../../tests/make/polls.ts';
import { importInto } from '../../../../tests/make/registers.ts';
import { choose, openFor } from '../../../../tests/make/voters.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';

let site: TestSite;
let first: MadePerson;
let second: MadePerson;
beforeAll(async () => {
  site = await openTestSite();
  first = await makePerson(site, { roles: ['officer'] });
  second = await makePerson(site, { roles: ['officer'] });
});
afterAll(() => site.close());

const REASON = 'Ces noms ont été inventés : plainte déposée.';

describe('lines taken off the register', () => {
  const claim = {
    nom: 'LE GOFF',
    prenom: 'Anne Marie',
    'naissance-day': '31',
    'naissance-month': '8',
    'naissance-year': '1951',
    numero: '',
  };

  it('Chełm: made-up names under valid numbers are refused, whether they voted or not; who contests votes again', async () => {
    const made = await openFor(site, { required: ['roll'], oneOf: [] });
    const at = { edition: made.edition.slug };
    await importInto(
      site,
      made.edition,
      `Nom;Prénom;Date de naissance;Numéro d’adhérent\nLe Goff;Anne Marie;31/08/1951;12\nNova;Jan;01/02/1980;13\n`,
    );
    const voter = site.visitor();
    await choose(made, voter);
    await voter.post(urls.voteIdentityRegister(at), claim);
    await voter.get(urls.voteReview(at));
    await voter.post(urls.voteCast(at), listFields(voter.html, urls.voteCast(at)));
    expect(voter.path).toBe(urls.voteReceipt(at));

    const { client } = first;
    await client.post(rulesOf(made), { regle: 'entries', numeros: '12\n13', motif: REASON });
    expect(client.main).toContain('Lignes de l’émargement</dt><dd>2');
    await client.post(rulesOf(made), listFields(client.html, rulesOf(made)));
    const id = await confirmRule(site, second.client, made, { accord: 'oui' });
    expect(await listRules(site, made)).toMatchObject([
      { lines: 2, ballots: 1, outcome: 'confirmed' },
    ]);
    const { rows } = await site.pool.query(
      'select marks, rule from poll_invalidation where id = $1',
      [id],
    );
    expect(rows).toEqual([{ marks: [], rule: { kind: 'entries' } }]);

    await choose(made, voter, [2]);
    await voter.get(urls.voteReview(at));
    expect(voter.main).toContain('Votre vote a été déclaré invalide');
    await voter.post(urls.voteCast(at), fillBallot(made.poll));
    expect(voter.status).toBe(422);
    const other = site.visitor();
    await choose(made, other);
    await other.post(urls.voteIdentityRegister(at), {
      ...claim,
      nom: 'Nova',
      prenom: 'Jan',
      'naissance-day': '1',
      'naissance-month': '2',
      'naissance-year': '1980',
    });
    await other.post(urls.voteCast(at), fillBallot(made.poll));
    expect(other.status).toBe(422);
    expect(await listSlots(site, made.poll)).toEqual([]);

    const restore = urls.adminPollRestoreVoter({ ...at, invalidation: id });
    await client.post(restore, {});
    expect(client.main).toContain('Indiquez un numéro ou une adresse');
    await client.post(restore, { numero: '99' });
    expect(client.main).toContain('Aucun vote déclaré invalide ne correspond');
    await client.post(restore, { numero: '12' });
    expect(client.html).toContain('Cette personne peut voter de nouveau');
    expect(await listRules(site, made)).toMatchObject([{ restored: 1 }]);
    await voter.get(urls.voteReview(at));
    await voter.post(urls.voteCast(at), listFields(voter.html, urls.voteCast(at)));
    expect(voter.path).toBe(urls.voteReceipt(at));
    expect(await listSlots(site, made.poll)).toHaveLength(1);
  });
});
