import * as m from '../../paraglide/messages.js';
import { getLocale } from '../../paraglide/runtime.js';
import { readNow } from '../../platform/database/database.ts';
import { found } from '../../platform/http/refused.ts';
import { get, type Route } from '../../platform/http/route.ts';
import { page } from '../../platform/http/visit.ts';
import { urls } from '../../urls.ts';
import { findPublishedResult } from '../polls/index.ts';
import { countProjects, findListFreeze, isListPublic, listProjects } from '../projects/index.ts';
import { FeedbackPage } from '../review/index.page.ts';
import {
  countDecidedIdeas,
  type DecisionFilter,
  findLetterWords,
  listDecidedIdeas,
  listReasons,
  type Outcome,
  readFeedback,
} from '../review/index.ts';
import { findEdition, hasBegun, readNumber } from '../spaces/index.ts';

const OUTCOMES: Record<string, Outcome> = { retenue: 'to-vote', 'non-retenue': 'refused' };

/** What became of the ideas of an edition, told to everybody (R45, R46). */
export const feedbackRoutes: readonly Route[] = [
  get(
    urls.feedback,
    'anyone',
    async ({ db, organisation, params, url }) => {
      const edition = found(await findEdition(db, organisation.id, params.edition), 'edition');
      const at = [db, organisation.id, edition.id] as const;
      const [feedback, reasons] = await Promise.all([readFeedback(...at), listReasons(...at)]);
      const read = (name: string) => url.searchParams.get(name) ?? '';
      const asked = {
        recherche: read('recherche').slice(0, 100),
        issue: Object.hasOwn(OUTCOMES, read('issue')) ? read('issue') : undefined,
        motif: reasons.find(({ id }) => id === read('motif'))?.id,
      };
      const filter: DecisionFilter = {
        state: 'published',
        outcome: asked.issue ? OUTCOMES[asked.issue]! : null,
        reasonId: asked.motif ?? null,
        search: asked.recherche,
      };
      const after = readNumber(read('apres')) ?? 0;
      const [now, { ideas, next }, total, { words }, freeze, result] = await Promise.all([
        readNow(db),
        listDecidedIdeas(...at, filter, after),
        countDecidedIdeas(...at, filter),
        findLetterWords(...at),
        findListFreeze(...at),
        findPublishedResult(...at),
      ]);
      const isPublic = isListPublic(freeze, hasBegun(edition, 'campaign', now));
      return page({
        title: m.decide_feedback_title(),
        section: 'editions',
        body: (
          <FeedbackPage
            edition={edition}
            now={now}
            feedback={feedback}
            projects={isPublic ? (await countProjects(...at)).projects : null}
            winners={result && (await countWinners(at, result))}
            meeting={words[getLocale()].meeting || words.fr.meeting}
            ideas={ideas}
            total={total}
            reasons={reasons}
            asked={asked}
            nextHref={
              next === null
                ? undefined
                : urls.feedback({ edition: edition.slug }, { ...asked, apres: next })
            }
          />
        ),
      });
    },
    { cached: true },
  ),
];

/** The projects that won, and how many ideas are in them. */
async function countWinners(
  at: Readonly<Parameters<typeof listProjects>>,
  { winners }: { winners: readonly { projectId: string }[] },
): Promise<{ projects: number; ideas: number }> {
  const won = new Set(winners.map(({ projectId }) => projectId));
  const projects = (await listProjects(...at)).filter(({ id }) => won.has(id));
  const ideas = projects.reduce((sum, { ideaIds }) => sum + ideaIds.length, 0);
  return { projects: winners.length, ideas };
}
