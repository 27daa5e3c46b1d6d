import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { urls } from '../../src/urls.ts';
import { type BrowserSite, hasChromium, openBrowserSite } from '../browser.ts';
import { makePhoto } from '../make/commons.ts';
import { makeHosted } from '../make/meetings.ts';
import { makeInsider, makeNetwork } from '../make/network.ts';
import { type MadePerson, makePerson } from '../make/people.ts';
import { makePetition, petitionFields } from '../make/petitions.ts';
import { listViolations } from './page-measures.ts';

const CALL =
  'L’agence régionale de santé annonce la fermeture au 1er mars. Sept communes perdraient leur seule maternité à moins de quarante minutes.';
const BODY =
  'Nous, élu·es et habitant·es, demandons :\n\n- le **maintien** de la maternité de Fleury ;\n- un calendrier public des travaux ;\n- une rencontre avec la direction de l’hôpital.';

describe.skipIf(!hasChromium)('mobilisations in a browser', () => {
  let site: BrowserSite;
  beforeAll(async () => {
    site = await openBrowserSite();
  });
  afterAll(() => site?.close());

  /** No fault at 360 pixels; `SHOTS`: where pictures of the pages go. */
  async function look(person: MadePerson | null, paths: Record<string, string>): Promise<void> {
    const context = await site.open({ viewport: { width: 360, height: 740 } });
    if (person)
      await context.addCookies([
        { name: 'palabre', value: person.client.cookies.get('palabre')!, url: site.origin },
      ]);
    const page = await context.newPage();
    for (const [name, path] of Object.entries(paths)) {
      await page.goto(path.startsWith('http') ? path : site.origin + path);
      expect(await listViolations(page), path).toEqual([]);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
        path,
      ).toBe(true);
      const shots = process.env.SHOTS;
      if (!shots) continue;
      mkdirSync(shots, { recursive: true });
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        await page.screenshot({ path: `${shots}/${name}-${width}.png`, fullPage: true });
      }
      await page.setViewportSize({ width: 360, height: 740 });
    }
    await context.close();
  }

  async function makeCalls() {
    const { space, components } = await makeNetwork(site, { kinds: ['mobilisations', 'events'] });
    const organiser = await makePerson(site, { roles: ['space-organiser'], spaceId: space.id });
    const member = await makeInsider(site, space);
    const component = components.mobilisations!;
    const at = { space: space.slug, component: component.slug };
    return { space, components, component, at, organiser, member };
  }

  it('R144 R156 A1 a list, a form, a call that people sign and one that is closed have no fault at 360 px', async () => {
    const { space, components, component, at, organiser, member } = await makeCalls();
    const event = await makeHosted(site, components.events!.id, organiser.id, {
      title: 'Rassemblement devant la maternité',
    });
    const open = await makePetition(site, component.id, organiser.id, { call: CALL, body: BODY });
    const inside = await makePetition(site, component.id, organiser.id, {
      kind: 'resolution',
      title: 'Pour une dotation qui suit l’inflation',
      reach: 'members',
      goal: null,
      endsOn: '2199-12-31',
    });
    const closed = await makePetition(site, component.id, organiser.id, {
      kind: 'appeal',
      title: 'Des trains du matin pour nos lycées',
    });
    await organiser.client.post(
      urls.newPetition(at),
      petitionFields({ titre: 'Un brouillon à relire', texte: BODY }),
    );
    const to = { petition: open.number };
    await organiser.client.get(urls.changePetition(to));
    await organiser.client.post(urls.changePetition(to), {
      ...petitionFields({ appel: CALL, texte: `${BODY}\n\nUne réponse est attendue avant l’été.` }),
      version: String(open.version),
      evenements: event.id,
      lien: 'https://exemple.fr/maternite',
    });
    await organiser.client.post(urls.petitionPicture(to), {
      file: await makePhoto(),
      alt: 'La façade de la maternité de Fleury',
    });
    const sign = (person: MadePerson, nom: string, more = {}) =>
      person.client.post(urls.signPetition(to), { nom, accord: 'oui', ...more });
    await sign(member, 'Rosa Lenoir', { fonction: 'Conseillère municipale', commune: 'Fleury' });
    await sign(await makeInsider(site, space), 'Karim Haddad', { commune: 'Saint-Aubin' });
    const step = { suite: 'delivered', mots: 'Remise à l’agence avec 3 200 signatures.' };
    await organiser.client.post(urls.tellPetition(to), {
      ...step,
      'jour-day': '12',
      'jour-month': '3',
      'jour-year': '2026',
    });
    await organiser.client.post(urls.closePetition({ petition: closed.number }), {});

    const list = urls.mobilisations(at);
    await look(organiser, {
      'team-list': list,
      new: urls.newPetition(at),
      'team-open': urls.petition(to),
      'team-change': urls.changePetition(to),
    });
    await look(member, {
      'member-list': list,
      'member-signed': urls.petition(to),
      'member-inside': urls.petition({ petition: inside.number }),
      'member-closed': urls.petition({ petition: closed.number }),
    });
    await look(null, {
      'public-open': urls.petition(to),
      signers: urls.signers(to),
      showcase: urls.space({ space: space.slug }),
    });
  });

  it('R156 A1 an address that is proven by a link has no fault on its way', async () => {
    const { component, organiser } = await makeCalls();
    const { number, title } = await makePetition(site, component.id, organiser.id);
    const visitor = site.visitor();
    await visitor.get(urls.petition({ petition: number }));
    const courriel = 'lucienne.mobilisations@example.org';
    await visitor.post(urls.signPetition({ petition: number }), {
      nom: 'Lucienne Aubry',
      courriel,
      accord: 'oui',
    });
    const linkOf = () => {
      const mail = site.mails.findLast(
        ({ to, subject }) => to === courriel && subject.includes(title),
      );
      return new URL(/https?:\S+\/mobilisations\/\S+/.exec(mail!.text)![0]).pathname;
    };
    await site.runJobs();
    const proof = linkOf();
    await look(null, { confirm: proof });
    await visitor.post(proof, {});
    await site.runJobs();
    await look(null, { spent: proof, withdraw: linkOf() });
  });

  it('R144 A1 before the first mobilisation its team has something to do', async () => {
    const { at, organiser, member } = await makeCalls();
    await look(organiser, { 'team-none': urls.mobilisations(at) });
    await look(member, { 'member-none': urls.mobilisations(at) });
  });
});
