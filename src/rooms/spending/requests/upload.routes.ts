import { createHash } from 'node:crypto';
import * as m from '../../../paraglide/messages.js';
import { cleanUpload, receivePictureForm } from '../../../platform/files/index.ts';
import type { Form } from '../../../platform/http/form.ts';
import type { SignedInVisit } from '../../../platform/http/visit.ts';
import type { SentPaper } from './paper.store.ts';
import { fileProblems } from './words.page.ts';

/** As browsers want them, and as the cleaning knows them. */
export const EVIDENCE_TYPES = ['application/pdf', 'image/png', 'image/jpeg'] as const;

/** The form, null where it is too large to be read; its file, cleaned; null: none was sent. */
export async function receivePaper(
  visit: SignedInVisit,
  name: string,
): Promise<{ form: Form | null; paper: SentPaper | null; problem: string | null }> {
  const form = await receivePictureForm(visit);
  if (!form) return { form, paper: null, problem: m.requests_file_too_large() };
  const [file] = form.files(name);
  if (!file) return { form, paper: null, problem: null };
  const cleaned = await cleanUpload(visit.config, file, EVIDENCE_TYPES);
  if (!cleaned.ok) return { form, paper: null, problem: fileProblems[cleaned.refusal]() };
  const bytes = Buffer.from(await file.arrayBuffer());
  const sentSha256 = createHash('sha256').update(bytes).digest('hex');
  return { form, paper: { upload: cleaned.upload, sentSha256 }, problem: null };
}
