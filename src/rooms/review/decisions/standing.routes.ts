import * as m from '../../../paraglide/messages.js';
import { getLocale } from '../../../paraglide/runtime.js';
import type { Database } from '../../../platform/database/database.ts';
import type { Standing, Target } from '../../../platform/http/visit.ts';
import { urls } from '../../../urls.ts';
import { findEditionById } from '../../spaces/index.ts';
import { findDecisions } from './decision.store.ts';
import { reasonWords } from './decision.ts';
import { listReasons } from './reason.store.ts';
import { outcomeWords } from './words.page.tsx';

/** What was decided about an idea, once it is published: with its reason, for everybody (R45). */
export async function findDecisionStanding(
  db: Database,
  organisationId: string,
  target: Target,
): Promise<Standing | null> {
  if (target.kind !== 'idea') return null;
  const decision = (await findDecisions(db, organisationId, [target.id])).get(target.id);
  if (!decision?.publishedAt) return null;
  const [edition, reasons] = await Promise.all([
    findEditionById(db, organisationId, decision.editionId),
    listReasons(db, organisationId, decision.editionId),
  ]);
  const reason = reasons.find(({ id }) => id === decision.reasonId);
  return {
    label: m.decide_standing_label(),
    tone: decision.outcome === 'to-vote' ? 'success' : 'neutral',
    state: outcomeWords[decision.outcome](),
    at: decision.publishedAt,
    ...(reason && { because: m.decide_because({ reason: reasonWords(reason, getLocale()) }) }),
    text: decision.publicText,
    ...(edition && {
      link: {
        label: m.decide_standing_link(),
        href: urls.feedback({ edition: edition.slug }),
      },
    }),
  };
}
