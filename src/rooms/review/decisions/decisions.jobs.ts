import * as m from '../../../paraglide/messages.js';
import type { Config } from '../../../platform/config.ts';
import type { Database } from '../../../platform/database/database.ts';
import { originOf } from '../../../platform/http/origin.ts';
import type { Jobs } from '../../../platform/jobs/worker.ts';
import type { Tools } from '../../../platform/room.ts';
import { excerptOf } from '../../../platform/text/excerpt.ts';
import { urls } from '../../../urls.ts';
import { type IdeaHolder, listHolders, listIdeaTitles } from '../../ideas/index.ts';
import { queueLetter, tellPerson } from '../../notifications/index.ts';
import { findOrganisation } from '../../organisations/index.ts';
import { findEditionById } from '../../spaces/index.ts';
import { publishAtItsMinute } from './batch.store.ts';
import { writeDecision } from './decision.mails.ts';
import { findLetterWords } from './letter-words.store.ts';
import { insertNotices, type NewNotice, takeUntold } from './notice.store.ts';
import { listReasons } from './reason.store.ts';

export interface BatchKey {
  organisationId: string;
  batchId: string;
}

export function decisionJobs({ db, config }: Tools): Jobs {
  return {
    'publish-decisions': (batch: BatchKey) => publishAtItsMinute(db, batch),
    'write-decision-letters': (batch: BatchKey) => writeDecisionLetters(db, config, batch),
  };
}

/**
 * Writes to every holder of a published batch, some at a time: each lot is marked in the transaction that queues its
 * letters, so that killed anywhere and started again, on two nodes at once, each holder gets exactly one (R44).
 */
export async function writeDecisionLetters(
  db: Database,
  config: Pick<Config, 'port'>,
  { organisationId, batchId }: BatchKey,
): Promise<void> {
  const organisation = await findOrganisation(db, organisationId);
  if (!organisation) return;
  const origin = originOf(organisation.host, config);
  let isMore = true;
  while (isMore)
    isMore = await db.transaction().execute(async (tx) => {
      const told = await takeUntold(tx, organisationId, batchId);
      if (told.length === 0) return false;
      const ids = told.map(({ ideaId }) => ideaId);
      const ideas = await listIdeaTitles(tx, organisationId, ids);
      const editionId = ideas[0]!.editionId;
      const edition = (await findEditionById(tx, organisationId, editionId))!;
      const { words } = await findLetterWords(tx, organisationId, editionId);
      const reasons = await listReasons(tx, organisationId, editionId);
      const holders = Map.groupBy(
        await listHolders(tx, organisationId, ids),
        ({ ideaId }) => ideaId,
      );
      const notices: NewNotice[] = [];
      for (const decision of told) {
        const reason = reasons.find(({ id }) => id === decision.reasonId) ?? null;
        const idea = ideas.find(({ id }) => id === decision.ideaId)!;
        const about = { organisation, edition, origin, words, idea, reason, decision };
        const { ideaId, round } = decision;
        for (const [at, holder] of listOnce(holders.get(ideaId) ?? []).entries()) {
          const { personId, name, email } = holder;
          notices.push({ ideaId, round, personId, name, channel: email ? 'mail' : 'paper' });
          if (!email) continue;
          const onceKey = `decision:${ideaId}:${round}${at > 0 ? `:${at + 1}` : ''}`;
          const target = { kind: 'idea', id: ideaId };
          const letter = {
            address: email,
            locale: holder.locale,
            ...writeDecision(about, holder),
            isOwed: true,
            onceKey,
          };
          if (personId === null)
            await queueLetter(tx, {
              organisationId,
              topic: 'my-ideas',
              personId,
              target,
              ...letter,
            });
          else
            await tellPerson(tx, organisationId, {
              personId,
              topic: 'my-ideas',
              kind: 'decision',
              target,
              href: urls.idea({ edition: edition.slug, idea: idea.number }),
              words: () => m.decide_told({ title: excerptOf(idea.title, 120) }),
              onceKey,
              letter,
            });
        }
      }
      await insertNotices(tx, organisationId, notices);
      return true;
    });
}

/** Each holder once, and always in the same order. */
function listOnce(holders: readonly IdeaHolder[]): IdeaHolder[] {
  const key = ({ personId, name }: IdeaHolder) => personId ?? `: ${name}`;
  return [...new Map(holders.map((holder) => [key(holder), holder])).values()].sort((a, b) =>
    key(a) < key(b) ? -1 : 1,
  );
}
