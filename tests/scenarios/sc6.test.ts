import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { supportIdea } from '../../src/rooms/ideas/index.ts';
import { freezeList, listProjects } from '../../src/rooms/projects/index.ts';
import { makeStudyRound } from '../../src/rooms/review/assignment/assignment.jobs.ts';
import { fieldOf } from '../../src/rooms/review/assignment/routing.page.tsx';
import {
  countStudyOfEditions,
  findDecisions,
  listUndecided,
} from '../../src/rooms/review/index.ts';
import { type Edition, numberedSegment } from '../../src/rooms/spaces/index.ts';
import { urls } from '../../src/urls.ts';
import { hasChromium } from '../browser.ts';
import { openJourney } from '../journeys/walk.ts';
import { makeEdition } from '../make/editions.ts';
import { makeIdea } from '../make/ideas.ts';
import { type MadePerson, makeDepartment } from '../make/people.ts';

const SERVICES = ['Voirie', 'Espaces verts', 'Bâtiments', 'Sports', 'Culture', 'Juridique'];
const IDEAS = 30;

/** Fills a form by the names of its fields and sends it with the button that has these words. */
async function send(page: Page, fields: Record<string, string>, button: string | RegExp) {
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`main [name="${name}"]`);
    const kind = await field
      .first()
      .evaluate((one) => `${one.tagName} ${one.getAttribute('type')}`);
    if (kind.startsWith('SELECT')) await field.first().selectOption(value);
    else if (/radio|checkbox/.test(kind))
      await page.locator(`main [name="${name}"][value="${value}"]`).check({ force: true });
    else await field.first().fill(value);
  }
  await page.locator('main').getByRole('button', { name: button }).first().click();
  await page.waitForLoadState();
}

const said = async (page: Page) => (await page.locator('main').innerText()).replaceAll(/\s+/g, ' ');

describe.skipIf(!hasChromium)('SC6 « Instruction par les services »', () => {
  const journey = openJourney();

  it('SC6 R42 R43 R44 R45 R46 R47 R48 thirty ideas, six departments, from the deposit to what each holder is told', async () => {
    const { site } = journey;
    const { db, organisationId } = site;
    const edition: Edition = await makeEdition(site, { maximumIdeas: 1000 });
    const at = { edition: edition.slug };
    const services: { id: string; name: string; agent: MadePerson }[] = [];
    for (const name of SERVICES) {
      const { id } = await makeDepartment(site, { name });
      const agent = await journey.person({
        roles: ['agent'],
        departmentId: id,
        name: `Agent ${name}`,
      });
      services.push({ id, name, agent });
    }
    const officer = await journey.person({ roles: ['officer'], name: 'Agathe Morel' });
    const decider = await journey.person({ roles: ['decider'], editionId: edition.id });
    const [roads, parks] = services as [(typeof services)[0], (typeof services)[0]];

    // the officer says which service each category goes to; ideas go there by themselves
    const desk = await journey.walker(true, { as: officer });
    await desk.goTo(urls.adminServices(at));
    await send(
      desk.page,
      {
        ...Object.fromEntries(
          edition.categories.map((category, place) => [
            fieldOf(category),
            services[place % services.length]!.id,
          ]),
        ),
        automatique: 'oui',
      },
      /Enregistrer/,
    );
    const holders: MadePerson[] = [];
    const ideas = [];
    for (let made = 0; made < IDEAS; made += 1) {
      const holder = await journey.person();
      holders.push(holder);
      const category = edition.categories[made % edition.categories.length]!;
      const idea = await makeIdea(site, edition, {
        authorId: holder.id,
        category: category.slug,
        title: `Idée de quartier ${made + 1}`,
        body: `Un endroit précis du quartier, décrit par son habitant numéro ${made + 1}.`,
      });
      ideas.push(idea);
    }
    await site.runJobs();
    expect(
      (await countStudyOfEditions(db, organisationId, [edition.id])).get(edition.id),
    ).toMatchObject({ unassigned: 0 });

    // « Voirie » gives one back: not its service; the officer gives it to another
    const roadsDesk = await journey.walker(true, { as: roads.agent });
    await roadsDesk.goTo(urls.tasks());
    const first = ideas[0]!;
    await roadsDesk.page
      .locator('main')
      .getByRole('link', { name: new RegExp(`${first.title}$`) })
      .first()
      .click();
    await roadsDesk.arrives(new RegExp(first.title));
    const task = new URL(roadsDesk.page.url()).pathname;
    await roadsDesk.page
      .getByRole('link', { name: /Pas mon service/ })
      .first()
      .click();
    await send(
      roadsDesk.page,
      { commentaire: 'C’est un square, pas une rue.', service: parks.id },
      'Renvoyer cette idée',
    );
    expect(
      (await countStudyOfEditions(db, organisationId, [edition.id])).get(edition.id),
    ).toMatchObject({ returned: 1 });
    await desk.goTo(urls.adminStudy(at));
    expect(await said(desk.page)).toContain('C’est un square, pas une rue.');
    await desk.page
      .locator('main form')
      .filter({ hasText: /Confier/ })
      .getByRole('button', { name: /Confier/ })
      .first()
      .click();
    await desk.page.waitForLoadState();
    expect(
      (await countStudyOfEditions(db, organisationId, [edition.id])).get(edition.id),
    ).toMatchObject({
      returned: 0,
      unassigned: 0,
    });

    // another service's task stays closed
    const parksDesk = await journey.walker(true, { as: parks.agent });
    const closed = await parksDesk.page.goto(task);
    expect(closed!.status()).toBe(404);

    // an opinion with what it would cost, to build and each year
    await parksDesk.goTo(urls.tasks());
    await parksDesk.page
      .locator('main')
      .getByRole('link', { name: new RegExp(`${first.title}$`) })
      .first()
      .click();
    await parksDesk.arrives(new RegExp(first.title));
    const own = new URL(parksDesk.page.url()).pathname;
    await send(
      parksDesk.page,
      { capitalCost: '12 000', yearlyCost: '400', delayMonths: '12', verdict: 'favourable' },
      'Rendre l’avis',
    );
    expect(await said(parksDesk.page)).toMatch(/12\s000\s€/);
    const intruder = await journey.walker(true, { as: roads.agent });
    expect((await intruder.page.goto(own))!.status()).toBe(404);

    // a second service is asked about the same idea; nobody answers: it is reminded of the day
    await desk.goTo(
      urls.adminStudyIdea({ ...at, idea: numberedSegment(first.number, first.title) }),
    );
    expect(await said(desk.page)).toMatch(/12\s000\s€.*400\s€/);
    const due = await db
      .selectFrom('opinion')
      .select(['due_on'])
      .where('idea_id', '=', ideas[1]!.id)
      .executeTakeFirstOrThrow();
    const days = Math.round((Date.parse(`${due.due_on}T12:00:00Z`) - Date.now()) / 86_400_000);
    site.travel('1 day');
    await makeStudyRound(db, site.config, organisationId);
    site.travel(`${days - 1} days`);
    await makeStudyRound(db, site.config, organisationId);
    await site.runJobs();
    expect(
      site.mails.some(({ to, subject }) => to === parks.agent.email && /à rendre/.test(subject)),
    ).toBe(true);
    site.travel(null);

    // two ideas look alike: one holder says yes, the other no, so both stay separate
    const [second, third] = [ideas[1]!, ideas[2]!];
    await supportIdea(db, { organisationId, ideaId: second.id, personId: holders[9]!.id });
    await desk.goTo(urls.adminNewMerge(at, { idee: second.number, avec: third.number }));
    await send(desk.page, { words: 'Même endroit, même usage.' }, 'Envoyer la proposition');
    const merge = new URL(desk.page.url()).pathname.split('/').at(-1)!;
    for (const [holder, answer] of [
      [holders[1]!, 'oui'],
      [holders[2]!, 'non'],
    ] as const) {
      const reader = await journey.walker(true, { as: holder });
      await reader.goTo(urls.merge({ merge }));
      await send(reader.page, { reponse: answer }, 'Répondre');
    }
    await desk.goTo(urls.adminMerge({ ...at, merge }));
    expect(await said(desk.page)).toContain('Refusé');

    // a team: holder, participation officer, technician
    await desk.goTo(urls.threads({ ...at, idea: numberedSegment(first.number, first.title) }));
    await desk.page.locator('summary').filter({ hasText: 'Former l’équipe' }).click();
    await send(
      desk.page,
      { holder: holders[0]!.id, officer: officer.id, technician: parks.agent.id },
      'Enregistrer l’équipe',
    );
    expect(await said(desk.page)).toContain('Agent Espaces verts');

    // prepared by the officer, decided by the decider, published in one batch
    await desk.goTo(urls.adminDecision({ ...at, idea: first.number }));
    await send(
      desk.page,
      { outcome: 'to-vote', personalText: 'Bravo pour ce dossier précis.' },
      /Enregistrer/,
    );
    await desk.goTo(urls.adminPrepareDecisions(at, { tous: 'oui', etat: 'a-preparer' }));
    const reason = await desk.page
      .locator('main select[name="reasonId"] option, main input[name="reasonId"]')
      .nth(1)
      .getAttribute('value');
    await send(
      desk.page,
      { outcome: 'refused', reasonId: reason!, publicText: 'La commune l’a déjà prévu pour 2027.' },
      /Enregistrer|Préparer/,
    );
    const council = await journey.walker(true, { as: decider });
    await council.goTo(urls.adminDecisions(at, { etat: 'a-decider' }));
    const all = council.page.locator('main').getByRole('button', { name: /^Décider .*30/ });
    await all.first().click();
    await council.page.waitForLoadState();
    expect(await listUndecided(db, organisationId, edition.id)).toEqual([]);
    await site.runJobs();
    const before = site.mails.length;
    await desk.goTo(urls.adminPublishDecisions(at, { tous: 'oui', etat: 'a-publier' }));
    await send(desk.page, { quand: 'maintenant' }, /^Publier ces 30/);
    await site.runJobs();
    const told = site.mails.slice(before).map(({ to }) => to);
    for (const { email } of holders) expect(told.filter((to) => to === email)).toHaveLength(1);
    expect(site.mails.slice(before).find(({ to }) => to === holders[0]!.email)!.text).toContain(
      'Bravo pour ce dossier précis.',
    );

    // anybody reads what became of the ideas, and why
    const reader = await journey.walker(false);
    await reader.goTo(urls.feedback(at));
    expect(await said(reader.page)).toContain('La commune l’a déjà prévu pour 2027.');
    const decisions = await findDecisions(
      db,
      organisationId,
      ideas.map(({ id }) => id),
    );
    expect([...decisions.values()].filter(({ outcome }) => outcome === 'refused')).toHaveLength(29);

    // one project, with what it costs, then the frozen list: its holder alone is written to, with the number
    await desk.goTo(urls.adminProjects(at));
    await desk.page.locator('main').getByRole('button', { name: /Créer/ }).first().click();
    await desk.page.waitForLoadState();
    expect((await listProjects(db, organisationId, edition.id)).map(({ cost }) => cost)).toEqual([
      12_000_00,
    ]);
    const sent = site.mails.length;
    expect(await freezeList(db, { organisationId, by: officer.id }, edition.id)).toMatchObject({
      ok: true,
      projects: 1,
    });
    await site.runJobs();
    expect(site.mails.slice(sent).map(({ to }) => to)).toEqual([holders[0]!.email]);
  }, 240_000);
});
