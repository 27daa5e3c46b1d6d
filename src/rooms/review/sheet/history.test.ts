import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listFactsAbout, makeEdition } from '../../../../tests/make/editions.ts';
import { makeIdea } from '../../../../tests/make/ideas.ts';
import { type MadePerson, makeDepartment, makePerson } from '../../../../tests/make/people.ts';
import { makeOpinion } from '../../../../tests/make/studies.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import type { Idea } from '../../ideas/index.ts';
import type { Edition } from '../../spaces/index.ts';
import { listSheets, saveStudy } from '../index.ts';

let site: TestSite;
let edition: Edition;
let officer: MadePerson;
beforeAll(async () => {
  site = await openTestSite();
  edition = await makeEdition(site);
  officer = await makePerson(site, { roles: ['officer'], nickname: 'Agathe' });
});
afterAll(() => site.close());

const addressOf = (idea: Idea) => urls.adminStudyIdea({ edition: edition.slug, idea: idea.number });
const EMPTY = {
  version: '1',
  admissible: '',
  admissibilityNote: '',
  capitalCost: '',
  yearlyCost: '',
  delayMonths: '',
};
/** What a page says, every space alike. */
const wordsOf = ({ client }: MadePerson) => client.main.replaceAll(/[\u00a0\u202f]/g, ' ');
const said = (more: Partial<typeof EMPTY>) => ({ ...EMPTY, ...more });

describe('the history of an idea', () => {
  it('R200 the history tells who did what, and what each saving changed', async () => {
    const author = await makePerson(site, { nickname: 'Odile' });
    const idea = await makeIdea(site, edition, { title: 'Un verger', authorId: author.id });
    await author.client.post(urls.editIdea({ edition: edition.slug, idea: idea.number }), {
      title: 'Un grand verger',
      body: idea.body,
      category: edition.categories[1]!.slug,
      lang: 'fr',
    });
    const parks = await makeDepartment(site, { name: 'Parcs et jardins' });
    const agent = await makePerson(site, {
      roles: ['agent'],
      departmentId: parks.id,
      nickname: 'Paul',
    });
    const opinion = await makeOpinion(site, idea, parks.id);
    const { client } = officer;
    await client.post(addressOf(idea), said({ capitalCost: '1000' }));
    await client.post(
      addressOf(idea),
      said({ version: '2', capitalCost: '2000', admissible: 'yes' }),
    );
    const task = urls.task({ opinion });
    const draft = {
      version: '1',
      act: 'save',
      verdict: 'reserved',
      comment: 'En cours',
      technical: 'no',
      legal: '',
      financial: '',
      capitalCost: '',
      yearlyCost: '',
      delayMonths: '',
    };
    await agent.client.post(task, draft);
    await agent.client.post(task, {
      ...draft,
      version: '2',
      act: 'give',
      comment: 'Il faut un point d’eau.',
    });
    await agent.client.post(task, {
      ...draft,
      version: '3',
      act: 'give',
      verdict: 'favourable',
      comment: '',
    });
    await client.get(addressOf(idea));
    const page = wordsOf(officer);
    const history = page.slice(page.indexOf('id="historique"'));
    const told = [...history.matchAll(/<strong><bdi>([^<]*)<\/bdi><\/strong> ([^<]*)/g)].map(
      ([, who, words]) => `${who} ${words}`,
    );
    expect(told).toEqual([
      `Paul a modifié l’avis du service « Parcs et jardins » sur l’idée n° ${idea.number}`,
      `Paul a rendu l’avis du service « Parcs et jardins » sur l’idée n° ${idea.number}`,
      `Agathe a enregistré le dossier de l’idée n° ${idea.number}`,
      `Agathe a enregistré le dossier de l’idée n° ${idea.number}`,
      'Odile a corrigé le texte de cette idée',
      'Odile a déposé cette idée',
    ]);
    expect(history).toContain('<del><bdi>1 000 €</bdi></del> <ins><bdi>2 000 €</bdi></ins>');
    expect(history).toContain('<del><bdi>Réservé</bdi></del> <ins><bdi>Favorable</bdi></ins>');
    expect(history).toMatch(/Un (<ins>.*)?grand/);
    // the draft of an opinion is its department's own business
    expect(history).not.toContain('En cours');
    expect((await listFactsAbout(site, idea.id)).map(({ kind }) => kind)).toEqual([
      'idea.submitted',
      'idea.edited',
      'study.saved',
      'study.saved',
      'opinion.given',
      'opinion.changed',
    ]);
  });

  it('R200 a long history is read page after page, by the index of its subject', async () => {
    const idea = await makeIdea(site, edition);
    const act = { organisationId: site.organisationId, by: officer.id };
    for (let cost = 1; cost <= 55; cost += 1) {
      const { study } =
        (await listSheets(site.db, site.organisationId, [idea.id])).get(idea.id) ?? {};
      await saveStudy(
        site.db,
        act,
        idea.id,
        {
          criteria: {},
          admissible: null,
          admissibilityNote: '',
          capitalCost: cost * 100,
          yearlyCost: null,
          delayMonths: null,
        },
        study?.version ?? 1,
      );
    }
    const { client } = officer;
    await client.get(addressOf(idea));
    const count = () => client.main.split('class="office-fact"').length - 1;
    expect(count()).toBe(50);
    const [, next] = /href="([^"]*avant=[^"#]+)[^"]*" rel="next"/.exec(client.main) ?? [];
    await client.get(next!);
    expect(count()).toBe(6);
    expect(wordsOf(officer).includes('rel="next"')).toBe(false);
    const { rows } = await sql<{ 'QUERY PLAN': string }>`explain select * from fact
      where organisation_id = ${site.organisationId} and subject_kind = 'idea' and subject_id = ${idea.id}`.execute(
      site.db,
    );
    expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('fact_by_subject');
  });
});
