import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeMeeting } from '../../../../tests/make/meetings.ts';
import { type MadePerson, makePerson } from '../../../../tests/make/people.ts';
import {
  hiddenIn,
  type MadeRealisation,
  makeRealisation,
} from '../../../../tests/make/realisations.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { findRealisation } from '../realisation.store.ts';
import { recordStep } from '../realisation-writing.store.ts';
import { findInauguration } from './inauguration.store.ts';
import { MOST_PHOTOS, mayAddPhoto, NONE } from './inauguration.ts';

let site: TestSite;
let officer: MadePerson;
let made: MadeRealisation;
beforeAll(async () => {
  site = await openTestSite();
  officer = await makePerson(site, { roles: ['officer'] });
});
afterAll(() => site.close());
beforeEach(async () => {
  made = await makeRealisation(site);
});

const at = () => ({ edition: made.edition.slug, project: made.project });
const path = () => urls.adminInauguration(at());
const kept = () => findInauguration(site.db, site.organisationId, made.realisationId);
const doneOn = async () =>
  (await findRealisation(site.db, site.organisationId, made.projectId))!.steps.at(-1)!.doneOn;

const announce = (changes: Parameters<typeof makeMeeting>[1] = {}) =>
  makeMeeting(site, {
    kind: 'inauguration',
    title: 'On coupe le ruban',
    editionId: made.edition.id,
    target: { kind: 'realisation', id: made.realisationId },
    ...changes,
  });

async function say(fields: Record<string, string>) {
  await officer.client.get(path());
  await officer.client.post(path(), {
    before: hiddenIn(officer.client.main, 'before'),
    ...fields,
  });
}

async function deliver() {
  for (const stage of ['study', 'procurement', 'works', 'delivered'] as const)
    await recordStep(site.db, site.organisationId, made.realisationId, {
      ...{ stage, title: '', description: '', doneOn: '2026-02-01' },
    });
}

async function photo(): Promise<File> {
  const bytes = await sharp({
    create: { width: 900, height: 600, channels: 3, background: '#B4491F' },
  })
    .jpeg()
    .toBuffer();
  return new File([new Uint8Array(bytes)], 'ruban.jpg', { type: 'image/jpeg' });
}

describe('R63 the inauguration', () => {
  it('R63 announced with its meeting, it stands on the page with the way to register', async () => {
    const meeting = await announce();
    await say({ meeting: meeting.id });
    expect((await kept()).meetingId).toBe(meeting.id);
    const visitor = site.visitor();
    await visitor.get(urls.delivery(at()));
    expect(visitor.main).toContain('Rendez-vous le');
    expect(visitor.main).toContain('On coupe le ruban');
    expect(visitor.main).toContain('#inscription');
    expect(visitor.main.match(/On coupe le ruban<\/bdi>/g), 'told once').toHaveLength(1);
  });

  it('R63 the step is told with its meeting: both, or neither with the reason', async () => {
    const meeting = await announce({ inHours: -3 });
    await say({ meeting: meeting.id, reach: 'oui' });
    expect(officer.client.status).toBe(422);
    expect(officer.client.main).toContain('Une étape précédente n’a pas de date réelle');
    expect((await kept()).meetingId, 'nothing half-written').toBeNull();
    await deliver();
    await say({ meeting: meeting.id, reach: 'oui' });
    expect(officer.client.status).toBe(200);
    expect((await kept()).meetingId).toBe(meeting.id);
    expect(await doneOn()).not.toBeNull();
    const visitor = site.visitor();
    await visitor.get(urls.delivery(at()));
    expect(visitor.main).toContain('Inauguré le');
  });

  it('R63 a meeting of another thing is refused; what another officer chose meanwhile is shown', async () => {
    const meeting = await announce();
    const second = await announce({ title: 'Une autre date' });
    const elsewhere = await makeMeeting(site, { kind: 'inauguration' });
    await say({ meeting: elsewhere.id });
    expect(officer.client.status).toBe(422);
    await officer.client.get(path());
    await say({ meeting: meeting.id });
    await officer.client.post(path(), { before: NONE, meeting: second.id });
    expect(officer.client.status).toBe(409);
    expect(officer.client.main).toContain('On coupe le ruban');
    expect((await kept()).meetingId).toBe(meeting.id);
  });

  it('R63 photos have their words, and are never more than may be; removed, nothing is kept', async () => {
    expect(mayAddPhoto(MOST_PHOTOS - 1)).toBe(true);
    expect(mayAddPhoto(MOST_PHOTOS)).toBe(false);
    const photos = urls.adminInaugurationPhotos(at());
    const file = await photo();
    await officer.client.post(photos, { file, alt: '' });
    expect(officer.client.status).toBe(422);
    expect(officer.client.main).toContain('Décrivez l’image');
    await officer.client.post(photos, { file: new File(['non'], 'a.jpg'), alt: 'Le ruban' });
    expect(officer.client.status).toBe(422);
    await Promise.all(
      Array.from({ length: MOST_PHOTOS + 2 }, (_, index) =>
        officer.client.send(photos, { file, alt: `Le ruban ${index}` }),
      ),
    );
    const shown = (await kept()).photos;
    expect(shown).toHaveLength(MOST_PHOTOS);
    const visitor = site.visitor();
    await visitor.get(urls.delivery(at()));
    expect(visitor.main).toContain(`alt="${shown[0]!.alt}"`);
    const remove = urls.adminRemoveInaugurationPhoto({ ...at(), file: shown[0]!.fileId });
    await officer.client.post(remove);
    expect((await kept()).photos).toHaveLength(MOST_PHOTOS - 1);
    const resident = await makePerson(site);
    expect((await resident.client.send(photos, { file, alt: 'Moi' })).status).toBe(403);
  });
});
