import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeHosted } from '../../../../tests/make/meetings.ts';
import { makePerson } from '../../../../tests/make/people.ts';
import { makeSpace } from '../../../../tests/make/spaces.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { giveLabel } from '../../profiles/index.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

describe('who hosts an event', () => {
  it('R136 an official account is told by its badge, on the event and in the list; nobody else is', async () => {
    const { space, component } = await makeSpace(site, { kindOfComponent: 'events' });
    const host = await makePerson(site, { nickname: 'Agence de l’eau du Val' });
    const other = await makePerson(site, { nickname: 'Paulette du pont' });
    const label = 'Agence de l’eau';
    const badge = /Officiel\s: Agence de l’eau/g;
    const act = { organisationId: site.organisationId, by: host.id };
    const given = await giveLabel(site.db, act, host.id, label);
    expect(given.ok).toBe(true);
    const official = await makeHosted(site, component.id, host.id, { title: 'Visite du barrage' });
    const plain = await makeHosted(site, component.id, other.id, { title: 'Café du pont' });
    const reader = site.visitor();
    await reader.get(urls.meeting({ meeting: official.number }));
    expect(reader.main).toMatch(badge);
    expect(reader.main).toContain(urls.publicProfile({ person: host.nickname }));
    await reader.get(urls.meeting({ meeting: plain.number }));
    expect(reader.main).not.toMatch(badge);
    await reader.get(urls.spaceEvents({ space: space.slug, component: component.slug }));
    expect(reader.main.match(badge)).toHaveLength(1);
  });

  it('R135 W3 a profile shows the events that everybody may read, and no other', async () => {
    const host = await makePerson(site, { nickname: 'Hôte de passage' });
    const open = await makeSpace(site, { kindOfComponent: 'events' });
    const secret = await makeSpace(site, { kindOfComponent: 'events', isPrivate: true });
    await makeHosted(site, open.component.id, host.id, { title: 'Marche au bord de l’eau' });
    const hidden = await makeHosted(site, open.component.id, host.id, { title: 'À masquer' });
    await sql`update meeting set hidden_at = palabre_now() where id = ${hidden.id}`.execute(
      site.db,
    );
    await sql`insert into space_member (organisation_id, space_id, person_id)
      values (${site.organisationId}, ${secret.space.id}, ${host.id})`.execute(site.db);
    await makeHosted(site, secret.component.id, host.id, { title: 'Entre nous seulement' });
    for (const client of [site.visitor(), host.client]) {
      await client.get(urls.publicProfile({ person: host.nickname }));
      expect(client.main).toContain('Ses événements');
      expect(client.main).toContain('Marche au bord de l’eau');
      expect(client.main).not.toContain('À masquer');
      expect(client.main).not.toContain('Entre nous seulement');
    }
  });
});
