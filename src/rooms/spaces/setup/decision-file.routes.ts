import * as m from '../../../paraglide/messages.js';
import {
  cleanUpload,
  deleteFile,
  findFile,
  keepFile,
  openStorage,
  publishFiles,
  removeBytes,
} from '../../../platform/files/index.ts';
import type { Form } from '../../../platform/http/form.ts';
import type { SignedInVisit } from '../../../platform/http/visit.ts';
import { sayScan } from '../../../ui/scan-words.ts';
import type { Edition } from '../edition.ts';

/** The file of the council's decision: public at once, as the decision is. */

type DecisionFile =
  | { ok: true; fileId: string | null; undo: () => Promise<void> }
  | { ok: false; problem: string };

/** What the form did with it: another file, none any more, or the same. */
export async function readDecisionFile(
  visit: SignedInVisit,
  edition: Edition,
  form: Form,
): Promise<DecisionFile> {
  const { db, organisation, visitor, config } = visit;
  const [sent] = form.files('decisionFile');
  const nothing = async () => {};
  if (!sent) {
    const removed = form.text('removeDecisionFile') === 'oui';
    return { ok: true, fileId: removed ? null : edition.councilDecisionFile, undo: nothing };
  }
  const cleaned = await cleanUpload(config, sent);
  if (!cleaned.ok || cleaned.upload.mediaType !== 'application/pdf') {
    const scanned = cleaned.ok ? null : sayScan(cleaned.refusal);
    return { ok: false, problem: scanned ?? m.setup_problem_decision_file() };
  }
  const storage = openStorage(config);
  const { fileId } = await keepFile(db, storage, organisation.id, cleaned.upload, {
    alt: '',
    uploadedBy: visitor.id,
  });
  await publishFiles(db, organisation.id, [fileId], visitor.id);
  return { ok: true, fileId, undo: () => forget(visit, fileId) };
}

/** A file that no published règlement ever named goes with the settings that named it. */
export async function forgetDecisionFile(
  visit: SignedInVisit,
  before: Edition,
  after: Edition,
): Promise<void> {
  const old = before.councilDecisionFile;
  if (before.openedAt === null && old !== null && old !== after.councilDecisionFile)
    await forget(visit, old);
}

async function forget({ db, organisation, config }: SignedInVisit, fileId: string) {
  if (!(await findFile(db, organisation.id, fileId))) return;
  const gone = await deleteFile(db, organisation.id, fileId);
  if (gone) await removeBytes(openStorage(config), gone.storageKey);
}
