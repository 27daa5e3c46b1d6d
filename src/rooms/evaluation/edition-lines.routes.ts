import { type Db, readNow } from '../../platform/database/database.ts';
import { countRealisationsOfEditions, type DeliveryCounts } from '../delivery/index.ts';
import { countAuthorsOfEditions, countIdeasOfEditions } from '../ideas/index.ts';
import { findPublishedTurnouts, type PublishedTurnout } from '../polls/index.ts';
import { countProjectsOfEditions, listFrozenEditions } from '../projects/index.ts';
import { findMedianDelays } from '../review/index.ts';
import { type Edition, hasBegun } from '../spaces/index.ts';
import type { EditionLine } from './figures.ts';

export interface DescribedEditions {
  describe(edition: Edition): EditionLine;
  /** Of editions whose result is published. */
  turnouts: ReadonlyMap<string, PublishedTurnout>;
  deliveries: ReadonlyMap<string, DeliveryCounts>;
}

/**
 * What each of these editions amounted to, in as many queries for twelve as for one: nothing of a vote before its result
 * is published (V15), no list before the campaign. `inhabitants` null: nobody said how many.
 */
export async function describeEditionLines(
  db: Db,
  organisationId: string,
  editions: readonly Edition[],
  inhabitants: number | null,
): Promise<DescribedEditions> {
  const ids = editions.map(({ id }) => id);
  const [now, ideas, authors, projects, frozen, turnouts, deliveries, medians] = await Promise.all([
    readNow(db),
    countIdeasOfEditions(db, organisationId, ids),
    countAuthorsOfEditions(db, organisationId, ids),
    countProjectsOfEditions(db, organisationId, ids),
    listFrozenEditions(db, organisationId, ids),
    findPublishedTurnouts(db, organisationId, ids),
    countRealisationsOfEditions(db, organisationId, ids),
    findMedianDelays(db, organisationId, ids),
  ]);
  const isListed = (one: Edition) => frozen.has(one.id) && hasBegun(one, 'campaign', now);
  const describe = (one: Edition): EditionLine => {
    const turnout = turnouts.get(one.id);
    const delivery = deliveries.get(one.id);
    return {
      slug: one.slug,
      title: one.title,
      ideas: ideas.get(one.id) ?? 0,
      authors: authors.get(one.id) ?? 0,
      voters: turnout?.voters ?? null,
      turnout: turnout && inhabitants ? turnout.voters / inhabitants : null,
      projects: isListed(one) ? (projects.get(one.id)?.projects ?? 0) : null,
      winners: turnout ? turnout.winners : (delivery?.realisations ?? null),
      envelope: one.envelope,
      deliveredShare: delivery ? delivery.delivered / delivery.realisations : null,
      medianDelay: medians.get(one.id) ?? null,
    };
  };
  return { describe, turnouts, deliveries };
}
