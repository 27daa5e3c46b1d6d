import { originOf } from '../../../platform/http/origin.ts';
import type { Visit } from '../../../platform/http/visit.ts';
import { listHolders, listIdeaTitles } from '../../ideas/index.ts';
import type { Edition } from '../../spaces/index.ts';
import { writeDecision } from './decision.mails.ts';
import { listDecisionsOfIdea } from './decision.store.ts';
import { type DecidedIdea, OUTCOMES } from './decision.ts';
import { findLetterWords } from './letter-words.store.ts';
import { listPaperNotices } from './notice.store.ts';
import type { BatchPreview } from './publish.page.tsx';
import { listReasons } from './reason.store.ts';

/** Ideas whose holders are looked up at once. */
const AT_ONCE = 2000;

/** What would leave if these decisions were published now. */
export async function previewBatch(
  { db, organisation, config }: Visit,
  edition: Edition,
  ideas: readonly DecidedIdea[],
): Promise<BatchPreview> {
  const holders: Awaited<ReturnType<typeof listHolders>> = [];
  for (let from = 0; from < ideas.length; from += AT_ONCE) {
    const ids = ideas.slice(from, from + AT_ONCE).map(({ ideaId }) => ideaId);
    holders.push(...(await listHolders(db, organisation.id, ids)));
  }
  const { words } = await findLetterWords(db, organisation.id, edition.id);
  const reasons = await listReasons(db, organisation.id, edition.id);
  const origin = originOf(organisation.host, config);
  const held = new Map(holders.map((holder) => [holder.ideaId, holder]));
  const samples: BatchPreview['samples'][number][] = [];
  for (const outcome of OUTCOMES) {
    const idea = ideas.find(
      ({ ideaId, decision }) => decision?.outcome === outcome && held.has(ideaId),
    );
    if (!idea?.decision) continue;
    const decisions = await listDecisionsOfIdea(db, organisation.id, idea.ideaId);
    const before = decisions.at(-2)?.publishedAt ?? null;
    const reason = reasons.find(({ id }) => id === idea.decision!.reasonId) ?? null;
    const decision = { ...idea.decision, before };
    const about = { organisation, edition, origin, words, idea, reason, decision };
    samples.push({ outcome, ...writeDecision(about, held.get(idea.ideaId)!) });
  }
  const of = (outcome: string) =>
    ideas.filter(({ decision }) => decision?.outcome === outcome).length;
  return {
    decisions: ideas.length,
    toVote: of('to-vote'),
    refused: of('refused'),
    mails: holders.filter(({ email }) => email !== null).length,
    onPaper: holders.filter(({ email }) => email === null).map(({ name }) => name),
    withoutHolder: ideas.filter(({ ideaId }) => !held.has(ideaId)).length,
    samples,
  };
}

/** The letters of those without a mailbox, in the organisation's language. */
export async function writePaperLetters(
  { db, organisation, config }: Visit,
  edition: Edition,
  batchId: string,
): Promise<{ subject: string; text: string }[]> {
  const notices = await listPaperNotices(db, organisation.id, batchId);
  const { words } = await findLetterWords(db, organisation.id, edition.id);
  const reasons = await listReasons(db, organisation.id, edition.id);
  const origin = originOf(organisation.host, config);
  const ids = notices.map(({ ideaId }) => ideaId);
  const titles = await listIdeaTitles(db, organisation.id, ids);
  const ideas = new Map(titles.map((title) => [title.id, title]));
  return notices.map((decision) => {
    const idea = ideas.get(decision.ideaId)!;
    const reason = reasons.find(({ id }) => id === decision.reasonId) ?? null;
    const holder = { name: decision.name, locale: organisation.defaultLocale };
    return writeDecision({ organisation, edition, origin, words, idea, reason, decision }, holder);
  });
}
