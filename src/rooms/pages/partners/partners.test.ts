import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePartner } from '../../../../tests/make/pages.ts';
import { type MadePerson, makePerson } from '../../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { findPartner, listPartners } from './partner.store.ts';

let site: TestSite;
let officer: MadePerson;
beforeAll(async () => {
  site = await openTestSite();
  officer = await makePerson(site, { roles: ['officer'] });
});
afterAll(() => site.close());

const fields = { nom: 'Kawaa', role: 'Anime <les> soirées.', adresse: 'https://kawaa.example' };

describe('R177 the directory of partners', () => {
  it('R177 W1 each stands there with a role and a site, and the footer leads to it', async () => {
    const reader = site.visitor();
    await reader.get(urls.partners());
    expect(reader.main).toContain('Pas encore de partenaire');
    expect(reader.html).not.toContain(`href="${urls.partners()}">`);
    const formulaire = randomUUID();
    await officer.client.post(urls.adminNewPartner(), { ...fields, formulaire });
    await officer.client.post(urls.adminNewPartner(), { ...fields, formulaire });
    expect(await listPartners(site.db, site.organisationId)).toHaveLength(1);
    site.seeChanges();
    await reader.get(urls.partners());
    expect(reader.main).toContain('Anime &lt;les> soirées.');
    expect(reader.main).toContain('<a href="https://kawaa.example/" rel="noopener">kawaa.example');
    expect(reader.html).toContain(`href="${urls.partners()}">`);
  });

  it('R177 W2 only a site over https is taken, and nothing typed is lost', async () => {
    for (const adresse of [
      'javascript:alert(1)',
      'http://kawaa.example',
      'https://a:b@c.example',
    ]) {
      const sent = { ...fields, adresse };
      expect((await officer.client.post(urls.adminNewPartner(), sent)).status).toBe(422);
      expect(officer.client.main).toContain('href="#adresse"');
      expect(officer.client.main).toContain(adresse);
    }
  });

  it('R177 W7 a logo is drawn anew and seen by everybody; what is no picture is refused', async () => {
    const id = await makePartner(site, { name: 'Avec logo' });
    const at = urls.adminPartnerLogo({ partner: id });
    const drawing = new File(['<svg onload="alert(1)"/>'], 'logo.png', { type: 'image/png' });
    expect((await officer.client.post(at, { logo: drawing })).status).toBe(422);
    const bytes = await sharp({
      create: { width: 200, height: 80, channels: 3, background: '#fff' },
    })
      .png()
      .toBuffer();
    await officer.client.post(at, { logo: new File([new Uint8Array(bytes)], 'l.png') });
    const logo = (await findPartner(site.db, site.organisationId, id))!.logo;
    expect(logo).toMatchObject({ width: 200, height: 80 });
    const reader = site.visitor();
    await reader.get(urls.partners());
    const src = /class="partner-logo" src="([^"]+)"/.exec(reader.main)![1]!;
    expect((await reader.get(src)).headers.get('content-type')).toBe('image/webp');
    await officer.client.post(urls.adminPartnerRemove({ partner: id }));
    expect((await site.visitor().get(src)).status).toBe(404);
  });

  it('R177 partners change places', async () => {
    const first = (await listPartners(site.db, site.organisationId))[0]!;
    const last = await makePartner(site, { name: 'Dernier' });
    await officer.client.post(urls.adminPartnerMove({ partner: last }), { sens: 'haut' });
    const names = (await listPartners(site.db, site.organisationId)).map(({ id }) => id);
    expect(names).toEqual([last, first.id]);
  });
});
