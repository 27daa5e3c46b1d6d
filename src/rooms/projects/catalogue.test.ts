import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeHeldProject } from '../../../tests/make/campaign.ts';
import { makeEdition } from '../../../tests/make/editions.ts';
import { makeIdea } from '../../../tests/make/ideas.ts';
import { makePerson } from '../../../tests/make/people.ts';
import { countPurple, givePhoto } from '../../../tests/make/photos.ts';
import { makeFrozenEdition } from '../../../tests/make/polls.ts';
import { readPdf } from '../../../tests/read-pdf.ts';
import { seePdf } from '../../../tests/see-pdf.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { formatMoney } from '../../ui/format.ts';
import { urls } from '../../urls.ts';
import { listBallotProjects } from './index.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

describe('the catalogue to print', () => {
  it('R50 says number, title, cost, district and summary of every project, for anyone', async () => {
    const edition = await makeFrozenEdition(site, {
      costs: Array.from({ length: 60 }, (_, at) => (at + 1) * 10_050),
      districts: ['', 'Centre'],
    });
    const at = { edition: edition.slug };
    const reader = site.visitor();
    await reader.get(urls.projects(at));
    expect(reader.html).toContain(`href="${urls.projectsPdf(at)}"`);
    const answer = await reader.send(urls.projectsPdf(at));
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    const { text, pages, everything, values } = readPdf(new Uint8Array(await answer.arrayBuffer()));
    for (const project of await listBallotProjects(site.db, site.organisationId, edition.id)) {
      expect(text).toContain(`${project.number}. ${project.title}`);
      expect(text).toContain(
        `${formatMoney(project.cost)} · ${project.district || 'Toute la commune'}`,
      );
      expect(text).toContain(project.summary);
    }
    expect(pages).toBeGreaterThan(4);
    expect(text.match(/page \d+ sur \d+/g)).toHaveLength(pages);
    expect(everything).toContain('/Lang (fr)');
    expect(everything.match(/\/S \/H2\b/g)).toHaveLength(60);
    expect(values('Title')).toEqual([`Les projets soumis au vote – ${edition.title}`]);
  });

  it('R50 names place and holder and shows the photo, in the list, on the map and in print', async () => {
    const holder = await makePerson(site, { nickname: 'Zébulon' });
    const other = await makePerson(site, { nickname: 'Ombeline' });
    const edition = await makeEdition(site, { phase: 'collection' });
    const idea = await makeIdea(site, edition, { authorId: holder.id });
    await givePhoto(site, idea);
    await makeHeldProject(site, holder.id, { edition, ideaIds: [idea.id], frozen: false });
    await makeHeldProject(site, other.id, {
      edition,
      title: 'Un banc sous le tilleul',
      place: 'Place du Marché',
    });
    site.travel('16 days');
    const [shown, plain] = ['Un verger', 'Un banc sous'].map(
      (title) => new RegExp(`<article(?:(?!</article>).)*${title}.*?</article>`, 's'),
    );
    const reader = site.visitor();
    await reader.get(urls.projects({ edition: edition.slug }));
    const [card] = shown!.exec(reader.main)!;
    for (const words of [
      formatMoney(12_000_00),
      'École des Tilleuls',
      'porté par Zébulon',
      'alt="Des pommiers en fleurs"',
      'width="640"',
    ])
      expect(card).toContain(words);
    const [bench] = plain!.exec(reader.main)!;
    expect(bench).toContain('Place du Marché');
    expect(bench).toContain('porté par Ombeline');
    expect(bench).not.toContain('<img');
    const answer = await reader.send(urls.projectsPdf({ edition: edition.slug }));
    const file = new Uint8Array(await answer.arrayBuffer());
    const sheets = await seePdf(file);
    const text = sheets.map((sheet) => sheet.text).join('\n');
    for (const words of ['École des Tilleuls', 'porté par Zébulon', 'Place du Marché'])
      expect(text).toContain(words);
    expect(readPdf(file).values('Alt')).toEqual(['Des pommiers en fleurs']);
    // a photo of 150 by 100 points on a sheet of 595
    const points = (900 / 595.28) ** 2;
    const seen = countPurple(sheets[0]!.pixels, 4) / points;
    expect(seen).toBeGreaterThan(14_000);
    expect(seen).toBeLessThan(16_000);
    site.travel(null);
  });

  it('R50 is there neither before the list is frozen nor before the campaign, nor elsewhere', async () => {
    const reader = site.visitor();
    const open = await makeEdition(site, { phase: 'campaign' });
    const early = await makeFrozenEdition(site, { edition: { phase: 'study' } });
    for (const edition of [open.slug, early.slug, 'jamais-vue'])
      expect((await reader.send(urls.projectsPdf({ edition }))).status).toBe(404);
  });
});
