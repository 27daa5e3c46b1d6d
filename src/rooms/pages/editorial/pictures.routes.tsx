import * as m from '../../../paraglide/messages.js';
import { openStorage, takePicture } from '../../../platform/files/index.ts';
import { ALT_LENGTH, PICTURE_LIMITS } from '../../../platform/files/upload.ts';
import { UPLOAD_LIMIT } from '../../../platform/http/form.ts';
import { found } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import {
  type Answer,
  page as answerPage,
  type SignedInVisit,
  seeOther,
} from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { sayPictureProblems } from '../../../ui/picture-fields.tsx';
import { readNumber } from '../../spaces/index.ts';
import { actOf } from '../act-of.routes.ts';
import { oneLine } from '../languages.ts';
import type { EditorialPage } from './editorial.ts';
import { addPicture, listPictures, removePicture } from './picture.store.ts';
import { listPlaced, MOST_PICTURES } from './picture.ts';
import { PicturesPage } from './pictures.page.tsx';
import type { Shelf } from './shelf.ts';
import { addressesOf, FAMILIES } from './shelf-address.page.ts';
import { loadPage } from './shelf-load.routes.ts';

type Shown = { alt?: string; altEn?: string; problems?: Problems };

/** Pictures of a page, for those who write it (R98, W7). */
export const picturesRoutes: readonly Route[] = FAMILIES.flatMap((family) => [
  get(family.pictures, family.right, async (visit) => {
    const { shelf, page } = await loadPage(visit);
    return show(visit, shelf, page);
  }),

  post(
    family.pictures,
    family.right,
    async (visit) => {
      const { shelf, page } = await loadPage(visit);
      const sent = await takePicture(visit);
      // too large to be read, there is no form at all
      const altEn = sent.ok || sent.alt !== '' ? await readEnglish(visit) : '';
      const { alt } = sent;
      const long: Problems = altEn.length > ALT_LENGTH ? { 'alt-en': tooLong() } : {};
      if (!sent.ok) {
        const problems = { ...sayPictureProblems(sent.refusals, PICTURE_LIMITS), ...long };
        return show(visit, shelf, page, { alt, altEn, problems });
      }
      if (long['alt-en']) return show(visit, shelf, page, { alt, altEn, problems: long });
      const storage = openStorage(visit.config);
      const words = { alt, altEn };
      const added = await addPicture(visit.db, storage, actOf(visit), page, sent.upload, words);
      if (added.ok)
        return seeOther(visit, addressesOf(shelf).pictures(page.slug), 'page-picture-added');
      const problems = { file: m.pages_picture_too_many({ count: MOST_PICTURES }) };
      return show(visit, shelf, page, { alt, altEn, problems });
    },
    { bodyLimit: UPLOAD_LIMIT },
  ),

  post(family.dropPicture, family.right, async (visit) => {
    const { shelf, page } = await loadPage(visit);
    const number = found(readNumber(visit.params.picture), 'picture');
    const storage = openStorage(visit.config);
    const done = await removePicture(visit.db, storage, actOf(visit), page, number);
    const notice = done.ok ? 'page-picture-removed' : 'page-picture-placed';
    return seeOther(visit, addressesOf(shelf).pictures(page.slug), notice);
  }),
]);

const readEnglish = async (visit: SignedInVisit): Promise<string> =>
  oneLine((await visit.form()).text('alt-en'));

const tooLong = () => m.ui_picture_alt_too_long({ max: String(ALT_LENGTH) });

async function show(
  visit: SignedInVisit,
  shelf: Shelf,
  page: EditorialPage,
  { alt = '', altEn = '', problems = {} }: Shown = {},
): Promise<Answer> {
  return answerPage({
    title: m.pages_pictures_title(),
    section: 'admin',
    ...(Object.keys(problems).length > 0 && { status: 422, faulty: true }),
    body: (
      <PicturesPage
        shelf={shelf}
        page={page}
        pictures={await listPictures(visit.db, visit.organisation.id, page.id)}
        placed={listPlaced(page)}
        typed={{ alt, altEn }}
        problems={problems}
      />
    ),
  });
}
