import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER, makeHeldProject } from '../../../tests/make/campaign.ts';
import { makeEdition } from '../../../tests/make/editions.ts';
import { type MadePerson, makePerson } from '../../../tests/make/people.ts';
import { makeFrozenEdition } from '../../../tests/make/polls.ts';
import { seePdf } from '../../../tests/see-pdf.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';
import { listProjects } from '../projects/index.ts';
import { sumKitDownloads } from './kit-download.store.ts';
import { ALL_PIECES, PIECES } from './piece.ts';

let site: TestSite;
let holder: MadePerson;
let officer: MadePerson;
beforeAll(async () => {
  site = await openTestSite();
  holder = await makePerson(site);
  officer = await makePerson(site, { roles: ['officer'] });
});
afterAll(() => site.close());

const unpack = async (answer: Response) => unzipSync(new Uint8Array(await answer.arrayBuffer()));
const namesOf = (folder: string, number: number) =>
  ALL_PIECES.map((piece) => `${folder}/projet-${number}-${PIECES[piece].file}`);

describe('R51 kits in one file', () => {
  it('R51 hold every piece of every project, under names that any system reads, as each is taken alone', async () => {
    const titles = ['Été à l’école : l’œuvre', 'حديقة', '../../etc/passwd'];
    const edition = await makeFrozenEdition(site, {
      costs: [100_00, 200_00, 300_00],
      titleOf: (number) => titles[number - 1]!,
    });
    const at = { edition: edition.slug };
    const { client } = officer;
    await client.get(urls.adminCampaign(at));
    expect(client.main).toContain(urls.adminCampaignZip(at));
    const answer = await client.send(urls.adminCampaignZip(at));
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="kits-${edition.slug}.zip"`,
    );
    const files = await unpack(answer);
    expect(Object.keys(files)).toEqual([
      ...namesOf('projet-1-ete-a-l-ecole-l-oeuvre', 1),
      ...namesOf('projet-2', 2),
      ...namesOf('projet-3-etc-passwd', 3),
    ]);
    const [sheet] = await seePdf(files['projet-2/projet-2-affiche-a4.pdf']!);
    expect(sheet!.text).toContain('n° 2');
    const alone = await site
      .visitor()
      .send(urls.projectKit({ ...at, project: 2, piece: 'image-large.png' }));
    expect(Buffer.from(files['projet-2/projet-2-image-large.png']!)).toEqual(
      Buffer.from(await alone.arrayBuffer()),
    );
    const projects = await listProjects(site.db, site.organisationId, edition.id);
    const ids = projects.map(({ id }) => id);
    const taken = await sumKitDownloads(site.db, site.organisationId, ids);
    for (const id of ids) expect([...taken.get(id)!.values()], id).toEqual(ALL_PIECES.map(() => 1));
  });

  it('R51 of one project for whoever may take its kit, and for nobody before', async () => {
    const edition = await makeEdition(site, { phase: 'study' });
    const { projectId } = await makeHeldProject(site, holder.id, { edition });
    const path = urls.projectKitZip({ edition: edition.slug, project: 1 });
    expect((await site.visitor().send(path)).status).toBe(404);
    await holder.client.get(urls.holderProject({ project: projectId }));
    expect(holder.client.main).toContain(path);
    const files = await unpack(await holder.client.send(path, undefined, BROWSER));
    expect(Object.keys(files)).toEqual(namesOf('projet-1-un-verger-pour-l-ecole-des-tilleuls', 1));
    expect(strFromU8(files[Object.keys(files)[0]!]!.subarray(0, 5))).toBe('%PDF-');
    const robot = { 'user-agent': 'Twitterbot/1.0' };
    await (await holder.client.send(path, undefined, robot)).arrayBuffer();
    const sums = await sumKitDownloads(site.db, site.organisationId, [projectId]);
    expect(sums.get(projectId)!.get('poster-a4')).toBe(1);
  });

  it('W3 neither a resident nor another town’s officer takes all kits; a list that is not frozen has none', async () => {
    const edition = await makeFrozenEdition(site, { costs: [100_00] });
    const at = { edition: edition.slug };
    expect((await holder.client.send(urls.adminCampaignZip(at))).status).toBe(403);
    expect((await officer.client.send(urls.adminCampaignZip({ edition: 'ailleurs' }))).status).toBe(
      404,
    );
    const open = await makeEdition(site, { phase: 'study' });
    expect((await officer.client.send(urls.adminCampaignZip({ edition: open.slug }))).status).toBe(
      404,
    );
  });
});
