import { type Answer, page, type Visit } from '../../platform/http/visit.ts';
import { listCoOrganisers } from './co-organiser.store.ts';
import type { SeenSpace } from './load.routes.ts';
import { ShowcasePage } from './showcase.page.tsx';

/** What everybody reads of a network (R140): what it is, and what its members made public. */
export async function showShowcase(visit: Visit, space: SeenSpace): Promise<Answer> {
  const [parts, coOrganisers] = await Promise.all([
    visit.listShowcaseParts(space),
    listCoOrganisers(visit.db, visit.organisation.id, space.id),
  ]);
  return page({
    title: space.title,
    section: 'participation',
    description: space.summary,
    scripts: parts.flatMap(({ scripts = [] }) => scripts),
    body: <ShowcasePage space={space} parts={parts} coOrganisers={coOrganisers} />,
  });
}
