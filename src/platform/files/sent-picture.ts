import type { Form } from '../http/form.ts';
import { Refused } from '../http/refused.ts';
import { type CleanUpload, cleanUpload } from './cleaning.ts';
import type { Scanning } from './scan.ts';
import { checkAlt, PICTURE_LIMITS, type PictureRefusals, refusePicture } from './upload.ts';

interface Sender {
  config: Scanning;
  form(): Promise<Form>;
}

/** The form that a picture comes in; null: it is too large to be read, and so is its picture. */
export async function receivePictureForm(visit: Pick<Sender, 'form'>): Promise<Form | null> {
  try {
    return await visit.form();
  } catch (error) {
    if (error instanceof Refused && error.status === 413) return null;
    throw error;
  }
}

/** The words for a picture, on one line. */
export const readAlt = (form: Form): string => form.text('alt').replaceAll(/\s+/g, ' ');

export type SentPicture =
  | { ok: true; upload: CleanUpload; alt: string }
  | { ok: false; refusals: PictureRefusals; alt: string };

/** The two fields of a picture, `file` and `alt`: all that is wrong is told at once, since a file is to be sent again. */
export async function takePicture(visit: Sender): Promise<SentPicture> {
  const form = await receivePictureForm(visit);
  if (!form) return { ok: false, refusals: { file: 'file-too-large' }, alt: '' };
  const alt = readAlt(form);
  const wrong = checkAlt(alt);
  const refusals: PictureRefusals = wrong ? { alt: wrong } : {};
  const [file] = form.files('file');
  if (!file) return { ok: false, refusals: { ...refusals, file: 'no-file' }, alt };
  const cleaned = await cleanUpload(visit.config, file, PICTURE_LIMITS.types);
  if (!cleaned.ok)
    return { ok: false, refusals: { ...refusals, file: refusePicture(cleaned.refusal) }, alt };
  return wrong ? { ok: false, refusals, alt } : { ok: true, upload: cleaned.upload, alt };
}
