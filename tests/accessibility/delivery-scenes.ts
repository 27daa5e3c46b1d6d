import {
  actOnPost,
  findRealisation,
  haltRealisation,
  writePost,
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
  const target = { kind: 'realisation', id: named.realisationId };
  await follow(db, organisationId, target, resident.id);
  const at = { edition: town.done.slug, project: 1 };
  return {
    [urls.adminPost.pattern]: {
      path: urls.adminPost({ ...at, post: draft }),
      roles: ['officer', 'administrator'],
    },
    [urls.follow.pattern]: {
      path: urls.follow({ kind: target.kind, target: target.id }),
      roles: ['resident', 'officer', 'administrator'],
    },
  };
}
