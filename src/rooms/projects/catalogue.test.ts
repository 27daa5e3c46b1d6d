import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeEdition } from '../../../tests/make/editions.ts';
import { makeFrozenEdition } from '../../../tests/make/polls.ts';
import { readPdf } from '../../../tests/read-pdf.ts';
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

  it('R50 is there neither before the list is frozen nor before the campaign, nor elsewhere', async () => {
    const reader = site.visitor();
    const open = await makeEdition(site, { phase: 'campaign' });
    const early = await makeFrozenEdition(site, { edition: { phase: 'study' } });
    for (const edition of [open.slug, early.slug, 'jamais-vue'])
      expect((await reader.send(urls.projectsPdf({ edition }))).status).toBe(404);
  });
});
