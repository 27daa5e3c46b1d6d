import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeModeration } from '../../tests/make/moderation.ts';
import { type MadePerson, makePerson, signIn } from '../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../tests/site-client.ts';
import { grantRole } from '../rooms/identity/index.ts';
import { routes } from '../site.tsx';
import { formatDateTime } from '../ui/format.ts';
import { urls } from '../urls.ts';

let site: TestSite;
let suspended: MadePerson;
let caseId: string;
let until: Date;
beforeAll(async () => {
  site = await openTestSite();
  const { moderator, reported } = await makeModeration(site);
  const { author, one, to } = await reported();
  await moderator.client.post(to.suspend, { article: '1', jours: '7', mots: 'Trois fois.' });
  suspended = author;
  caseId = one.id;
  const { rows } = await sql<{
    until: Date;
  }>`select until from suspension where person_id = ${author.id}`.execute(site.db);
  until = rows[0]!.until;
});
afterAll(() => site.close());

/** What stays open to a suspended account, each with its reason; everything else that account holders send is shut. */
const STAYS: readonly [RegExp, string][] = [
  [/\/vote\/|\/mon-bulletin$|^\/(borne|classe)/, 'a suspension never takes the vote away'],
  [
    /\/assemblees\/.*\/(presences|pouvoir|votes\/:vote)$/,
    'a vote among those present, and its proxy',
  ],
  [/\/recours$|^\/demander-le-masquage/, 'an appeal, one’s own wish'],
  [/^\/(connexion|deconnexion|inscription|mot-de-passe|charte)/, 'coming in, going out'],
  [/^\/(mon-espace|compte)\/(?!profil\/public)/, 'one’s own account and data'],
  [/:token/, 'a link with its own proof'],
  [/^\/(contact|lettre)$|^\/suivre|\/echanges\/|^\/actions\/:action\/messages$/, 'not public'],
  [/\/listes\/:component\/abonnement/, 'one’s own mail'],
  [/\/listes\/:component\/(moderation|retrait)\//, 'by a role, which its giver takes away'],
  [/\/deposer\/.*(?<!publier|soutenir)$/, 'a draft, for oneself'],
  [/^\/actions\/:action\/(?!envoyer)/, 'a draft of a group'],
  [/^\/regroupements\//, 'an answer that others wait for'],
  [
    /^\/agenda\/:meeting\/(inscription|desinscription|annuler)$/,
    'a seat, and people who would come',
  ],
  [/\/ne-plus-soutenir$|\/suivi\/.*\/(retirer|quitter)$|\/groupes\/:group\/quitter$/, 'taken back'],
  [/^\/mobilisations\/:petition\/retirer$|\/dossiers\/.*\/quitter$/, 'taken back'],
  [/\/mandats\/:mandate\/(retirer|fin)$/, 'what one is no more'],
  [/^\/depenses|^\/groupes\/:group\/(demandes|invitations|membres|budgets)/, 'a group, its money'],
];
const acts = routes
  .filter(({ method, right }) => method === 'POST' && (right === 'signed-in' || right === 'anyone'))
  .map(({ address }) => address.pattern);
/** An address of that pattern: nothing has to stand there, since nothing is read before. */
const somewhere = (pattern: string) => pattern.replaceAll(/:\w+/g, '7');

describe('R137 what a suspended account may not do', () => {
  it.each(acts)('POST %s', async (pattern) => {
    const reason = STAYS.find(([one]) => one.test(pattern))?.[1];
    if (reason !== undefined && /deconnexion|effacement/.test(pattern)) return;
    const answer = await suspended.client.send(somewhere(pattern), {});
    const html = await answer.text();
    const isShut = answer.status === 403 && html.includes('Votre compte est suspendu');
    expect(isShut, reason ?? 'shut').toBe(reason === undefined);
    if (isShut) expect(html).toContain(formatDateTime(until));
  });

  it('R137 reads everything, finds its data, and is told in plain words what it may do', async () => {
    for (const path of [urls.home(), urls.mySpace(), urls.agenda(), urls.moderationLog()])
      expect((await suspended.client.send(path)).status, path).toBe(200);
    await suspended.client.post('/commentaires/idea/7', { texte: 'Encore' });
    expect(suspended.client.main).toContain('voter');
  });

  it('R137 what is done by a role goes on: a role is taken away by who gave it', async () => {
    const officer = await makePerson(site);
    await grantRole(site.db, {
      organisationId: site.organisationId,
      personId: suspended.id,
      role: 'officer',
      grantedBy: officer.id,
    });
    await signIn(site, suspended.client, suspended.id);
    const office = await suspended.client.send(urls.adminNewNews(), { titre: '' });
    expect(office.status).not.toBe(403);
    const shut = await suspended.client.send('/commentaires/idea/7', { texte: 'Encore' });
    expect(shut.status, 'in their own name, staff are shut out too').toBe(403);
  });

  it('R137 the day it ends, or is lifted, every door is open again', async () => {
    site.travel('8 days');
    expect((await suspended.client.send('/commentaires/idea/7', {})).status).not.toBe(403);
    site.travel(null);
    const moderator = await makePerson(site, { roles: ['moderator'] });
    await moderator.client.post(urls.liftSuspension({ case: caseId }));
    expect((await suspended.client.send('/commentaires/idea/7', {})).status).not.toBe(403);
  });
});
