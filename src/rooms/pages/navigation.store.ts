import type { Db } from '../../platform/database/database.ts';
import type { EditorialLinks } from '../../platform/http/editorial-links.ts';
import { listPageLinks } from './editorial/editorial.store.ts';
import { hasFaq } from './faq/faq.store.ts';
import { hasPartners } from './partners/partner.store.ts';

/** Ways to what is published, and to nothing else. */
export async function findEditorial(db: Db, organisationId: string): Promise<EditorialLinks> {
  const [pages, faq, partners] = await Promise.all([
    listPageLinks(db, organisationId),
    hasFaq(db, organisationId),
    hasPartners(db, organisationId),
  ]);
  return { pages, faq, partners };
}
