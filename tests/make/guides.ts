import type { Guide, Kit, ShownTo, WrittenGuide } from '../../src/rooms/guides/index.ts';
import {
  findGuide,
  findKit,
  insertGuide,
  insertKit,
  showGuide,
} from '../../src/rooms/guides/index.ts';
import type { Edition } from '../../src/rooms/spaces/index.ts';
import type { TestSite } from '../site-client.ts';

/** A training page, published unless told. */
export async function makeGuide(
  site: Pick<TestSite, 'db' | 'organisationId'>,
  options: Partial<WrittenGuide> & { organisationId?: string; published?: boolean } = {},
): Promise<Guide> {
  const { organisationId = site.organisationId, published = true, ...written } = options;
  const act = { organisationId, by: null };
  const made = await insertGuide(site.db, act, {
    title: 'Traiter une demande',
    summary: 'En trois étapes.',
    body: '## Avant\n\n1. Lisez.\n2. Répondez.',
    lang: 'fr',
    audience: [],
    ...written,
  });
  if (!made.ok) throw new Error(made.refusal);
  const guide = (await findGuide(site.db, organisationId, made.slug))!;
  if (published) await showGuide(site.db, act, guide, true);
  return (await findGuide(site.db, organisationId, made.slug))!;
}

/** A kit with the paper idea form in it. */
export async function makeKit(
  site: Pick<TestSite, 'db' | 'organisationId'>,
  edition: Edition,
  options: { organisationId?: string; title?: string; shownTo?: ShownTo } = {},
): Promise<Kit> {
  const { organisationId = site.organisationId, title = 'Kit', shownTo = 'staff' } = options;
  const act = { organisationId, by: null };
  const kit = { title, summary: '', audiences: ['ambassador'], steps: ['collection'], shownTo };
  const made = await insertKit(site.db, act, { editionId: edition.id }, kit, ['idea-form']);
  if (!made.ok) throw new Error(made.refusal);
  return (await findKit(site.db, organisationId, edition.id, made.slug))!;
}
