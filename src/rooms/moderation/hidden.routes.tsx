import type { ContributionKind } from '../../platform/http/contribution.ts';
import { notFound } from '../../platform/http/refused.ts';
import { mayEverywhere, mayInSpace } from '../../platform/http/route.ts';
import { type Answer, page, seeOther, type Visit } from '../../platform/http/visit.ts';
import { HiddenPage } from './hidden.page.tsx';
import { findAppeal, findStandingHiding } from './hiding.store.ts';
import { hiddenTitles } from './words.page.ts';

/**
 * What stands where a hidden contribution stood (R117): 410, by which article and since when, and nothing of what it said.
 * An address that holds words of it leads to the one that holds none.
 */
export async function showHidden(
  visit: Visit,
  hidden: {
    kind: ContributionKind;
    id: string;
    authorId: string | null;
    spaceId: string | null;
    address: string;
  },
): Promise<Answer> {
  const { db, organisation, visitor, url } = visit;
  if (url.pathname !== hidden.address) return seeOther(visit, hidden.address);
  const hiding = await findStandingHiding(db, organisation.id, hidden.kind, hidden.id);
  if (!hiding) throw notFound(hidden.kind);
  const isAuthor = visitor !== null && visitor.id === hidden.authorId;
  return page({
    title: hiddenTitles[hidden.kind](),
    status: 410,
    body: (
      <HiddenPage
        kind={hidden.kind}
        hiding={hiding}
        isAuthor={isAuthor}
        hasAppealed={isAuthor && (await findAppeal(db, organisation.id, hiding.id)) !== null}
        mayJudge={
          visitor !== null &&
          (hidden.spaceId === null
            ? mayEverywhere('moderator', visitor)
            : mayInSpace('moderator', visitor, hidden.spaceId))
        }
      />
    ),
  });
}
