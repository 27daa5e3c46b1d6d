import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeHeldProject } from '../../../tests/make/campaign.ts';
import { makePause } from '../../../tests/make/contact.ts';
import { type MadePerson, makePerson } from '../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';
import { liftPause } from '../organisations/pauses/pause.store.ts';
import type { Edition } from '../spaces/index.ts';
import { PIECES } from './piece.ts';

const REASON = 'Élections municipales de mars 2099';
let site: TestSite;
let holder: MadePerson;
let officer: MadePerson;
let edition: Edition;
let projectId: string;
let pauseId: string;
beforeAll(async () => {
  site = await openTestSite();
  holder = await makePerson(site, { nickname: 'Zébulon' });
  officer = await makePerson(site, { roles: ['officer'] });
  ({ edition, projectId } = await makeHeldProject(site, holder.id));
  pauseId = await makePause(site, site.organisationId, officer.id, {
    startsOn: '2020-01-01',
    reason: REASON,
  });
});
beforeEach(() => site.memory.forgetAll());
afterAll(() => site.close());

const at = () => ({ edition: edition.slug, project: 1 });
const piece = () => urls.projectKit({ ...at(), piece: PIECES['poster-a4'].file });

describe('R183 before an election', () => {
  it('R183 R51 « Faire connaître » gives its tools to nobody and says why', async () => {
    const reader = site.visitor();
    await reader.get(urls.projectShare(at()));
    expect(reader.main).toContain(REASON);
    expect(reader.main).not.toContain('mailto:');
    expect(reader.main).not.toContain('/kit/');
    expect(reader.html).not.toContain('og:image');
    await reader.get(urls.project(at()));
    expect(reader.html).not.toContain('og:image');
    expect(reader.main).not.toContain(urls.projectShare(at()));
  });

  it('R183 R51 no piece of a kit is given out, alone or with the others: one is led to the reason', async () => {
    for (const client of [site.visitor(), holder.client])
      for (const path of [piece(), `${piece()}?apercu=1`, urls.projectKitZip(at())]) {
        const answer = await client.send(path);
        expect(answer.status, path).toBe(303);
        expect(answer.headers.get('location')).toBe(urls.projectShare(at()));
      }
  });

  it('R183 R49 a holder reads why, and still how often the page was opened', async () => {
    await holder.client.get(urls.holderProject({ project: projectId }));
    expect(holder.client.main).toContain(REASON);
    expect(holder.client.main).toContain('Lectures de votre page');
    expect(holder.client.main).not.toContain('/kit');
  });

  it('R183 R41 the press page and its pictures are off; whom to ask stays', async () => {
    const reader = site.visitor();
    await reader.get(urls.press({ edition: edition.slug }));
    expect(reader.main).toContain(REASON);
    expect(reader.main).toContain('mailto:');
    expect(reader.main).not.toContain('.png');
    expect(reader.html).not.toContain('og:image');
    const picture = urls.pressPicture({ edition: edition.slug, piece: 'image-large.png' });
    const answer = await reader.send(picture);
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      urls.press({ edition: edition.slug }),
    ]);
  });

  it('R183 the office is told, and prepares; once the period is lifted all is there again', async () => {
    await officer.client.get(urls.adminCampaign({ edition: edition.slug }));
    expect(officer.client.main).toContain(REASON);
    expect((await officer.client.send(piece())).status).toBe(200);
    const act = { organisationId: site.organisationId, by: officer.id };
    expect(await liftPause(site.db, act, pauseId)).toBe(true);
    site.memory.forgetAll();
    expect((await site.visitor().send(piece())).status).toBe(200);
    const reader = site.visitor();
    for (const path of [urls.projectShare(at()), urls.press({ edition: edition.slug })]) {
      await reader.get(path);
      expect(reader.main).not.toContain(REASON);
      expect(reader.html).toContain('og:image');
    }
    await reader.get(urls.project(at()));
    expect(reader.main).toContain(urls.projectShare(at()));
  });
});
