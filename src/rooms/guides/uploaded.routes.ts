import { type CleanUpload, cleanUpload } from '../../platform/files/index.ts';
import { ACCEPTED_ATTACHMENTS } from '../../platform/files/upload.ts';
import type { Form } from '../../platform/http/form.ts';
import { Refused } from '../../platform/http/refused.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { type FileProblem, fileWords } from './file-words.page.ts';

type Received =
  | { ok: true; form: Form; upload: CleanUpload }
  | { ok: false; form: Form | null; problem: string };

/** The form and the one file of an upload, looked through (W7). A body too large to be read is a file too large. */
export async function receiveUpload(visit: Visit): Promise<Received> {
  let form: Form;
  try {
    form = await visit.form();
  } catch (error) {
    if (!(error instanceof Refused) || error.status !== 413) throw error;
    return { ok: false, form: null, problem: fileWords('file-too-large') };
  }
  const refused = (problem: FileProblem) => ({
    ok: false as const,
    form,
    problem: fileWords(problem),
  });
  const file = form.files('file')[0];
  if (!file) return refused('no-file');
  const cleaned = await cleanUpload(visit.config, file, ACCEPTED_ATTACHMENTS);
  return cleaned.ok ? { ok: true, form, upload: cleaned.upload } : refused(cleaned.refusal);
}
