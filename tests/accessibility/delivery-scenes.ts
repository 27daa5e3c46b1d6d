import { openStorage } from '../../src/platform/files/index.ts';
import {
  actOnPost,
  findRealisation,
  haltRealisation,
  nameTeam,
  offerHelp,
  settleVolunteer,
  volunteer,
  writePost,
  writeTestimony,
} from '../../src/rooms/delivery/index.ts';
import { follow } from '../../src/rooms/notifications/index.ts';
import { findProjectByNumber } from '../../src/rooms/projects/index.ts';
import { urls } from '../../src/urls.ts';
import type { BrowserSite } from '../browser.ts';
import type { MadePerson } from '../make/people.ts';
import type { Town } from '../make/town.ts';
import type { Particulars } from './stage.ts';

/** A winner that is suspended, with a draft and a piece of news; the resident follows it. */
export async function tellDelivery(
  site: BrowserSite,
  town: Town,
  resident: MadePerson,
): Promise<Particulars> {
  const { db, organisationId } = site;
  const act = { organisationId, by: null };
  const project = await findProjectByNumber(db, organisationId, town.done.id, 1);
  const realisation = await findRealisation(db, organisationId, project!.id);
  const named = {
    realisationId: realisation!.id,
    editionId: town.done.id,
    number: 1,
    title: project!.title,
  };
  const text = {
    title: 'Les premiers arbres sont plantés, anticonstitutionnellement ou presque',
    body: 'Douze pommiers, douze pruniers.',
  };
  const told = await writePost(db, act, named.realisationId, text);
  await actOnPost(db, act, named, told, 'publish');
  const draft = await writePost(db, act, named.realisationId, text);
  await haltRealisation(db, act, named, 'suspend', 'Les fouilles ont trouvé un four romain.');
  await gatherPeople(site, named, resident);
  const target = { kind: 'realisation', id: named.realisationId };
  await follow(db, organisationId, target, resident.id);
  const at = { edition: town.done.slug, project: 1 };
  return {
    [urls.adminPost.pattern]: {
      path: urls.adminPost({ ...at, post: draft }),
      roles: ['officer', 'administrator'],
    },
    [urls.deliveryTeam.pattern]: { path: urls.deliveryTeam(at), roles: INSIDE },
    [urls.deliveryTestimony.pattern]: { path: urls.deliveryTestimony(at), roles: ['resident'] },
    [urls.deliveryHelp.pattern]: { path: urls.deliveryHelp(at), roles: INSIDE },
    [urls.deliveryCommittee.pattern]: { path: urls.deliveryCommittee(at), roles: INSIDE },
    [urls.adminDeliveryPeople.pattern]: { path: urls.adminDeliveryPeople(at), roles: OFFICE },
    [urls.adminInauguration.pattern]: { path: urls.adminInauguration(at), roles: OFFICE },
    [urls.follow.pattern]: {
      path: urls.follow({ kind: target.kind, target: target.id }),
      roles: ['resident', 'officer', 'administrator'],
    },
  };
}

const OFFICE = ['officer', 'administrator'] as const;
const INSIDE = ['resident', ...OFFICE] as const;

/** The resident offers help, is of the committee and of the team, and has a testimony that waits. */
async function gatherPeople(
  { db, organisationId, config }: BrowserSite,
  named: { realisationId: string; editionId: string; number: number; title: string },
  { id }: MadePerson,
): Promise<void> {
  const act = { organisationId, by: null };
  const { realisationId } = named;
  await db
    .updateTable('realisation')
    .set({ mode: 'team' })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', realisationId)
    .execute();
  await nameTeam(db, act, named, [{ part: 'holder', personId: id }]);
  const offer = { helps: ['time'] as const, body: 'Un samedi par mois, et une remorque.' };
  await offerHelp(db, organisationId, realisationId, id, offer);
  await volunteer(db, organisationId, realisationId, id);
  await settleVolunteer(db, act, named, id, 'accept');
  const words = { body: 'J’ai déposé l’idée un soir de novembre.', alt: '' };
  const kept = { storage: openStorage(config), upload: null, dropped: false };
  await writeTestimony(db, organisationId, named, id, words, kept, 0);
}
