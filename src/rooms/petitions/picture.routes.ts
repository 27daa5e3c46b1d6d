import { answerFile, findFile, openStorage, takePicture } from '../../platform/files/index.ts';
import { PICTURE_LIMITS } from '../../platform/files/upload.ts';
import { UPLOAD_LIMIT } from '../../platform/http/form.ts';
import { found, notFound } from '../../platform/http/refused.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import { type SignedInVisit, seeOther } from '../../platform/http/visit.ts';
import { sayPictureProblems } from '../../ui/picture-fields.tsx';
import { urls } from '../../urls.ts';
import type { Petition } from './petition.ts';
import { showChange } from './petition-form.routes.tsx';
import { petitionSegment } from './petition-words.page.ts';
import { keepPicture, removePicture } from './picture.store.ts';
import { loadPetition, loadPetitionForTeam } from './placed.routes.ts';

/** The picture of a mobilisation: whoever reads it sees it, and its team gives it. */
export const pictureRoutes: readonly Route[] = [
  get(urls.petitionPicture, 'anyone', async (visit) => {
    const { petition } = await loadPetition(visit);
    const { db, organisation, config, request, url } = visit;
    const { fileId } = found(petition.picture, 'picture');
    const file = found(await findFile(db, organisation.id, fileId), 'file');
    const size = url.searchParams.get('taille') === 'petite' ? 'small' : 'whole';
    return answerFile(request, openStorage(config), file, size);
  }),

  post(
    urls.petitionPicture,
    'signed-in',
    async (visit) => {
      const seen = await loadPetitionForTeam(visit);
      const sent = await takePicture(visit);
      if (!sent.ok) {
        const problems = sayPictureProblems(sent.refusals, PICTURE_LIMITS);
        return showChange(visit, seen, { problems, alt: sent.alt });
      }
      const { db, config } = visit;
      const { id } = seen.petition;
      if (!(await keepPicture(db, openStorage(config), actingOf(visit), id, sent)))
        throw notFound('petition');
      return backTo(visit, seen.petition, 'petition-picture-kept');
    },
    { bodyLimit: UPLOAD_LIMIT },
  ),

  post(urls.petitionPictureRemove, 'signed-in', async (visit) => {
    const { petition } = await loadPetitionForTeam(visit);
    await removePicture(visit.db, openStorage(visit.config), actingOf(visit), petition.id);
    return backTo(visit, petition, 'petition-picture-removed');
  }),
];

const actingOf = ({ organisation, visitor }: SignedInVisit) => ({
  organisationId: organisation.id,
  by: visitor.id,
});

const backTo = (visit: SignedInVisit, petition: Petition, notice: string) =>
  seeOther(visit, `${urls.changePetition({ petition: petitionSegment(petition) })}#image`, notice);
