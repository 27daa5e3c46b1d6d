import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makePerson } from '../../../../tests/make/people.ts';
import { countRows, fillBallot, listSlots } from '../../../../tests/make/polls.ts';
import { HEADINGS, importInto } from '../../../../tests/make/registers.ts';
import {
  cast,
  choose,
  declare,
  openFor,
  proveMailbox,
  provePhone,
} from '../../../../tests/make/voters.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { nextStep } from './steps.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());
beforeEach(() => site.travel(null));

let numbers = 10_000_000;
function newPhone(): string {
  numbers += 1234;
  return `06${numbers}`;
}

describe('what is asked next', () => {
  it('R53 is one thing at a time; of several that are enough, the one that was chosen', () => {
    expect(nextStep([], '')).toEqual({ kind: 'done' });
    const email = { kind: 'prove', method: 'email', others: [] };
    expect(nextStep([['email'], ['sms']], 'sms')).toEqual(email);
    expect(nextStep([['sms', 'code']], '')).toEqual({ kind: 'choose', methods: ['sms', 'code'] });
    const code = { kind: 'prove', method: 'code', others: ['sms'] };
    expect(nextStep([['sms', 'code']], 'code')).toEqual(code);
    expect(nextStep([['sms', 'code']], 'roll')).toMatchObject({ kind: 'choose' });
  });
});

describe('voting without an account', () => {
  it('R53 R69 chooses first, proves a mailbox and declares who one is after, and votes: the choice is never lost', async () => {
    const made = await openFor(site, { required: ['email', 'declaration'], oneOf: [] });
    const at = { edition: made.edition.slug };
    const voter = site.visitor();
    await choose(made, voter);
    await voter.get(urls.voteReview(at));
    expect(voter.html).toContain('Il reste à prouver qui vous êtes');
    await proveMailbox(site, made, voter, 'lea.martin@exemple.fr');
    expect(voter.html).toContain('Déclarer qui vous êtes');
    await declare(made, voter);
    expect(voter.path).toBe(urls.voteReview(at));
    expect(voter.html).toContain('Projet d’essai 1');
    await cast(made, voter);
    expect(voter.path).toBe(urls.voteReceipt(at));
    expect(await listSlots(site, made.poll)).toMatchObject([{ choices: ['1', '2'] }]);
    const { rows } = await site.pool.query('select kind from elector_mark where poll_id = $1', [
      made.poll.id,
    ]);
    expect(rows.map(({ kind }) => kind).sort()).toEqual(['declared', 'mailbox']);
    // nothing of who it was is anywhere
    const { rows: passes } = await site.pool.query('select v::text as words from voter_pass v');
    for (const { words } of passes) expect(words).not.toMatch(/martin|tilleuls|exemple/i);
  });

  it('R53 of a mailbox or a telephone, the forms stand on the page of the choice: no page between', async () => {
    const made = await openFor(site, { required: [], oneOf: ['email', 'sms', 'roll'] });
    const at = { edition: made.edition.slug };
    const voter = site.visitor();
    await choose(made, voter);
    await voter.get(urls.voteIdentity(at));
    const way = urls.voteIdentity(at, { par: 'roll' });
    for (const words of [urls.voteIdentityEmail(at), urls.voteIdentityPhone(at), way])
      expect(voter.html).toContain(`"${words}"`);
    await voter.post(urls.voteIdentityPhone(at), { telephone: newPhone() });
    expect(voter.path).toBe(urls.voteIdentityPhoneCode(at));
  });

  it('R53 V5 a telephone counts once, however it is written and whoever declares', async () => {
    const made = await openFor(site, { required: ['sms', 'declaration'], oneOf: [] });
    const phone = newPhone();
    const first = site.visitor();
    await choose(made, first);
    await provePhone(site, made, first, phone);
    await declare(made, first);
    await cast(made, first);
    const second = site.visitor();
    await choose(made, second);
    await provePhone(site, made, second, phone.replace('0', '+33 (0)'));
    await declare(made, second, { noms: 'Paul Durand', 'naissance-year': '1975' });
    expect(second.html).toContain('Une de vos preuves a déjà servi à voter');
    await second.post(urls.voteCast({ edition: made.edition.slug }), fillBallot(made.poll));
    expect(second.status).toBe(422);
    // and one person, however many telephones
    const third = site.visitor();
    await choose(made, third);
    await provePhone(site, made, third, newPhone());
    await declare(made, third, { noms: 'MARTIN Lea' });
    expect(third.html).toContain('Une de vos preuves a déjà servi à voter');
    expect(await countRows(site, made.poll)).toMatchObject({ electors: 1, slots: 1 });
  });

  it('V5 a browser that voted does not prove itself somebody else, unless everything is erased from it', async () => {
    const made = await openFor(site, { required: ['sms'], oneOf: ['declaration', 'roll'] });
    const at = { edition: made.edition.slug };
    const voter = site.visitor();
    await choose(made, voter);
    await provePhone(site, made, voter, newPhone());
    await declare(made, voter);
    await cast(made, voter);
    await provePhone(site, made, voter, newPhone());
    expect(voter.path).toBe(urls.voteReview(at));
    expect(await countRows(site, made.poll)).toMatchObject({ electors: 1, slots: 1 });
    await voter.post(urls.voteIdentityForget(at), {});
    await voter.get(urls.voteReceipt(at));
    expect(voter.html).not.toContain('Votre code de suivi');
  });

  it('V5 a mailbox counts once, behind its aliases and behind an account', async () => {
    const made = await openFor(site, { required: ['email'], oneOf: ['declaration'] });
    const person = await makePerson(site, { email: 'camille.roy@gmail.com' });
    await choose(made, person.client);
    await cast(made, person.client);
    const voter = site.visitor();
    await choose(made, voter, [3]);
    await proveMailbox(site, made, voter, 'camilleroy+vote@gmail.com');
    await declare(made, voter, { noms: 'Durand Camille' });
    // the same mailbox: the same line, whose ballot may be replaced
    expect(voter.html).toContain('remplace');
    await cast(made, voter);
    expect(await listSlots(site, made.poll)).toMatchObject([{ choices: ['3'], revision: 2 }]);
  });

  it('V5 who declares is one person, with an account and without', async () => {
    const made = await openFor(site, { required: ['declaration'], oneOf: ['email', 'sms'] });
    const person = await makePerson(site, { name: 'Léa Martin', birthDate: '1980-05-17' });
    await choose(made, person.client);
    await cast(made, person.client);
    const voter = site.visitor();
    await choose(made, voter);
    await declare(made, voter, { noms: 'MARTIN Lea' });
    await provePhone(site, made, voter, newPhone());
    // the same line: it may be replaced, and never doubled
    await cast(made, voter);
    expect(await countRows(site, made.poll)).toMatchObject({ electors: 1, slots: 1 });
  });

  it('R69 W17 is old enough on the day; nobody is born tomorrow, nor in 1826', async () => {
    const made = await openFor(site, { required: ['email', 'declaration'], oneOf: [] });
    const voter = site.visitor();
    await choose(made, voter);
    await proveMailbox(site, made, voter, 'jeune@exemple.fr');
    for (const [year, words] of [
      ['2090', 'pas encore passée'],
      ['1826', 'trop ancienne'],
    ] as const) {
      await declare(made, voter, { 'naissance-year': year });
      expect(voter.status).toBe(422);
      expect(voter.html).toContain(words);
    }
    await declare(made, voter, {
      'naissance-day': '29',
      'naissance-month': '2',
      'naissance-year': '2011',
    });
    expect(voter.html).toContain('n’existe pas');
    await declare(made, voter, { 'naissance-year': String(new Date().getFullYear() - 12) });
    expect(voter.html).toContain('16 ans');
    await voter.post(urls.voteCast({ edition: made.edition.slug }), fillBallot(made.poll));
    expect(voter.status).toBe(422);
    expect(await countRows(site, made.poll)).toMatchObject({ electors: 0, slots: 0 });
  });

  it('R53 R191 finds oneself on the register, by name and birth date, once', async () => {
    const made = await openFor(site, { required: ['roll'], oneOf: [] });
    const at = { edition: made.edition.slug };
    await importInto(site, made.edition, `${HEADINGS}\nLe Goff;Anne Marie;31/08/1951\n`);
    const claim = {
      nom: 'LE GOFF',
      prenom: 'anne-marie',
      'naissance-day': '31',
      'naissance-month': '8',
      'naissance-year': '1951',
      numero: '',
    };
    const voter = site.visitor();
    await choose(made, voter);
    await voter.post(urls.voteIdentityRegister(at), { ...claim, 'naissance-year': '1952' });
    expect(voter.status).toBe(422);
    expect(voter.html).toContain('Nous ne vous trouvons pas');
    await voter.post(urls.voteIdentityRegister(at), claim);
    await cast(made, voter);
    expect(voter.path).toBe(urls.voteReceipt(at));
    const again = site.visitor();
    await choose(made, again, [4]);
    await again.post(urls.voteIdentityRegister(at), claim);
    await cast(made, again);
    expect(await countRows(site, made.poll)).toMatchObject({ electors: 1, slots: 1 });
  });

  it('W10 a code by mail that nobody types is forgotten, and says nothing of whose it was', async () => {
    const made = await openFor(site, { required: ['email'], oneOf: [] });
    // those that codes by SMS have queued would do as well
    await site.pool.query(
      `select graphile_worker.complete_jobs(array_agg(id)) from graphile_worker.jobs
        where task_identifier = 'forget-contact-codes'`,
    );
    await site
      .visitor()
      .post(urls.voteIdentityEmail({ edition: made.edition.slug }), { courriel: 'lou@exemple.fr' });
    const codes = () =>
      site.pool.query('select c::text as words from contact_code c where poll_id = $1', [
        made.poll.id,
      ]);
    const [kept] = (await codes()).rows;
    expect(kept.words).not.toContain('lou');
    const { rows } = await site.pool.query(
      `select count(*)::int as rounds from graphile_worker.jobs where task_identifier = 'forget-contact-codes'`,
    );
    expect(rows[0].rounds).toBeGreaterThan(0);
    site.travel('20 minutes');
    await site.pool.query(
      `select graphile_worker.reschedule_jobs(array_agg(id), run_at => now())
        from graphile_worker.jobs where task_identifier = 'forget-contact-codes'`,
    );
    await site.runJobs();
    expect((await codes()).rows).toEqual([]);
  });

  it('W10 names are not tried by the hundred', async () => {
    const made = await openFor(site, { required: ['roll'], oneOf: [] });
    const robot = site.visitor();
    const claim = {
      nom: 'Durand',
      prenom: 'A',
      'naissance-day': '1',
      'naissance-month': '1',
      'naissance-year': '1970',
      numero: '',
    };
    const seen: number[] = [];
    for (let guess = 0; guess < 22; guess += 1) {
      await robot.post(urls.voteIdentityRegister({ edition: made.edition.slug }), claim);
      seen.push(robot.status);
    }
    expect(seen.filter((status) => status === 429).length).toBeGreaterThan(0);
  });

  it('asks for an account where the règlement says so', async () => {
    const made = await openFor(site, { required: ['email'], oneOf: ['declaration'] });
    expect(made.poll.settings.admission.withoutAccount).toBe(true);
    const usual = await openFor(site, { required: ['email', 'sms'], oneOf: [] });
    const person = await makePerson(site);
    await choose(usual, person.client);
    await person.client.get(urls.voteReview({ edition: usual.edition.slug }));
    expect(person.client.html).toContain('Il reste à prouver qui vous êtes');
    await provePhone(site, usual, person.client, newPhone());
    await cast(usual, person.client);
    expect(await countRows(site, usual.poll)).toMatchObject({ electors: 1, slots: 1 });
  });
});
