import * as m from '../../../paraglide/messages.js';
import { openStorage, takePicture } from '../../../platform/files/index.ts';
import { PICTURE_LIMITS } from '../../../platform/files/upload.ts';
import { UPLOAD_LIMIT } from '../../../platform/http/form.ts';
import { notFound } from '../../../platform/http/refused.ts';
import { post, type Route } from '../../../platform/http/route.ts';
import { seeOther } from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { sayPictureProblems } from '../../../ui/picture-fields.tsx';
import { urls } from '../../../urls.ts';
import { type DeliveryAt, loadDelivery } from '../office/load-delivery.routes.ts';
import { actOf } from '../office/office.routes.tsx';
import { type At, addressOf, showInauguration } from './inauguration.routes.tsx';
import { addInaugurationPhoto, removeInaugurationPhoto } from './inauguration.store.ts';
import { MOST_PHOTOS } from './inauguration.ts';

/** The photos of an inauguration, each with its words (R63). */
export const inaugurationPhotoRoutes: readonly Route[] = [
  post(
    urls.adminInaugurationPhotos,
    'agent',
    async (visit) => {
      const at = await loadDelivery(visit);
      const refused = await keepPhoto(visit, at);
      return refused
        ? showInauguration(visit, at, refused)
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

/** Nothing is kept unless the photo is good and has its words; what was typed comes back where it does not pass. */
async function keepPhoto(
  visit: At,
  at: DeliveryAt,
): Promise<{ alt: string; problems: Problems } | null> {
  const sent = await takePicture(visit);
  const { alt } = sent;
  if (!sent.ok) return { alt, problems: sayPictureProblems(sent.refusals, PICTURE_LIMITS) };
  const { db, config } = visit;
  const storage = openStorage(config);
  const id = at.realisation.id;
  const added = await addInaugurationPhoto(db, storage, actOf(visit), id, sent.upload, alt);
  if (added.ok) return null;
  if (added.refusal === 'not-found') throw notFound('realisation');
  return { alt, problems: { file: m.together_refused_photos({ max: MOST_PHOTOS }) } };
}
