import * as m from '../../../paraglide/messages.js';
import { found } from '../../../platform/http/refused.ts';
import { get, mayIn, post, type Route } from '../../../platform/http/route.ts';
import { page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import { isUuid } from '../../../platform/text/uuid.ts';
import { urls } from '../../../urls.ts';
import {
  countSupporters,
  dismissSimilarPair,
  findSimilarSearch,
  type IdeaTitle,
  listHolders,
  listIdeaTitles,
  listSimilarPairs,
  requestSimilarPairs,
} from '../../ideas/index.ts';
import { findOfficeEdition } from '../../spaces/index.routes.ts';
import type { Edition } from '../../spaces/index.ts';
import { tellHolders } from './merge.mails.ts';
import { countMerges, findMerge, listMergedIdeas, listMerges } from './merge.store.ts';
import { MERGE_STATES, type Merge, stateOf } from './merge.ts';
import { answerMerge, undoMerge, withdrawMerge } from './merge-acts.store.ts';
import { answerWords, STATE_SLUGS, undoWords } from './merge-words.page.ts';
import { MergesPage } from './merges.page.tsx';
import { newMergeRoutes } from './new-merge.routes.tsx';
import { OfficeMergePage } from './office-merge.page.tsx';

/** Ideas brought together, from the office's side. */
export const mergesRoutes: readonly Route[] = [
  get(urls.adminMerges, 'reader', async (visit) => {
    const { db, organisation, url, visitor } = visit;
    const edition = await findOfficeEdition(visit, 'reader');
    const at = { edition: edition.slug };
    const merged = await listMergedIdeas(db, organisation.id, edition.id);
    const before = url.searchParams.get('avant') ?? '';
    const etat = url.searchParams.get('etat');
    const state = MERGE_STATES.find((one) => STATE_SLUGS[one] === etat) ?? null;
    const [search, counts, found, proposed] = await Promise.all([
      findSimilarSearch(db, { organisationId: organisation.id, editionId: edition.id }),
      countMerges(db, organisation.id, edition.id),
      listSimilarPairs(db, organisation.id, edition.id, {
        cursor: url.searchParams.get('suite'),
        without: merged,
      }),
      listMerges(db, organisation.id, edition.id, {
        state,
        before: isUuid(before) ? before : null,
      }),
    ]);
    return page({
      title: m.merges_title(),
      section: 'admin',
      body: (
        <MergesPage
          edition={edition}
          writes={mayIn('officer', visitor, edition.id)}
          pairs={found.pairs}
          nextPairsHref={
            found.next ? `${urls.adminMerges(at, { suite: found.next })}#idees-proches` : undefined
          }
          search={search}
          merges={proposed.merges}
          nextMergesHref={
            proposed.next
              ? urls.adminMerges(at, {
                  etat: state ? STATE_SLUGS[state] : undefined,
                  avant: proposed.next,
                })
              : undefined
          }
          counts={counts}
          state={state}
          titles={await findTitles(visit, proposed.merges)}
        />
      ),
    });
  }),

  post(urls.adminFindSimilar, 'officer', async (visit) => {
    const edition = await findOfficeEdition(visit);
    const { db, organisation, visitor } = visit;
    await requestSimilarPairs(db, {
      organisationId: organisation.id,
      editionId: edition.id,
      by: visitor.id,
    });
    return seeOther(
      visit,
      `${urls.adminMerges({ edition: edition.slug })}#idees-proches`,
      'merge-search-asked',
    );
  }),

  post(urls.adminDismissPair, 'officer', async (visit) => {
    const edition = await findOfficeEdition(visit);
    const { db, organisation, visitor } = visit;
    const form = await visit.form();
    const ideas = [form.text('une'), form.text('autre')] as const;
    if (!ideas.every((id) => isUuid(id))) found(null, 'pair');
    await dismissSimilarPair(db, { organisationId: organisation.id, by: visitor.id, ideas });
    return seeOther(
      visit,
      `${urls.adminMerges({ edition: edition.slug })}#idees-proches`,
      'pair-dismissed',
    );
  }),

  ...newMergeRoutes,

  get(urls.adminMerge, 'reader', async (visit) => mergePage(visit, await loadMerge(visit))),

  post(urls.adminMergeAnswer, 'officer', async (visit) => {
    const loaded = await loadMerge(visit);
    const { db, organisation, visitor, origin } = visit;
    const form = await visit.form();
    const answer = form.text('reponse') === 'oui' ? 'accepted' : 'declined';
    const member = found(
      loaded.merge.members.find(({ ideaId }) => ideaId === form.text('idee')),
      'idea',
    );
    const answered = await answerMerge(
      db,
      { organisationId: organisation.id, by: visitor.id },
      loaded.merge.id,
      { ideaIds: [member.ideaId], answer, words: '', isRelayed: true },
      (tx, merge) => tellHolders(tx, { organisation, origin }, merge),
    );
    return answered.ok
      ? seeOther(visit, addressOf(loaded), 'merge-answered')
      : mergePage(visit, loaded, { form: answerWords[answered.refusal]() });
  }),

  post(urls.adminMergeWithdraw, 'officer', async (visit) => {
    const loaded = await loadMerge(visit);
    const { db, organisation, visitor } = visit;
    const act = { organisationId: organisation.id, by: visitor.id };
    const done = await withdrawMerge(db, act, loaded.merge.id);
    return done
      ? seeOther(visit, addressOf(loaded), 'merge-withdrawn')
      : mergePage(visit, await loadMerge(visit), { form: answerWords['already-settled']() });
  }),

  post(urls.adminMergeUndo, 'officer', async (visit) => {
    const loaded = await loadMerge(visit);
    const { db, organisation, visitor, origin } = visit;
    const reason = (await visit.form()).text('reason').trim().slice(0, 500);
    const undone = await undoMerge(
      db,
      { organisationId: organisation.id, by: visitor.id },
      loaded.merge.id,
      reason,
      (tx, merge) => tellHolders(tx, { organisation, origin }, merge),
    );
    if (undone.ok) return seeOther(visit, addressOf(loaded), 'merge-undone');
    const field = undone.refusal === 'reason-missing' ? 'reason' : 'form';
    return mergePage(visit, loaded, { [field]: undoWords[undone.refusal]() }, reason);
  }),
];

interface Loaded {
  edition: Edition;
  merge: Merge;
}

const addressOf = ({ edition, merge }: Loaded) =>
  urls.adminMerge({ edition: edition.slug, merge: merge.id });

/** A merge of this edition, and no other. */
async function loadMerge(visit: SignedInVisit<'edition' | 'merge'>): Promise<Loaded> {
  const edition = await findOfficeEdition(visit, 'reader');
  const merge = await findMerge(visit.db, visit.organisation.id, visit.params.merge);
  return { edition, merge: found(merge?.editionId === edition.id ? merge : null, 'merge') };
}

async function findTitles(
  { db, organisation }: SignedInVisit,
  merges: readonly Merge[],
): Promise<Map<string, IdeaTitle>> {
  const ids = merges.flatMap(({ members }) => members.map(({ ideaId }) => ideaId));
  const titles = await listIdeaTitles(db, organisation.id, ids);
  return new Map(titles.map((title) => [title.id, title]));
}

async function mergePage(
  visit: SignedInVisit<'edition' | 'merge'>,
  { edition, merge }: Loaded,
  problems: Record<string, string> = {},
  reason = '',
) {
  const { db, organisation, visitor } = visit;
  const ids = merge.members.map(({ ideaId }) => ideaId);
  const faulty = Object.keys(problems).length > 0;
  const [titles, holders, supporters] = await Promise.all([
    findTitles(visit, [merge]),
    listHolders(db, organisation.id, ids),
    countSupporters(db, organisation.id, ids),
  ]);
  return page({
    title: merge.title,
    section: 'admin',
    ...(faulty && { status: 422, faulty }),
    body: (
      <OfficeMergePage
        edition={edition}
        merge={merge}
        titles={titles}
        holders={new Map(holders.map(({ ideaId, name }) => [ideaId, name]))}
        supporters={supporters}
        writes={mayIn('officer', visitor, edition.id)}
        reason={stateOf(merge) === 'accepted' ? reason : ''}
        problems={problems}
      />
    ),
  });
}
