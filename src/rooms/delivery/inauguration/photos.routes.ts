import { cleanUpload, openStorage } from '../../../platform/files/index.ts';
import { type Form, UPLOAD_LIMIT } from '../../../platform/http/form.ts';
import { found, Refused } from '../../../platform/http/refused.ts';
import { post, type Route } from '../../../platform/http/route.ts';
import { seeOther } from '../../../platform/http/visit.ts';
import { urls } from '../../../urls.ts';
import { type DeliveryAt, loadDelivery } from '../office/load-delivery.routes.ts';
import { actOf } from '../office/office.routes.tsx';
import { type At, addressOf, showInauguration } from './inauguration.routes.tsx';
import {
  addInaugurationPhoto,
  findInauguration,
  removeInaugurationPhoto,
} from './inauguration.store.ts';
import { checkPhoto } from './inauguration.ts';
import { type PhotoProblem, sayPhotoProblem } from './words.page.ts';

/** The photos of an inauguration, each with its words (R63). */
export const inaugurationPhotoRoutes: readonly Route[] = [
  post(
    urls.adminInaugurationPhotos,
    'agent',
    async (visit) => {
      const at = await loadDelivery(visit);
      const { alt, problem } = await takePhoto(visit, at);
      return problem
        ? showInauguration(visit, at, { alt, problems: sayPhotoProblem(problem) })
        : seeOther(visit, `${addressOf(at)}#photos`, 'delivery-picture-added');
    },
    { bodyLimit: UPLOAD_LIMIT },
  ),

  post(urls.adminRemoveInaugurationPhoto, 'agent', async (visit) => {
    const at = await loadDelivery(visit);
    const { db, config, params } = visit;
    const id = at.realisation.id;
    await removeInaugurationPhoto(db, openStorage(config), actOf(visit), id, params.file);
    return seeOther(visit, `${addressOf(at)}#photos`, 'delivery-picture-removed');
  }),
];

/** Nothing is kept unless the photo is good and has its words. */
async function takePhoto(
  visit: At,
  at: DeliveryAt,
): Promise<{ alt: string; problem: PhotoProblem | null }> {
  const { db, organisation, config } = visit;
  let form: Form;
  try {
    form = await visit.form();
  } catch (error) {
    if (!(error instanceof Refused) || error.status !== 413) throw error;
    return { alt: '', problem: 'file-too-large' };
  }
  const alt = form.text('alt').replaceAll(/\s+/g, ' ');
  const [file] = form.files('file');
  if (!file) return { alt, problem: 'no-file' };
  const id = at.realisation.id;
  const early = checkPhoto((await findInauguration(db, organisation.id, id)).photos.length, alt);
  if (early) return { alt, problem: early };
  const cleaned = await cleanUpload(file, ['image/jpeg', 'image/png', 'image/webp']);
  if (!cleaned.ok) return { alt, problem: cleaned.refusal };
  const storage = openStorage(config);
  const added = await addInaugurationPhoto(db, storage, actOf(visit), id, cleaned.upload, alt);
  if (added.ok) return { alt: '', problem: null };
  return {
    alt,
    problem: added.refusal === 'not-found' ? found(null, 'realisation') : added.refusal,
  };
}
