import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDecision } from '../../../../tests/make/decisions.ts';
import { makeIdea } from '../../../../tests/make/ideas.ts';
import { INSIDE, keepDistricts } from '../../../../tests/make/outlines.ts';
import { makePerson } from '../../../../tests/make/people.ts';
import { makeOpinion } from '../../../../tests/make/studies.ts';
import { fillIdeas, makeStudy } from '../../../../tests/make/study.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { answerMerge, proposeMerge } from '../merges/merge-acts.store.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const silent = async () => {};

describe('R43 R45 W8 the export of ideas tells their study', () => {
  it('state, departments, opinions, costs, decision, reason, merge and district; no cell is a formula', async () => {
    const { edition, at, officer, departments } = await makeStudy(site, ['=Voirie', 'Parcs']);
    const act = { organisationId: site.organisationId, by: officer.id };
    await keepDistricts(site, ['Levant', 'Couchant']);
    const holders = [await makePerson(site), await makePerson(site)];
    const [one, other, third] = [
      await makeIdea(site, edition, { place: { words: '', point: INSIDE } }),
      await makeIdea(site, edition, { authorId: holders[0]!.id }),
      await makeIdea(site, edition, { authorId: holders[1]!.id }),
    ];
    await makeOpinion(site, one, departments[0]!.id, {
      given: { capitalCost: 1_250_050, yearlyCost: 80_000 },
    });
    await makeOpinion(site, one, departments[1]!.id);
    await makeDecision(site, act, one, { publicText: '+33 ne rentre pas' });
    const merge = await proposeMerge(
      site.db,
      act,
      edition.id,
      {
        title: 'Ensemble',
        words: 'Même lieu.',
        leadIdeaId: other.id,
        answerBy: '2030-01-01',
        ideaIds: [other.id, third.id],
      },
      [],
      silent,
    );
    if (!merge.ok) throw new Error(merge.refusal);
    for (const [at, idea] of [other, third].entries())
      await answerMerge(
        site.db,
        { ...act, by: holders[at]!.id },
        merge.id,
        { ideaIds: [idea.id], answer: 'accepted', words: '', isRelayed: false },
        silent,
      );
    const text = await (await officer.client.send(urls.adminIdeasCsv(at))).text();
    const [line, lead, member] = parse(text, {
      delimiter: ';',
      bom: true,
      columns: true,
    }) as Record<string, string>[];
    expect(line).toMatchObject({
      Quartier: 'Levant',
      Latitude: '47.93',
      État: 'Décidée',
      Services: `'${departments[0]!.name}, ${departments[1]!.name}`,
      'Coût d’investissement (€ TTC)': '12500.5',
      'Coût de fonctionnement (€ par an)': '800',
      Décision: 'Non retenue',
      'Décision publiée le': '',
      Explication: "'+33 ne rentre pas",
      'Regroupée avec': '',
    });
    expect(line!.Avis).toContain('Favorable');
    expect(line!.Avis).toContain('Avis demandé');
    expect(line!.Motif).not.toBe('');
    expect(line!['Décidée le']).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(lead).toMatchObject({ État: 'Sans service', 'Regroupée avec': '' });
    expect(member).toMatchObject({ 'Regroupée avec': String(other.number) });
    expect(text).not.toMatch(/(^|;)"?[=+@]/m);
    const english = await makePerson(site, { roles: ['officer'], locale: 'en' });
    await english.client.get('/langue/en?vers=%2F');
    const said = await (await english.client.send(urls.adminIdeasCsv(at))).text();
    expect(said).toContain('Running cost (€ a year)');
    expect(said).toContain('Not kept');
  });

  it('thousands of ideas are sent piece by piece, in memory that does not follow their number', async () => {
    const { edition, at, officer } = await makeStudy(site, ['Écoles']);
    const count = process.env.PALABRE_ALL ? 20_000 : 6_000;
    await fillIdeas(site, edition, count);
    for (const address of [urls.adminIdeasCsv(at), urls.adminIdeasXlsx(at)]) {
      const answer = await officer.client.send(address);
      let bytes = 0;
      let pieces = 0;
      let most = 0;
      const before = process.memoryUsage().heapUsed;
      for await (const piece of answer.body!) {
        bytes += piece.length;
        pieces += 1;
        most = Math.max(most, process.memoryUsage().heapUsed);
      }
      expect(bytes).toBeGreaterThan(25 * count);
      expect(pieces).toBeGreaterThan(10);
      // what is read at once is 500 ideas: the rest is what the collector has not yet looked at
      expect(most - before).toBeLessThan(120 * 1024 * 1024);
    }
  });
});
