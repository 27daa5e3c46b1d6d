import { afterAll, beforeAll, expect, it } from 'vitest';
import { makePerson } from '../../../../tests/make/people.ts';
import { countRows } from '../../../../tests/make/polls.ts';
import {
  addProvider,
  type MadeProvider,
  passThrough,
  type RealProvider,
  startProvider,
} from '../../../../tests/make/providers.ts';
import { cast, choose, declare, openFor } from '../../../../tests/make/voters.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';

let site: TestSite;
let peer: RealProvider;
let provider: MadeProvider;
beforeAll(async () => {
  site = await openTestSite();
  peer = await startProvider();
  provider = await addProvider(site, peer.issuer);
  peer.register('palabre', `http://localhost${urls.providerReturn({ provider: provider.id })}`);
  peer.people.set('gus', { given_name: 'Gus', family_name: 'Martin', birthdate: '2001-02-28' });
  peer.people.set('mia', { given_name: 'Mia', family_name: 'Roy', birthdate: '2020-02-28' });
});
afterAll(async () => {
  await peer.close();
  await site.close();
});

it('R105 V5 votes with an identity proven elsewhere, once, of age, and turns back without harm', async () => {
  const made = await openFor(site, { required: ['provider'], oneOf: [] });
  const at = { edition: made.edition.slug };
  const there = urls.voteIdentityProvider({ ...at, provider: provider.id });
  const prove = async (login: string | null, client = site.visitor()) => {
    await choose(made, client);
    await client.get(there);
    return client.get(await passThrough(client.leftFor, login));
  };
  const turned = await prove(null);
  expect(turned.path).toContain(urls.voteIdentity(at));
  expect(turned.html).toContain('Vous n’avez pas prouvé votre identité');
  const young = await prove('mia');
  expect(young.html).toContain('16 ans');
  // the town asks where one lives, which a provider does not say
  const voter = await prove('gus');
  expect(voter.path).toBe(urls.voteIdentity(at));
  expect(voter.html).toContain('Déclarer qui vous êtes');
  await declare(made, voter, { noms: 'Gus Martin', 'naissance-year': '2001' });
  await cast(made, voter);
  expect(voter.path).toBe(urls.voteReceipt(at));
  const again = await prove('gus');
  await declare(made, again, { noms: 'Gustave Martin', 'naissance-year': '2001' });
  expect(again.html).toContain('Une de vos preuves a déjà servi à voter');
  expect(await countRows(site, made.poll)).toMatchObject({ electors: 1, slots: 1 });
});

it('R105 an account linked to a provider has proven it', async () => {
  const made = await openFor(site, { required: ['email', 'provider'], oneOf: [] });
  const person = await makePerson(site);
  await choose(made, person.client);
  await person.client.get(urls.voteReview({ edition: made.edition.slug }));
  expect(person.client.html).toContain('Il reste à prouver qui vous êtes');
  await site.pool.query(
    `insert into linked_identity (organisation_id, provider_id, person_id, issuer, subject)
      values ($1, $2, $3, $4, 'lou')`,
    [site.organisationId, provider.id, person.id, peer.issuer],
  );
  await cast(made, person.client);
  expect(await countRows(site, made.poll)).toMatchObject({ electors: 1, slots: 1 });
});
