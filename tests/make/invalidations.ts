import type { Invalidation } from '../../src/rooms/polls/watch/invalidation.ts';
import { listInvalidations } from '../../src/rooms/polls/watch/invalidation-lists.store.ts';
import { urls } from '../../src/urls.ts';
import type { SiteClient, TestSite } from '../site-client.ts';
import type { MadePoll } from './polls.ts';

/** The page of the rules of a poll. */
export const rulesOf = ({ edition }: MadePoll) =>
  urls.adminPollInvalidations({ edition: edition.slug });

export const listRules = (site: TestSite, { poll }: MadePoll): Promise<Invalidation[]> =>
  listInvalidations(site.db, { organisationId: site.organisationId, pollId: poll.id });

/** Sends the form that agrees with the rule proposed last; gives its id. */
export async function confirmRule(
  site: TestSite,
  client: SiteClient,
  made: MadePoll,
  fields: Record<string, string>,
): Promise<string> {
  const [{ id } = { id: '' }] = (await listRules(site, made)).slice(-1);
  await client.post(
    urls.adminPollInvalidate({ edition: made.edition.slug, invalidation: id }),
    fields,
  );
  return id;
}
