import * as m from '../../paraglide/messages.js';
import { cleanUpload, openStorage, receivePictureForm } from '../../platform/files/index.ts';
import type { Form } from '../../platform/http/form.ts';
import { found } from '../../platform/http/refused.ts';
import type { SignedInVisit, Visit } from '../../platform/http/visit.ts';
import { loadShowcase, loadSpaceForTeam, type SeenSpace } from '../consultations/index.routes.ts';
import type { Space } from '../consultations/index.ts';
import type { Sender } from './mandate.mails.ts';
import { findMandate } from './mandate.store.ts';
import type { Mandate } from './mandate.ts';
import { FIELDS } from './mandate-form.page.tsx';
import { proofProblems } from './mandate-words.page.ts';
import type { SentProof } from './mandate-writing.store.ts';

export const actOf = ({ organisation, visitor }: SignedInVisit) => ({
  organisationId: organisation.id,
  by: visitor.id,
});

export const senderOf = ({ organisation, origin }: Visit): Sender => ({ organisation, origin });

/** The network of the address, for whoever may see its showcase: an open one. */
export async function loadNetwork(
  visit: Visit<'space'>,
): Promise<{ space: SeenSpace; isInside: boolean }> {
  const { space, isInside } = await loadShowcase(visit);
  const isOpen = space.kind === 'network' && space.openedAt !== null && space.closedAt === null;
  return { space: found(isOpen ? space : null, 'network'), isInside };
}

/** One's own mandate of the address; that of somebody else is not there. */
export async function loadOwnMandate(
  visit: SignedInVisit<'space' | 'mandate'>,
): Promise<{ space: SeenSpace; mandate: Mandate }> {
  const { db, organisation, visitor, params } = visit;
  const { space } = await loadNetwork(visit);
  const mandate = await findMandate(db, organisation.id, space.id, params.mandate);
  return { space, mandate: found(mandate?.personId === visitor.id ? mandate : null, 'mandate') };
}

/** The network of an address of its office, for its organisers. */
export async function loadNetworkForTeam(visit: SignedInVisit<'space'>): Promise<Space> {
  const space = await loadSpaceForTeam(visit);
  return found(space.kind === 'network' ? space : null, 'network');
}

export async function loadMandateForTeam(
  visit: SignedInVisit<'space' | 'mandate'>,
): Promise<{ space: Space; mandate: Mandate }> {
  const { db, organisation, params } = visit;
  const space = await loadNetworkForTeam(visit);
  return {
    space,
    mandate: found(await findMandate(db, organisation.id, space.id, params.mandate), 'mandate'),
  };
}

/** As browsers want them, and as the cleaning knows them. */
const PROOF_TYPES = ['application/pdf', 'image/png', 'image/jpeg'] as const;

/** The form with what proves a mandate, cleaned; null: none was sent. `form` null: it is too large to be read. */
export async function receiveProof(
  visit: SignedInVisit,
): Promise<{ form: Form | null; proof: SentProof | null; problem: string | null }> {
  const form = await receivePictureForm(visit);
  if (!form) return { form, proof: null, problem: m.requests_file_too_large() };
  const [file] = form.files(FIELDS.proof);
  if (!file) return { form, proof: null, problem: null };
  const cleaned = await cleanUpload(visit.config, file, PROOF_TYPES);
  if (!cleaned.ok) return { form, proof: null, problem: proofProblems[cleaned.refusal]() };
  const storage = openStorage(visit.config);
  return { form, proof: { storage, upload: cleaned.upload }, problem: null };
}
