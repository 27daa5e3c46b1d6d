import { urls } from '../../src/urls.ts';
import type { BrowserSite } from '../browser.ts';
import { commentFields } from '../make/comments.ts';
import { joinSpace } from '../make/network.ts';
import type { MadePerson } from '../make/people.ts';
import { answersOf, makeHelpPlace, makeRequest, makeTopic } from '../make/requests.ts';
import type { Particulars } from './stage.ts';

/** A network where a resident asks for help: what was answered, and what may be learnt from it. */
export async function askInNetwork(site: BrowserSite, person: MadePerson): Promise<Particulars> {
  const { at, space, component, helper } = await makeHelpPlace(site);
  await joinSpace(site, space, person.id);
  const open = await makeRequest(site, component.id, person.id, { shared: true });
  await helper.client.post(
    answersOf(open),
    commentFields({ texte: 'Voyez le contrôle de légalité.' }),
  );
  const { id: commentaire } = await site.db
    .selectFrom('comment')
    .select('id')
    .where('target_id', '=', open.id)
    .executeTakeFirstOrThrow();
  const of = { request: open.number };
  await person.client.post(urls.acceptAnswer(of), { commentaire });
  const forum = await makeHelpPlace(site, 'topics');
  await joinSpace(site, forum.space, person.id);
  const topic = await makeTopic(site, forum.component.id, person.id);
  const roles = ['resident', 'officer'] as const;
  return {
    [urls.spaceRequests.pattern]: { path: urls.spaceRequests(at), roles },
    [urls.askForHelp.pattern]: { path: urls.askForHelp(at), roles },
    [urls.forum.pattern]: { path: urls.forum(forum.at), roles },
    [urls.beginTopic.pattern]: { path: urls.beginTopic(forum.at), roles },
    [urls.forumTopic.pattern]: { path: urls.forumTopic({ topic: topic.number }), roles },
    [urls.helpers.pattern]: { path: urls.helpers(at), roles },
    [urls.lessons.pattern]: { path: urls.lessons(at), roles },
    [urls.helpRequest.pattern]: { path: urls.helpRequest(of), roles },
    [urls.writeLesson.pattern]: { path: urls.writeLesson(of), roles: ['resident'] },
  };
}
