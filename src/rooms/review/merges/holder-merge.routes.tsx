import * as m from '../../../paraglide/messages.js';
import { found } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import {
  type Answer as Answered,
  page,
  type SignedInVisit,
  seeOther,
} from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { countSupporters, findIdea, type Idea, listHolders } from '../../ideas/index.ts';
import { findEditionById } from '../../spaces/index.ts';
import { HolderMergePage } from './holder-merge.page.tsx';
import { tellHolders } from './merge.mails.ts';
import { findMerge } from './merge.store.ts';
import { WORDS_LENGTH } from './merge.ts';
import { answerMerge } from './merge-acts.store.ts';
import { answerWords } from './merge-words.page.ts';

/** A holder reads what is proposed for their idea, and answers. For anybody else there is no such page. */
export const holderMergeRoutes: readonly Route[] = [
  get(urls.merge, 'signed-in', async (visit) => mergePage(visit, await loadOwn(visit))),

  post(urls.merge, 'signed-in', async (visit) => {
    const loaded = await loadOwn(visit);
    const { db, organisation, visitor, origin } = visit;
    const form = await visit.form();
    const asked = form.text('reponse');
    const answer = asked === 'oui' ? 'accepted' : asked === 'non' ? 'declined' : null;
    const words = form.text('mot').trim().slice(0, WORDS_LENGTH);
    if (!answer) return mergePage(visit, loaded, words, answerWords['answer-missing']());
    const answered = await answerMerge(
      db,
      { organisationId: organisation.id, by: visitor.id },
      loaded.merge.id,
      { ideaIds: loaded.ownIds, answer, words, isRelayed: false },
      (tx, merge) => tellHolders(tx, { organisation, origin }, merge),
    );
    return answered.ok
      ? seeOther(visit, urls.merge({ merge: loaded.merge.id }), 'merge-answered')
      : mergePage(visit, loaded, words, answerWords[answered.refusal]());
  }),
];

type Loaded = Awaited<ReturnType<typeof loadOwn>>;

async function loadOwn(visit: SignedInVisit<'merge'>) {
  const { db, organisation, visitor, params } = visit;
  const merge = found(await findMerge(db, organisation.id, params.merge), 'merge');
  const ids = merge.members.map(({ ideaId }) => ideaId);
  const ownIds = (await listHolders(db, organisation.id, ids))
    .filter(({ personId }) => personId === visitor.id)
    .map(({ ideaId }) => ideaId);
  found(ownIds[0], 'merge');
  return { merge, ownIds };
}

async function mergePage(
  visit: SignedInVisit<'merge'>,
  { merge, ownIds }: Loaded,
  words = '',
  problem?: string,
): Promise<Answered> {
  const { db, organisation } = visit;
  const ids = merge.members.map(({ ideaId }) => ideaId);
  const [edition, ideas, supporters] = await Promise.all([
    findEditionById(db, organisation.id, merge.editionId),
    Promise.all(ids.map((id) => findIdea(db, organisation.id, id))),
    countSupporters(db, organisation.id, ids),
  ]);
  const problems: Problems = problem ? { reponse: problem } : {};
  return page({
    title: m.merges_holder_title(),
    section: 'editions',
    ...(problem && { status: 422, faulty: true }),
    body: (
      <HolderMergePage
        edition={found(edition, 'edition')}
        merge={merge}
        ideas={ideas.filter((idea): idea is Idea => idea !== null)}
        ownIds={ownIds}
        supporters={supporters}
        words={words}
        problems={problems}
      />
    ),
  });
}
