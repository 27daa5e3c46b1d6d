import * as m from '../../paraglide/messages.js';
import { readNow } from '../../platform/database/database.ts';
import { findFile, openStorage, readAsPng } from '../../platform/files/index.ts';
import { found } from '../../platform/http/refused.ts';
import { holdsRight, mayIn } from '../../platform/http/route.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { formatMoney } from '../../ui/format.ts';
import { urls } from '../../urls.ts';
import { listPublicNicknames } from '../identity/index.ts';
import { findPromotionPause, type PromotionPause } from '../organisations/index.ts';
import { findPollState } from '../polls/index.ts';
import { readProjectPhoto } from '../projects/index.routes.ts';
import {
  findListFreeze,
  findProjectByNumber,
  type ListFreeze,
  listHolderIds,
  listProjectPhotos,
  nameHolders,
  type Project,
  type ProjectPhoto,
} from '../projects/index.ts';
import {
  type Edition,
  findEdition,
  findEditionForOffice,
  findPhase,
  hasBegun,
  readNumber,
} from '../spaces/index.ts';
import type { KitTerms, LogoPicture, PhotoPicture, Sender, VoteDates } from './kit-terms.ts';
import { mayTakeKit } from './piece.ts';

/** What a kit is made of. */
export interface FrozenProject {
  edition: Edition;
  freeze: ListFreeze;
  project: Project & { number: number };
  photo: ProjectPhoto | null;
}

/** A project of a frozen list, as somebody may see its kit. */
export interface KitProject extends FrozenProject {
  now: Date;
  /** The pre-electoral period that all of it is switched off for; null: nothing is off for this reader. */
  pause: PromotionPause | null;
}

/** By the address of its page; 404 to whoever may not have its kit yet. */
export async function loadKitProject(visit: Visit<'edition' | 'project'>): Promise<KitProject> {
  const { db, organisation, params, visitor } = visit;
  const find = holdsRight('officer', visitor) ? findEditionForOffice : findEdition;
  const edition = found(await find(db, organisation.id, params.edition), 'edition');
  const number = found(readNumber(params.project), 'project');
  const project = await findProjectByNumber(db, organisation.id, edition.id, number);
  return checkKitProject(visit, edition, found(project, 'project'));
}

export async function checkKitProject(
  { db, organisation, visitor }: Visit,
  edition: Edition,
  project: Project,
): Promise<KitProject> {
  const [now, freeze, pause] = await Promise.all([
    readNow(db),
    findListFreeze(db, organisation.id, edition.id),
    findPromotionPause(db, organisation.id),
  ]);
  const reader = {
    officer: visitor !== null && mayIn('officer', visitor, edition.id),
    holder: visitor !== null && listHolderIds(project).includes(visitor.id),
  };
  const { number } = project;
  const open = number !== null && mayTakeKit(freeze, hasBegun(edition, 'campaign', now), reader);
  found(open || null, 'project');
  const photo = (await listProjectPhotos(db, organisation.id, [project])).get(project.id) ?? null;
  return {
    edition,
    freeze: freeze!,
    project: { ...project, number: number! },
    photo,
    now,
    // the office prepares what is given out afterwards
    pause: reader.officer ? null : pause,
  };
}

/** What its posters, flyer and pictures say, in the reader's language. */
export async function describeKit(visit: Visit, kit: FrozenProject): Promise<KitTerms> {
  const { db, organisation, config, origin } = visit;
  const { edition, freeze, project, photo } = kit;
  const [nicknames, vote] = await Promise.all([
    listPublicNicknames(db, organisation.id, listHolderIds(project)),
    findVoteDates(visit, edition),
  ]);
  const district =
    edition.districts.length === 0 ? '' : project.district || m.projects_whole_town();
  return {
    root: config.root,
    organisation: describeSender(visit),
    edition: { title: edition.title },
    project: {
      number: project.number,
      title: project.title,
      summary: project.summary,
      where: project.place || district,
      category: edition.categories.find(({ id }) => id === project.categoryId)?.name ?? '',
      cost: project.cost > 0 ? formatMoney(project.cost, edition.currency) : '',
      holders: nameHolders(project.holders, nicknames),
      photo: photo && {
        fileId: photo.fileId,
        alt: photo.alt || m.projects_picture_of({ title: project.title }),
      },
    },
    vote,
    address: origin + urls.project({ edition: edition.slug, project: project.number }),
    madeAt: freeze.frozenAt,
  };
}

/** Of the poll where there is one, put off or not; else as the calendar plans it. */
export async function findVoteDates(
  { db, organisation }: Visit,
  edition: Edition,
): Promise<VoteDates | null> {
  const poll = await findPollState(db, organisation.id, edition.id);
  if (poll) return { from: poll.opensAt, to: poll.closesAt };
  const phase = findPhase(edition, 'vote');
  return phase && { from: phase.startsAt, to: phase.endsAt };
}

export const describeSender = ({ organisation: { name, colour, logo } }: Visit): Sender => ({
  name,
  colour,
  logo,
});

/** As a piece of its kit takes it in. */
export const photoPicture = (
  visit: Pick<Visit, 'config'>,
  { photo }: FrozenProject,
  { project }: KitTerms,
): PhotoPicture | null =>
  photo && {
    alt: project.photo?.alt ?? '',
    read: (frame) => readProjectPhoto(visit, photo, frame),
  };

/** Pixels: enough for the largest sheet. */
const LOGO_SIDE = 600;

/** Read when a file is made, which is seldom. */
export async function readLogo({
  db,
  config,
  organisation: { id, logo },
}: Visit): Promise<LogoPicture | null> {
  const file = logo && (await findFile(db, id, logo.fileId));
  if (!logo || !file) return null;
  const bytes = await openStorage(config).readToUint8Array(file.storageKey);
  return {
    png: await readAsPng(bytes, LOGO_SIDE),
    width: logo.width,
    height: logo.height,
  };
}
