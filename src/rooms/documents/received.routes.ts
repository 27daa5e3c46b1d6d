import { randomUUID } from 'node:crypto';
import { cleanSpooled, openStorage } from '../../platform/files/index.ts';
import { FILE_LIMIT } from '../../platform/files/upload.ts';
import type { Form } from '../../platform/http/form.ts';
import { asForm } from '../../platform/http/form.ts';
import { countHit } from '../../platform/http/limits.ts';
import { Refused } from '../../platform/http/refused.ts';
import { receiveSpooled, type SpooledForm } from '../../platform/http/spooled-form.ts';
import type { SignedInVisit } from '../../platform/http/visit.ts';
import { isUuid } from '../../platform/text/uuid.ts';
import { fileWords } from '../guides/index.page.ts';
import { TAKEN } from './accepted.ts';
import type { VersionFile } from './document.ts';
import { findUpload, keepUpload } from './upload.store.ts';

/** Files that one account sends in an hour: more is a program. */
const UPLOADS = { hits: 120, seconds: 3600 };
/** Room for the fields of the form beside its file. */
const BESIDE = 1024 * 1024;

/** A form with a file as it came: what was sent is kept at once, so that no other field that is wrong loses it. */
export interface Received {
  form: Form;
  /** The file that came, or that came with this form before; null: none. */
  file: VersionFile | null;
  /** Why the file that was sent is not taken; null: it is, or none was sent. */
  problem: string | null;
  /** Names the form: sent twice, it makes one thing. */
  madeFrom: string;
}

export async function receiveDocument(visit: SignedInVisit): Promise<Received> {
  const { request, config } = visit;
  let sent: SpooledForm;
  try {
    sent = await receiveSpooled(request, config, FILE_LIMIT + BESIDE);
  } catch (error) {
    if (!(error instanceof Refused) || error.status !== 413) throw error;
    const form = asForm(new URLSearchParams());
    return { form, file: null, problem: fileWords('file-too-large'), madeFrom: randomUUID() };
  }
  try {
    return await takeFile(visit, sent);
  } finally {
    await sent.discard();
  }
}

async function takeFile(visit: SignedInVisit, { form, file }: SpooledForm): Promise<Received> {
  const { db, organisation, config, visitor } = visit;
  const typed = form.text('formulaire');
  const madeFrom = isUuid(typed) ? typed : randomUUID();
  const before = await findUpload(db, organisation.id, visitor.id, form.text('fichier-recu'));
  if (!file) return { form, file: before, problem: null, madeFrom };
  await countHit(db, { key: `document-upload:${visitor.id}`, ...UPLOADS });
  const cleaned = await cleanSpooled(config, file, TAKEN, FILE_LIMIT);
  if (!cleaned.ok) return { form, file: before, problem: fileWords(cleaned.refusal), madeFrom };
  const kept = await keepUpload(
    db,
    openStorage(config),
    organisation.id,
    visitor.id,
    cleaned.upload,
  );
  return { form, file: kept, problem: null, madeFrom };
}
