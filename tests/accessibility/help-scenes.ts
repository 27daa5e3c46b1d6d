import { urls } from '../../src/urls.ts';
import type { BrowserSite } from '../browser.ts';
import { commentFields } from '../make/comments.ts';
import { linkIn } from '../make/mails.ts';
import { joinSpace } from '../make/network.ts';
import type { MadePerson } from '../make/people.ts';
import { makePetition } from '../make/petitions.ts';
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
  const calls = await makeHelpPlace(site, 'mobilisations');
  await joinSpace(site, calls.space, person.id);
  const petition = { petition: (await signIn(site, calls, person)).number };
  const [confirm, withdraw] = await linkSigners(site, petition);
  const team = ['officer'] as const;
  const roles = ['resident', 'officer'] as const;
  return {
    [urls.spaceRequests.pattern]: { path: urls.spaceRequests(at), roles },
    [urls.askForHelp.pattern]: { path: urls.askForHelp(at), roles },
    [urls.mobilisations.pattern]: { path: urls.mobilisations(calls.at), roles },
    [urls.newPetition.pattern]: { path: urls.newPetition(calls.at), roles: team },
    [urls.petition.pattern]: { path: urls.petition(petition), roles: ['anonymous', ...roles] },
    [urls.changePetition.pattern]: { path: urls.changePetition(petition), roles: team },
    [urls.signers.pattern]: { path: urls.signers(petition), roles: ['anonymous', ...roles] },
    [urls.signatureConfirm.pattern]: { path: confirm!, roles: ['anonymous'] },
    [urls.signatureWithdraw.pattern]: { path: withdraw!, roles: ['anonymous'] },
    [urls.forum.pattern]: { path: urls.forum(forum.at), roles },
    [urls.beginTopic.pattern]: { path: urls.beginTopic(forum.at), roles },
    [urls.forumTopic.pattern]: { path: urls.forumTopic({ topic: topic.number }), roles },
    [urls.helpers.pattern]: { path: urls.helpers(at), roles },
    [urls.lessons.pattern]: { path: urls.lessons(at), roles },
    [urls.helpRequest.pattern]: { path: urls.helpRequest(of), roles },
    [urls.writeLesson.pattern]: { path: urls.writeLesson(of), roles: ['resident'] },
  };
}

/** A public petition that somebody has signed. */
async function signIn(
  site: BrowserSite,
  { component, organiser }: Awaited<ReturnType<typeof makeHelpPlace>>,
  person: MadePerson,
) {
  const petition = await makePetition(site, component.id, organiser.id);
  const path = urls.signPetition({ petition: petition.number });
  await person.client.post(path, { nom: 'Odile Marchand', accord: 'oui' });
  return petition;
}

/** Mailed links of two who sign without an account: one to confirm, one to take back. */
async function linkSigners(site: BrowserSite, petition: { petition: number }): Promise<string[]> {
  const visitor = site.visitor();
  const linkTo = async (email: string) => {
    await visitor.post(urls.signPetition(petition), { nom: 'Lucienne Aubry', courriel: email });
    await site.runJobs();
    return linkIn(site.mails.findLast(({ to }) => to === email)!);
  };
  await visitor.post(await linkTo('signs@exemple.fr'));
  await site.runJobs();
  const withdraw = linkIn(site.mails.findLast(({ to }) => to === 'signs@exemple.fr')!);
  return [await linkTo('asks@exemple.fr'), withdraw];
}
