import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeKind } from '../../../../tests/make/kinds.ts';
import type { MadePoll } from '../../../../tests/make/polls.ts';
import { openTestSite, type SiteClient, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const at = ({ edition }: MadePoll) => ({ edition: edition.slug });
const shown = (client: SiteClient) =>
  [...client.html.matchAll(/data-option="([^"]+)"/g)].map(([, key]) => key!).sort();
const basketOf = (client: SiteClient) => decodeURIComponent(client.cookies.get('panier') ?? '');

describe('one district of several', () => {
  let made: MadePoll;
  beforeAll(async () => {
    made = await makeKind(site, 'districts');
  });

  it('R76 is asked for first, then its projects stand beside those of the whole town', async () => {
    const client = site.visitor();
    await client.get(urls.vote(at(made)));
    expect(client.html).toContain('Choisissez votre quartier');
    expect(shown(client)).toEqual(['1', '4']);
    const [, address] = /href="([^"]*quartier=C[^"]*)"/.exec(client.html)!;
    await client.get(address!);
    expect(client.html).toContain('Votre quartier\u202f: Centre');
    expect(shown(client)).toEqual(['1', '2', '4', '5']);
    // a choice for the whole town keeps the district in view
    const [, action] = /<form method="post" action="([^"]*panier[^"]*)"/.exec(client.html)!;
    await client.post(action!, { ajouter: '1' });
    expect(shown(client)).toEqual(['1', '2', '4', '5']);
  });

  it('changes kindly: says what would be removed, removes nothing by a link', async () => {
    const client = site.visitor();
    for (const ajouter of ['1', '2', '5'])
      await client.post(urls.voteBasket(at(made)), { ajouter });
    await client.get(`${urls.vote(at(made))}?quartier=N`);
    expect(client.html).toContain('Retirer vos 2 choix dans «\u202fCentre\u202f»\u202f?');
    expect(shown(client)).toEqual([]);
    expect(basketOf(client)).toBe('1.2.5');
    await client.post(urls.voteBasket(at(made)), { 'retirer-quartier': 'C', quartier: 'N' });
    expect(basketOf(client)).toBe('1');
    expect(client.html).toContain('Votre quartier\u202f: Nord');
    expect(shown(client)).toEqual(['1', '3', '4']);
  });

  it('does not know another district, and shows none', async () => {
    const client = site.visitor();
    for (const quartier of ['Z', 'V', '__proto__', '<b>', 'C&quartier=N']) {
      await client.get(`${urls.vote(at(made))}?quartier=${encodeURIComponent(quartier)}`);
      expect(client.status).toBe(200);
      expect(client.html).toContain('Choisissez votre quartier');
    }
  });
});

describe('a long list', () => {
  it('is narrowed by theme; what is chosen elsewhere stays chosen', async () => {
    const made = await makeKind(site, 'approval', { size: 13 });
    const client = site.visitor();
    await client.post(urls.voteBasket(at(made)), { ajouter: '02' });
    await client.get(`${urls.vote(at(made))}?theme=Sport`);
    expect(shown(client)).toEqual(['01', '07', '13']);
    expect(client.html).toContain('3 projets affichés sur 13');
    const [, action] = /<form method="post" action="([^"]*panier[^"]*)"/.exec(client.html)!;
    await client.post(action!.replaceAll('&amp;', '&'), { ajouter: '07' });
    expect(client.path).toContain('theme=Sport');
    expect(basketOf(client)).toBe('02.07');
    await client.get(`${urls.vote(at(made))}?theme=Rien`);
    expect(shown(client)).toHaveLength(13);
  });

  it('in one form, the filter sends the answers along', async () => {
    const made = await makeKind(site, 'judgment', { size: 13 });
    const client = site.visitor();
    const note = { 'note-01': '3', 'note-02': '1' };
    await client.post(urls.voteBasket(at(made)), { ...note, vers: 'liste', theme: 'Culture' });
    expect(shown(client)).toEqual(['02', '08']);
    expect(basketOf(client)).toBe('01:3.02:1');
    // what is not shown is not taken back
    await client.post(`${urls.voteBasket(at(made))}?theme=Culture`, {
      'note-02': '',
      'note-08': '0',
    });
    expect(basketOf(client)).toBe('01:3.08:0');
    expect(client.html).toContain('2 projets affichés sur 13');
  });

  it('of a few has no filter', async () => {
    const made = await makeKind(site, 'approval');
    const client = site.visitor();
    await client.get(urls.vote(at(made)));
    expect(client.html).not.toContain('Filtrer la liste');
  });
});

describe('in English', () => {
  it('R133 the words of a ballot are English, plurals and ranks too', async () => {
    const made = await makeKind(site, 'ordinal');
    const client = site.visitor();
    client.cookies.set('langue', 'en');
    await client.get('/langue/en');
    for (const ajouter of ['1', '2', '3'])
      await client.post(urls.voteBasket(at(made)), { ajouter });
    await client.get(urls.vote(at(made)));
    expect(client.html).toContain('3 projects ranked out of 3');
    for (const rank of ['1st choice', '2nd choice', '3rd choice'])
      expect(client.html).toContain(rank);
  });
});
