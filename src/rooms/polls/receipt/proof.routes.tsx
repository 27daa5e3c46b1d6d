import * as m from '../../../paraglide/messages.js';
import type { Db } from '../../../platform/database/database.ts';
import { found } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { page } from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { loadPoll, type PollVisit } from '../ballot/voter.routes.tsx';
import { isInBox } from '../box/box.store.ts';
import { toHex } from '../box/commitment.ts';
import { growLatestTree } from '../box/head.store.ts';
import { findLeaf, proveLeaf } from '../box/merkle.ts';
import { countAsking } from './code-asking.routes.ts';
import { type ProofAnswer, ProofPage } from './proof.page.tsx';
import { KEPT_LENGTH, readKept } from './tracking-code.ts';

/** Whether a tracking code is in the box. Asked by a form that is never an address: codes stay out of histories. */
export const proofRoutes: readonly Route[] = [
  get(urls.voteProof, 'anyone', async (visit) => {
    const loaded = await loadPoll(visit);
    found(loaded.poll, 'poll');
    return proofPage(loaded, '', {}, null);
  }),

  post(
    urls.voteProof,
    'anyone',
    async (visit) => {
      const loaded = await loadPoll(visit);
      const poll = found(loaded.poll, 'poll');
      await countAsking(visit);
      const typed = (await visit.form()).text('code').slice(0, KEPT_LENGTH);
      const refuse = (words: string) => proofPage(loaded, typed, { code: words }, null);
      if (typed === '') return refuse(m.polls_proof_missing());
      const kept = readKept(typed);
      if (!kept) return refuse(m.polls_proof_unreadable());
      if (kept.poll !== null && kept.poll !== poll.id) return refuse(m.receipts_find_other_poll());
      const { db, organisation } = visit;
      const answer = await answerFor(db, organisation.id, poll.id, kept.commitment);
      return proofPage(loaded, typed, {}, answer);
    },
    { unlogged: true },
  ),
];

function proofPage(
  { edition, now }: PollVisit,
  typed: string,
  problems: Problems,
  answer: ProofAnswer | null,
) {
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.polls_proof_title(),
    section: 'editions',
    ...(faulty && { status: 422, faulty }),
    body: (
      <ProofPage edition={edition} now={now} typed={typed} problems={problems} answer={answer} />
    ),
  });
}

async function answerFor(
  db: Db,
  organisationId: string,
  pollId: string,
  commitment: Uint8Array,
): Promise<ProofAnswer> {
  const latest = await growLatestTree(db, organisationId, pollId);
  const hex = toHex(commitment);
  const position = latest ? findLeaf(latest.leaves, commitment) : -1;
  if (latest && position >= 0) {
    return {
      found: 'in-head',
      commitment: hex,
      head: latest.head,
      steps: proveLeaf(latest.tree, position).map((step) => ({
        side: step.side,
        hash: toHex(step.hash),
      })),
    };
  }
  return { found: (await isInBox(db, pollId, hex)) ? 'in-box' : 'nowhere' };
}
