import { type Database, readNow } from '../../../platform/database/database.ts';
import type { Component, Space } from '../../consultations/index.ts';
import { findRegister } from '../../electorate/index.ts';
import { type Act, changeSpaceVote, findEditionById } from '../../spaces/index.ts';
import { openPoll } from '../opening/opening.store.ts';
import { findPollOf } from '../poll.store.ts';
import { findAdoptionOf } from './adoption.store.ts';
import {
  type Adoption,
  type AdoptionOpeningRefusal,
  listAdoptionRefusals,
  termsOf,
} from './adoption.ts';

interface Placed {
  space: Pick<Space, 'isOpen'>;
  component: Pick<Component, 'title' | 'isHidden'>;
  adoption: Adoption;
}

/** What stands in the way of its opening now, and how many are on its list. */
export async function findAdoptionRefusals(
  db: Database,
  organisationId: string,
  { space, component, adoption }: Placed,
): Promise<{ entries: number; refusals: AdoptionOpeningRefusal[] }> {
  const { editionId, closesAt } = adoption;
  const [{ entries }, poll, now] = await Promise.all([
    findRegister(db, { organisationId, editionId }),
    findPollOf(db, organisationId, editionId),
    readNow(db),
  ]);
  const facts = {
    isSpaceOpen: space.isOpen,
    isHidden: component.isHidden,
    entries,
    closesAt,
    isOpened: poll !== null,
  };
  return { entries, refusals: listAdoptionRefusals(facts, now) };
}

/**
 * Opens the poll of a space's vote, on the very words that were confirmed: once, whoever asks at the same moment, and not
 * where somebody changed them meanwhile.
 */
export async function openAdoption(
  db: Database,
  folders: { keysFolder: string },
  act: Act,
  placed: Placed,
): Promise<{ ok: true } | { ok: false; refusals: AdoptionOpeningRefusal[] }> {
  const { organisationId } = act;
  const { adoption, component } = placed;
  const { refusals } = await findAdoptionRefusals(db, organisationId, placed);
  if (refusals.length > 0) return { ok: false, refusals };
  const edition = (await findEditionById(db, organisationId, adoption.editionId))!;
  const terms = termsOf(component.title, adoption);
  const opened = await openPoll(db, folders, act, edition, terms, async (tx) => {
    const held = await findAdoptionOf(tx, organisationId, edition.id);
    if (held?.version !== adoption.version) return false;
    const { opensAt, closesAt } = adoption;
    await changeSpaceVote(tx, organisationId, edition.id, {
      title: component.title,
      opensAt,
      closesAt,
    });
    return true;
  });
  if (opened.ok) return { ok: true };
  if (opened.refusals.includes('closes-in-the-past'))
    return { ok: false, refusals: ['closes-in-the-past'] };
  if (opened.refusals.includes('poll-already-opened')) {
    const poll = await findPollOf(db, organisationId, edition.id);
    return { ok: false, refusals: [poll ? 'opened-already' : 'changed-meanwhile'] };
  }
  throw new Error(`A space's vote does not open: ${opened.refusals.join(', ')}.`);
}
