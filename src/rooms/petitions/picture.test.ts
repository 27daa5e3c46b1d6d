import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePhoto } from '../../../tests/make/commons.ts';
import { makePetition } from '../../../tests/make/petitions.ts';
import { makeHelpPlace } from '../../../tests/make/requests.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';
import { findPetition } from './petition.store.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const statusOf = async (client: { send(path: string): Promise<Response> }, path: string) =>
  (await client.send(path)).status;

describe('the picture of a mobilisation', () => {
  it('R156 R81 its team gives it with its words, everybody who reads the page sees it, and it goes with its bytes', async () => {
    const { component, at: place, asker, organiser } = await makeHelpPlace(site, 'mobilisations');
    const petition = await makePetition(site, component.id, organiser.id);
    const at = { petition: petition.number };
    const path = urls.petitionPicture(at);
    const { client } = organiser;
    expect(await statusOf(client, path), 'none yet').toBe(404);
    await asker.client.post(path, { file: await makePhoto(), alt: 'La maternité' });
    expect(asker.client.status, 'not of the team').toBe(404);
    await client.post(path, { file: await makePhoto(), alt: '' });
    expect([client.status, client.main.includes('id="alt-error"')]).toEqual([422, true]);
    await client.post(path, { file: new File(['non'], 'a.jpg'), alt: 'La maternité de Fleury' });
    expect([client.status, client.main.includes('value="La maternité de Fleury"')]).toEqual([
      422,
      true,
    ]);
    await client.post(path, { file: await makePhoto(), alt: 'La maternité de Fleury' });
    expect(client.path.split('?')[0]).toContain('/modifier');

    const visitor = site.visitor();
    await visitor.get(urls.petition(at));
    expect(visitor.main).toContain('alt="La maternité de Fleury"');
    expect(await statusOf(visitor, path)).toBe(200);
    expect(await statusOf(visitor, `${path}?taille=petite`)).toBe(200);
    await asker.client.get(urls.mobilisations(place));
    expect(asker.client.main, 'in the list').toContain('alt="La maternité de Fleury"');
    const { picture } = (await findPetition(site.db, site.organisationId, petition))!;
    expect(await statusOf(visitor, urls.file({ file: `${picture!.fileId}.webp` }))).toBe(404);

    await client.post(urls.petitionPictureRemove(at), {});
    expect(await statusOf(visitor, path)).toBe(404);
    const kept = await site.db
      .selectFrom('file')
      .select('id')
      .where('id', '=', picture!.fileId)
      .execute();
    expect(kept).toEqual([]);
  });

  it('R156 W3 what members alone may sign shows its picture to nobody else', async () => {
    const { component, member, outsider, organiser } = await makeHelpPlace(site, 'mobilisations');
    const petition = await makePetition(site, component.id, organiser.id, { reach: 'members' });
    const path = urls.petitionPicture({ petition: petition.number });
    await organiser.client.post(path, { file: await makePhoto(), alt: 'Entre nous' });
    expect(await statusOf(member.client, path)).toBe(200);
    expect(await statusOf(outsider.client, path)).toBe(404);
    expect(await statusOf(site.visitor(), path)).toBe(404);
  });
});
