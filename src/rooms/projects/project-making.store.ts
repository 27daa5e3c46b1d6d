import type { Db } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { findIdea, type Idea } from '../ideas/index.ts';
import { findGatherings, listCosts, listKeptIdeas } from '../review/index.ts';
import { type Act, lockEdition } from '../spaces/index.ts';
import { findProjectsOfIdeas } from './project.store.ts';
import { LONGEST, type ProjectHolder } from './project.ts';
import { insertProject, type WriteRefusal } from './project-writing.store.ts';

/** Ideas that were decided to be put to the vote, and are in no project yet. */
export async function listKeptWithoutProject(
  db: Db,
  organisationId: string,
  editionId: string,
): Promise<string[]> {
  const kept = await listKeptIdeas(db, organisationId, editionId);
  const made = await findProjectsOfIdeas(db, organisationId, kept);
  const taken = new Set(made.map(({ ideaId }) => ideaId));
  return kept.filter((id) => !taken.has(id));
}

/** One project for each idea that is kept and has none (or for those brought together), filled in with what is known of it (R44, R188). */
export async function makeKeptProjects(
  db: Db,
  act: Act,
  editionId: string,
): Promise<{ ok: true; made: number } | { ok: false; refusal: WriteRefusal }> {
  return inTransaction(db, async (tx) => {
    // two who press at once: the second finds nothing left to make
    await lockEdition(tx, act.organisationId, editionId);
    const ids = await listKeptWithoutProject(tx, act.organisationId, editionId);
    const ideas: Idea[] = [];
    for (const id of ids) ideas.push((await findIdea(tx, act.organisationId, id))!);
    const gatherings = await findGatherings(tx, act.organisationId, ids);
    const costs = await listCosts(tx, act.organisationId, ids);
    // ideas that were brought together make one project, the main one first
    const groups = Map.groupBy(
      ideas.sort((a, b) => a.number - b.number),
      ({ id }) => gatherings.get(id)?.leadId ?? id,
    );
    for (const [leadId, group] of groups) {
      const sources = group.toSorted((a, b) => Number(b.id === leadId) - Number(a.id === leadId));
      const [lead] = sources as [Idea];
      const title = gatherings.get(lead.id)?.title ?? lead.title;
      const { place } = sources.find((one) => one.place.point) ?? lead;
      const written = await insertProject(tx, act, editionId, {
        title: cut(title, LONGEST.title),
        summary: cut(sources.map(({ body }) => body).join('\n\n'), LONGEST.summary),
        categoryId: lead.categoryId,
        // the sheet of the main idea speaks for all; unknown, it is asked for before the freeze
        cost: costs.get(lead.id)?.capitalCost ?? 0,
        place: place.words,
        point: place.point,
        ideaIds: sources.map(({ id }) => id),
        holders: sources.map(holderOf),
        depositedAt: new Date(Math.min(...sources.map((one) => one.publishedAt.getTime()))),
      });
      if (!written.ok) return written;
    }
    return { ok: true, made: groups.size };
  });
}

/** Whoever deposited an idea, or the words it is signed with. */
export const holderOf = ({ authorId, authorNickname }: Idea): ProjectHolder =>
  authorId === null ? { personId: null, name: authorNickname } : { personId: authorId, name: '' };

function cut(words: string, length: number): string {
  return [...words].slice(0, length).join('');
}
