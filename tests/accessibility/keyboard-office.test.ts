import { describe, expect, it } from 'vitest';
import { proposeMerge } from '../../src/rooms/review/merges/merge-acts.store.ts';
import { urls } from '../../src/urls.ts';
import { hasChromium } from '../browser.ts';
import { openJourney, type Walker } from '../journeys/walk.ts';
import { makeEdition } from '../make/editions.ts';
import { makeIdea } from '../make/ideas.ts';
import type { MadePerson } from '../make/people.ts';
import { press, tabTo } from './keyboard.ts';

const LAPTOP = { viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' } as const;

/** An opinion is given by keyboard in the journey of a department; here, what stands around it. */
describe.skipIf(!hasChromium)('A2 the office and its holders with a keyboard only', () => {
  const journey = openJourney();
  const walk = (as: MadePerson) => journey.walker(true, { as, context: LAPTOP });

  async function type(walker: Walker, label: RegExp, words: string): Promise<void> {
    await tabTo(walker, label);
    await walker.page.keyboard.type(words);
  }

  async function problemsAreShown(walker: Walker): Promise<void> {
    await walker.page.waitForFunction(
      () => document.activeElement?.getAttribute('role') === 'alert',
    );
  }

  it('A2 R47 SC6 a holder answers a merge', async () => {
    const { site } = journey;
    const edition = await makeEdition(site);
    const officer = await journey.person({ roles: ['officer'] });
    const holder = await journey.person();
    const own = await makeIdea(site, edition, { authorId: holder.id });
    const other = await makeIdea(site, edition, { authorId: (await journey.person()).id });
    const proposed = await proposeMerge(
      site.db,
      { organisationId: site.organisationId, by: officer.id },
      edition.id,
      {
        title: 'La gare à vélo',
        words: 'Même trajet.',
        leadIdeaId: own.id,
        answerBy: '2100-01-01',
        ideaIds: [own.id, other.id],
      },
      [],
      async () => {},
    );
    if (!proposed.ok) throw new Error(proposed.refusal);
    const walker = await walk(holder);
    await walker.goTo(urls.merge({ merge: proposed.id }));
    await tabTo(walker, 'Répondre');
    await press(walker, 'Enter');
    await problemsAreShown(walker);
    // the problem leads to the first of the choices
    await press(walker, 'Tab');
    await press(walker, 'Enter');
    await press(walker, 'Space');
    await type(walker, /^Un mot à la mairie/, 'Avec plaisir');
    await tabTo(walker, 'Répondre');
    await press(walker, 'Enter');
    await walker.sees('Vous avez accepté.');
  });

  it('A2 R45 a decision is prepared, then decided', async () => {
    const { site } = journey;
    const edition = await makeEdition(site);
    const idea = await makeIdea(site, edition);
    const walker = await walk(await journey.person({ roles: ['officer'] }));
    const path = urls.adminDecision({ edition: edition.slug, idea: idea.number });
    await walker.goTo(path);
    await tabTo(walker, 'Enregistrer la proposition');
    await press(walker, 'Enter');
    await problemsAreShown(walker);
    await press(walker, 'Tab');
    await press(walker, 'Enter');
    await press(walker, 'Space');
    await tabTo(walker, 'Enregistrer la proposition');
    await press(walker, 'Enter');
    await walker.sees('La proposition est enregistrée');
    await walker.goTo(path);
    await tabTo(walker, /^Décider/);
    await press(walker, 'Enter');
    await walker.sees('À publier (1)');
  });

  it('A2 R38 an idea on paper is typed', async () => {
    const { site } = journey;
    const edition = await makeEdition(site);
    const walker = await walk(await journey.person({ roles: ['ambassador'] }));
    await walker.goTo(urls.collectPaper({ edition: edition.slug }));
    await type(walker, /^Titre/, 'Un banc devant la poste');
    await press(walker, 'Tab');
    await press(walker, 'Space');
    await type(walker, /^Description/, 'Pour souffler en montant la côte.');
    await type(walker, /^Nom et prénom/, 'Jeanne Petit');
    await tabTo(walker, /^La personne a signé la feuille/);
    await press(walker, 'Space');
    await tabTo(walker, 'Enregistrer et terminer');
    await press(walker, 'Enter');
    await walker.sees('L’idée est publiée.');
    expect(new URL(walker.page.url()).pathname).toBe(
      urls.collectEdition({ edition: edition.slug }),
    );
  });
});
