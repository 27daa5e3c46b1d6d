import type { Idea } from '../../src/rooms/ideas/index.ts';
import type { Edition } from '../../src/rooms/spaces/index.ts';
import { urls } from '../../src/urls.ts';
import type { TestSite } from '../site-client.ts';
import { addressIn, makeEdition } from './editions.ts';
import { makeIdea } from './ideas.ts';
import { type MadePerson, makePerson } from './people.ts';

/** Two moderators, an edition that collects, and what people report in it, as they do it. */
export async function makeModeration(site: TestSite) {
  const edition: Edition = await makeEdition(site);
  const moderator = await makePerson(site, { roles: ['moderator'] });
  const second = await makePerson(site, { roles: ['moderator'] });

  const report = async (idea: { id: string }, by?: MadePerson, fields = {}) => {
    const { client } = by ?? (await makePerson(site));
    return client.post(toReport(idea), { article: '1', mots: '', ...fields });
  };
  const caseOf = async (id: string) =>
    site.db
      .selectFrom('moderation_case')
      .selectAll()
      .where('target_id', '=', id)
      .orderBy('opened_at', 'desc')
      .executeTakeFirstOrThrow();
  /** An idea that somebody reported. */
  const reported = async (title?: string, author?: MadePerson) => {
    const by = author ?? (await makePerson(site));
    const idea = await makeIdea(site, edition, { authorId: by.id, ...(title && { title }) });
    await report(idea);
    const one = await caseOf(idea.id);
    return { idea, author: by, one, to: actsOf(one.id) };
  };
  /** One that the first moderator hid. */
  const hidden = async (title?: string) => {
    const made = await reported(title);
    await moderator.client.post(made.to.hide, { article: '2', mots: 'Ces mots blessent.' });
    return made;
  };
  const pathOf = (idea: Idea) => addressIn(edition, `idees/${idea.number}`);
  return { edition, moderator, second, report, caseOf, reported, hidden, pathOf };
}

export const toReport = (idea: { id: string }) =>
  urls.reportContribution({ kind: 'idee', contribution: idea.id });

/** Addresses of a case. */
export const actsOf = (id: string) => ({
  page: urls.moderationCase({ case: id }),
  hide: urls.hideContribution({ case: id }),
  restore: urls.restoreContribution({ case: id }),
  keep: urls.keepContribution({ case: id }),
  warn: urls.warnAuthor({ case: id }),
  suspend: urls.suspendAuthor({ case: id }),
  answer: urls.answerAppeal({ case: id }),
});
