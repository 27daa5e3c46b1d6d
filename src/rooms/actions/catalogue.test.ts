import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type LedGroup,
  makeLedGroup,
  makeOpenFund,
  makePublishedAction,
} from '../../../tests/make/commitment.ts';
import { makePause } from '../../../tests/make/contact.ts';
import { type MadeMovement, makeMovement } from '../../../tests/make/group.ts';
import { makePerson } from '../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';
import type { Fund } from '../funds/index.ts';
import { liftPause } from '../organisations/pauses/pause.store.ts';
import { findActionById } from './action.store.ts';
import type { Action } from './action.ts';
import { actionSegment } from './action-address.ts';
import { catalogue, listCatalogue } from './catalogue.store.ts';
import { NO_FILTER } from './catalogue.ts';
import { eraseSupports } from './support.store.ts';

let site: TestSite;
let movement: MadeMovement;
let one: LedGroup;
let other: LedGroup;
let fund: Fund;
beforeAll(async () => {
  site = await openTestSite();
  movement = await makeMovement(site);
  one = await makeLedGroup(site, movement, { county: '42' });
  other = await makeLedGroup(site, movement, { county: '69' });
  fund = await makeOpenFund(site, movement);
}, 60_000);
afterAll(() => site.close());

const hrefOf = (of: Fund, action: Action) =>
  urls.fundAction({ fund: of.slug, action: actionSegment(action) });

describe('the catalogue', () => {
  it('R13 R29 finds without accents, by type, state, budget and county; shows budget, type and 0/5', async () => {
    const make = (
      by: LedGroup,
      title: string,
      kind: 'union' | 'solidarity',
      maximum: number,
      days: number,
    ) => makePublishedAction(site, movement, fund, by, { title, kind, maximum, days });
    await make(one, 'Élagage solidaire', 'solidarity', 9_000, 9);
    await make(other, 'Pétition au marché', 'union', 28_000, 1);
    const reader = site.visitor(movement.host);
    const listed = async (query: Record<string, string>) => {
      await reader.get(urls.fundActions({ fund: fund.slug }, query));
      return ['Élagage solidaire', 'Pétition au marché'].filter((title) =>
        reader.main.includes(title),
      );
    };
    expect(await listed({})).toHaveLength(2);
    expect(reader.main).toContain('0/5');
    expect(reader.main).toContain('encore 5 groupes');
    expect(reader.main).toContain('Action syndicale');
    expect(reader.main).toMatch(/280.€/);
    expect(await listed({ q: 'elagages' })).toEqual(['Élagage solidaire']);
    expect(await listed({ type: 'syndicale' })).toEqual(['Pétition au marché']);
    expect(await listed({ budget: '100' })).toEqual(['Élagage solidaire']);
    expect(await listed({ departement: '69' })).toEqual(['Pétition au marché']);
    expect(await listed({ statut: 'financable' })).toEqual([]);
    expect(await listed({ statut: 'cherche-des-groupes', type: 'solidarite' })).toEqual([
      'Élagage solidaire',
    ]);
  });

  it('R16 stands in the order of publication whatever the commitments, page after page', async () => {
    const own = await makeOpenFund(site, movement);
    const made: string[] = [];
    for (let days = 1; days <= 5; days += 1) {
      const { id } = await makePublishedAction(site, movement, own, one, { days });
      made.push(id);
      await site.pool.query('update fund_action set commitments = $2 where id = $1', [id, days]);
    }
    const list = (after: string | null) =>
      listCatalogue(
        site.db,
        movement.id,
        own.id,
        { ...NO_FILTER, after },
        { groupIds: null, limit: 2 },
      );
    const first = await list(null);
    const second = await list(first.next);
    const third = await list(second.next);
    const ids = [first, second, third].flatMap(({ actions }) => actions.map(({ id }) => id));
    expect(ids).toEqual(made);
    expect(third.next).toBeNull();
  });

  it('R29 the catalogue is read from its index', async () => {
    const plan = await site.db.transaction().execute(async (tx) => {
      const { sql } = await import('kysely');
      await sql`set local enable_seqscan = off`.execute(tx);
      await sql`set local enable_sort = off`.execute(tx);
      return catalogue(tx, movement.id, fund.id).limit(19).explain('text');
    });
    const words = JSON.stringify(plan);
    expect(words).toContain('fund_action_in_catalogue');
    expect(words).not.toContain('Sort');
  });

  it('R13 is shown to certified groups, to members or to everybody, as the fund says; others are told why', async () => {
    const outsider = await makePerson(site, { organisation: movement });
    const visits = {
      nobody: site.visitor(movement.host),
      member: outsider.client,
      certified: one.lead.client,
    };
    const expected = {
      'certified-groups': { nobody: 403, member: 403, certified: 200 },
      members: { nobody: 403, member: 200, certified: 200 },
      public: { nobody: 200, member: 200, certified: 200 },
    } as const;
    for (const visibleTo of ['certified-groups', 'members', 'public'] as const) {
      const own = await makeOpenFund(site, movement, { visibleTo });
      const action = await makePublishedAction(site, movement, own, other);
      for (const who of ['nobody', 'member', 'certified'] as const) {
        const status = expected[visibleTo][who];
        const paths = [urls.fundActions({ fund: own.slug }), hrefOf(own, action)];
        for (const path of paths) expect(await visits[who].get(path)).toMatchObject({ status });
        if (status === 403) expect(visits[who].main).not.toContain(action.title);
        const feed = await visits[who].get(urls.fundActionsFeed({ fund: own.slug }));
        expect(feed.status).toBe(visibleTo === 'public' ? 200 : 404);
      }
    }
    const elsewhere = await makeMovement(site);
    const foreign = site.visitor(elsewhere.host);
    expect(await foreign.get(urls.fundActions({ fund: fund.slug }))).toMatchObject({ status: 404 });
  });

  it('R19 is told further: short address, code, picture of the network, and found by the search of the site', async () => {
    const action = await makePublishedAction(site, movement, fund, one, { title: 'Atelier vélo' });
    const reader = site.visitor(movement.host);
    await reader.get(urls.actionShort({ action: action.number }));
    expect(reader.main).toContain('Atelier vélo');
    expect(reader.html).toContain('qr-code');
    const picture = urls.actionSharePicture({ fund: fund.slug, action: actionSegment(action) });
    expect(reader.html).toContain(picture);
    const answer = await reader.get(picture);
    expect(answer.status).toBe(200);
    await reader.get(urls.search({ q: 'velos' }));
    expect(reader.main).toContain(hrefOf(fund, action));
    const hidden = await makeOpenFund(site, movement, { visibleTo: 'members' });
    await makePublishedAction(site, movement, hidden, one, { title: 'Tournoi caché' });
    await reader.get(urls.search({ q: 'tournoi' }));
    expect(reader.main).not.toContain('Tournoi caché');
  });
});

describe('before an election', () => {
  it('R183 R19 nothing makes an action known: no code, no picture, and its page says why', async () => {
    const elsewhere = await makeMovement(site);
    const group = await makeLedGroup(site, elsewhere);
    const open = await makeOpenFund(site, elsewhere, { visibleTo: 'public' });
    const action = await makePublishedAction(site, elsewhere, open, group);
    const officer = await makePerson(site, { organisation: elsewhere });
    const pause = await makePause(site, elsewhere.id, officer.id, {
      startsOn: '2020-01-01',
      reason: 'Élections de mars 2099',
    });
    const picture = urls.actionSharePicture({ fund: open.slug, action: actionSegment(action) });
    const reader = site.visitor(elsewhere.host);
    await reader.get(hrefOf(open, action));
    expect(reader.main).toContain('Élections de mars 2099');
    expect(reader.main).toContain(action.title);
    for (const tool of ['qr-code', 'og:image', picture]) expect(reader.html).not.toContain(tool);
    const answer = await reader.send(picture);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, hrefOf(open, action)]);
    await liftPause(site.db, { organisationId: elsewhere.id, by: officer.id }, pause);
    await reader.get(hrefOf(open, action));
    expect(reader.html).toContain('og:image');
    expect((await reader.send(picture)).status).toBe(200);
  });
});

describe('support of members', () => {
  it('one of a person, taken back, right under concurrency, and it decides nothing', async () => {
    const action = await makePublishedAction(site, movement, fund, one);
    const people = await Promise.all(
      [1, 2, 3].map(() => makePerson(site, { organisation: movement })),
    );
    const at = { fund: fund.slug, action: actionSegment(action) };
    const say = (person: (typeof people)[number], geste: string) =>
      person.client.post(urls.actionSupport(at), { geste });
    await Promise.all([...people, ...people].map((person) => say(person, 'soutenir')));
    const read = async () => (await findActionById(site.db, movement.id, action.id))!;
    expect(await read()).toMatchObject({ supports: 3, commitments: 0, state: 'published' });
    await Promise.all([say(people[0]!, 'retirer'), say(people[0]!, 'retirer')]);
    expect(await read()).toMatchObject({ supports: 2 });
    expect(await site.visitor(movement.host).post(urls.actionSupport(at), {})).toMatchObject({
      status: 401,
    });
  });

  it('R193 who erases their account supports no more by name; the count stays', async () => {
    const action = await makePublishedAction(site, movement, fund, one);
    const person = await makePerson(site, { organisation: movement });
    const at = { fund: fund.slug, action: actionSegment(action) };
    await person.client.post(urls.actionSupport(at), { geste: 'soutenir' });
    const owner = {
      organisationId: movement.id,
      id: person.id,
      email: '',
      mailbox: '',
      mark: () => '',
    };
    await site.db.transaction().execute((tx) => eraseSupports(tx, owner));
    const { rows } = await site.pool.query(
      'select 1 from fund_action_support where person_id = $1',
      [person.id],
    );
    expect(rows).toEqual([]);
    expect(await findActionById(site.db, movement.id, action.id)).toMatchObject({ supports: 1 });
  });
});
