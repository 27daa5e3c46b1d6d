import * as m from '../../paraglide/messages.js';
import type { Db } from '../../platform/database/database.ts';
import { countHit } from '../../platform/http/limits.ts';
import { found } from '../../platform/http/refused.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import { page } from '../../platform/http/visit.ts';
import { openKeys } from '../../platform/keys/keys.ts';
import type { Problems } from '../../ui/form.tsx';
import { urls } from '../../urls.ts';
import { hashAsker } from './box.crypto.ts';
import { isInBox } from './box.store.ts';
import { toHex } from './commitment.ts';
import { growLatestTree } from './head.store.ts';
import { findLeaf, proveLeaf } from './merkle.ts';
import { type ProofAnswer, ProofPage } from './proof.page.tsx';
import { readTrackingCode } from './tracking-code.ts';
import { loadPoll, type PollVisit } from './voter.routes.tsx';

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
      // an address, in a form that nobody else can find again, and no finer than the day
      const { keysFolder } = visit.config;
      const asker = hashAsker(openKeys(keysFolder).rollKey(), visit.address);
      await countHit(visit.db, { key: `proof:${asker}`, hits: 200, seconds: 86_400 });
      const typed = (await visit.form()).text('code');
      if (typed === '') return proofPage(loaded, '', { code: m.polls_proof_missing() }, null);
      const commitment = readTrackingCode(typed.slice(0, 200));
      if (!commitment)
        return proofPage(loaded, typed.slice(0, 200), { code: m.polls_proof_unreadable() }, null);
      const answer = await answerFor(visit.db, visit.organisation.id, poll.id, commitment);
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
