import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { findPollOf, type Poll } from '../../src/rooms/polls/index.ts';
import type { Edition } from '../../src/rooms/spaces/index.ts';
import { urls } from '../../src/urls.ts';
import { listOverflows, listSmallTargets, listViolations } from '../accessibility/page-measures.ts';
import { hasChromium } from '../browser.ts';
import { publish } from '../make/poll.ts';
import { makeFrozenEdition } from '../make/polls.ts';
import { makeSealedPoll, openBox, TRUSTEE_NAMES } from '../make/sealed.ts';
import { makeEnvelope } from '../make/terms.ts';
import { openJourney, type Walker } from './walk.ts';

const PHONE = { viewport: { width: 320, height: 640 } };

async function measure({ page }: Walker): Promise<string[]> {
  return [
    ...(await listViolations(page)),
    ...(await listSmallTargets(page)),
    ...(await listOverflows(page)),
  ];
}

/** Everything that a browser sends, addresses and cookies included. */
function listenTo({ context }: Walker): string[] {
  const sent: string[] = [];
  context.on('request', (request) => {
    const cookie = request.headers().cookie ?? '';
    sent.push(`${request.method()} ${request.url()} ${cookie} ${request.postData() ?? ''}`);
  });
  return sent;
}

describe.skipIf(!hasChromium)('Journey 8: a sealed vote', () => {
  const journey = openJourney();

  it('an officer holds the key ceremony: each part is shown once, and none leaves the browser', async () => {
    const edition: Edition = await makeFrozenEdition(journey.site);
    const agathe = await journey.person({ roles: ['officer'] });
    const officer = await journey.walker(true, { as: agathe, context: PHONE });
    const sent = listenTo(officer);
    await officer.goTo(urls.adminPoll({ edition: edition.slug }));
    await officer.page.locator('label').filter({ hasText: 'Secret scellé' }).click();
    await officer.press('Continuer');
    await officer.arrives('Cérémonie des clés');
    expect(await measure(officer)).toEqual([]);
    await officer.write({ 'Dépositaire 1': TRUSTEE_NAMES[0]!, 'Dépositaire 2': TRUSTEE_NAMES[0]! });
    await officer.press('Fabriquer la clé et ses trois parts');
    await officer.sees('Donnez trois noms différents.');
    await officer.write({ 'Dépositaire 2': TRUSTEE_NAMES[1]!, 'Dépositaire 3': TRUSTEE_NAMES[2]! });
    await officer.press('Fabriquer la clé et ses trois parts');
    const shares: string[] = [];
    for (const [at, name] of TRUSTEE_NAMES.entries()) {
      const title = officer.page.getByRole('heading', {
        name: `Part ${at + 1} sur 3, pour ${name}`,
      });
      await title.waitFor();
      expect(await title.evaluate((one) => one === document.activeElement)).toBe(true);
      const saved = officer.page.waitForEvent('download');
      await officer.press('Enregistrer dans un fichier');
      const file = await readFile(await (await saved).path(), 'utf8');
      const [share] = /(?:[0-9A-Z]{4}-){15}[0-9A-Z]{4}/.exec(file)!;
      expect(file).toContain(name);
      shares.push(share);
      if (at === 0) expect(await measure(officer)).toEqual([]);
      await officer.write({ 'Recopiez les 8 derniers caractères de la part': 'XXXX XXXX' });
      await officer.press('Ma part est gardée : la cacher');
      await officer.sees('Ce ne sont pas les 8 derniers caractères');
      await officer.write({ 'Recopiez les 8 derniers caractères de la part': share.slice(-9) });
      await officer.press('Ma part est gardée : la cacher');
    }
    await officer.sees('Les trois parts sont gardées');
    expect(await officer.page.content()).not.toContain(shares[0]!.slice(0, 9));
    await officer.press('Continuer vers la confirmation');
    await officer.arrives('Ouvrir ce scrutin ?');
    await officer.sees('Secret scellé');
    await officer.press('Ouvrir le scrutin');
    await officer.sees('Le scrutin est ouvert');
    const poll = (await findPollOf(
      journey.site.db,
      journey.site.organisationId,
      edition.id,
    )) as Poll;
    expect(poll.settings.sealing).toMatchObject({ trustees: TRUSTEE_NAMES, threshold: 2 });
    const everything = sent.join('\n');
    for (const share of shares)
      for (const group of [share, share.replaceAll('-', ''), share.slice(0, 14)])
        expect(everything).not.toContain(group);
  });

  it('W16 A1 V8 somebody votes on a phone of 320 px, and no choice leaves it in clear; then the box is opened', async () => {
    const { site } = journey;
    const held = await makeSealedPoll(site, { titleOf: (number) => `Le projet n° ${number}` });
    const at = { edition: held.edition.slug };
    const person = await journey.person();
    const walker = await journey.walker(true, { as: person, context: PHONE });
    const sent = listenTo(walker);
    await walker.goTo(urls.vote(at));
    expect(await walker.page.getByText('Ce vote demande JavaScript').isVisible()).toBe(false);
    for (const number of [2, 3]) {
      await walker.press(`Choisir ce projet « Le projet n° ${number} »`);
      await walker.button(`Retirer de mon choix « Le projet n° ${number} »`).waitFor();
    }
    await walker.page.reload();
    await walker.sees('2 projets choisis');
    await walker.link('Vérifier et déposer').last().click();
    await walker.arrives('Vérifier mon vote');
    await walker.sees(
      'Le projet n° 2',
      'Le projet n° 3',
      'Vos choix n’ont pas quitté ce navigateur',
    );
    expect(await measure(walker)).toEqual([]);
    await walker.press('Déposer mon vote');
    await walker.arrives('Votre vote est déposé');
    const receipt = await walker.page.locator('details .machine-words').textContent();

    const everything = sent.join('\n');
    expect(everything).toContain('scelle=');
    expect(everything).not.toMatch(/choix=|panier=|note-|ajouter=/);
    const { rows } = await site.pool.query(
      'select jsonb_typeof(choices) as type from ballot_slot where poll_id = $1',
      [held.poll.id],
    );
    expect(rows).toEqual([{ type: 'string' }]);
    await walker.goTo(urls.voteReview(at));
    await walker.sees('Vous n’avez encore rien choisi');

    await openBox(site, held);
    await publish(site, { organisationId: site.organisationId, by: null }, held.poll.id, {
      sealed: true,
    });
    await walker.goTo(urls.findBallot(at));
    await walker.write({ 'Code de suivi ou reçu signé': receipt! });
    await walker.press('Lire ce bulletin');
    await walker.sees('Le projet n° 2', 'Le projet n° 3');
    await walker.goTo(urls.verifyResult(at));
    await walker.press('Recompter et vérifier');
    await walker.sees('L’urne scellée a été rouverte ici');
    await walker.sees('Tout est juste');
  });

  it('V8 points that are typed stay in the browser too, whatever page is asked for next', async () => {
    const held = await makeSealedPoll(journey.site, {
      titleOf: (number) => `Le projet n° ${number}`,
      terms: {
        kind: 'cumulative',
        maximumChoices: 5,
        settings: { envelopes: [makeEnvelope({ limits: { maxSumPoints: 10 } })] },
      },
    });
    const at = { edition: held.edition.slug };
    const walker = await journey.walker(true, { as: await journey.person(), context: PHONE });
    const sent = listenTo(walker);
    await walker.goTo(urls.vote(at));
    const points = (number: number) =>
      walker.page.locator(`input[name="note-${held.poll.options[number - 1]!.key}"]`);
    await points(1).fill('6');
    await points(3).fill('4');
    await walker.button('Vérifier et déposer').last().click();
    await walker.arrives('Vérifier mon vote');
    await walker.sees('6 points', '4 points');
    await walker.page.goBack();
    expect(await points(1).inputValue()).toBe('6');
    await points(3).fill('3');
    await walker.goTo(urls.voteReview(at));
    await walker.sees('3 points');
    await walker.press('Déposer mon vote');
    await walker.arrives('Votre vote est déposé');
    expect(sent.join('\n')).not.toMatch(/choix=|panier=|note-/);
  });

  it('trustees open the box before one screen of 320 px', async () => {
    const { site } = journey;
    const held = await makeSealedPoll(site);
    const agathe = await journey.person({ roles: ['officer'] });
    const officer = await journey.walker(true, { context: PHONE });
    site.travel('11 days');
    await journey.signIn(officer, agathe);
    const at = { edition: held.edition.slug };
    await officer.goTo(urls.adminPollSeal(at));
    await officer.press('Sceller l’urne');
    await officer.link('Ouvrir l’urne avec deux dépositaires').click();
    await officer.arrives('Dépouillement : ouvrir l’urne');
    expect(await measure(officer)).toEqual([]);
    await officer.page.locator('#part-1').fill(held.key.shares[1]!);
    await officer.press('Ouvrir l’urne');
    await officer.sees('Il faut deux parts différentes.');
    expect(await officer.page.locator('#part-1').inputValue()).toBe('');
    expect(await measure(officer)).toEqual([]);
    await officer.page.locator('#part-1').fill(held.key.shares[1]!);
    await officer.page.locator('#part-2').fill(held.key.shares[2]!);
    await officer.press('Ouvrir l’urne');
    await officer.sees('L’urne est ouverte. Vous pouvez dépouiller.');
    await officer.link('Dépouiller').waitFor();
  });
});
