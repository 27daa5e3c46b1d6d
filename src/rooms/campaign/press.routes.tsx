import * as m from '../../paraglide/messages.js';
import { readNow } from '../../platform/database/database.ts';
import { paintDrawing } from '../../platform/files/index.ts';
import { fileSegment } from '../../platform/files/upload.ts';
import { found } from '../../platform/http/refused.ts';
import { get, type Route } from '../../platform/http/route.ts';
import { page, seeOther } from '../../platform/http/visit.ts';
import { urls } from '../../urls.ts';
import { countIdeas } from '../ideas/index.ts';
import { findPromotionPause } from '../organisations/index.ts';
import { findPublishedResult } from '../polls/index.ts';
import { findListFreeze, isListPublic } from '../projects/index.ts';
import { findEdition, hasBegun } from '../spaces/index.ts';
import { answerPiece } from './kept-piece.routes.ts';
import { describeSender, findVoteDates, readLogo } from './kit-project.routes.ts';
import { sayVote } from './kit-words.page.ts';
import { PICTURES, PIECES } from './piece.ts';
import { PressPage } from './press.page.tsx';
import { drawSharePicture } from './share-picture.page.ts';

/** What a newspaper needs of an edition, as everybody may know it today (R41). */
export const pressRoutes: readonly Route[] = [
  get(
    urls.press,
    'anyone',
    async (visit) => {
      const { db, organisation, params } = visit;
      const edition = found(await findEdition(db, organisation.id, params.edition), 'edition');
      const [now, freeze, ideas, result, vote, pause] = await Promise.all([
        readNow(db),
        findListFreeze(db, organisation.id, edition.id),
        countIdeas(db, organisation.id, edition.id),
        // null before the publication, whoever asks
        findPublishedResult(db, organisation.id, edition.id),
        findVoteDates(visit, edition),
        findPromotionPause(db, organisation.id),
      ]);
      const listed = isListPublic(freeze, hasBegun(edition, 'campaign', now));
      const { logo } = organisation;
      return page({
        title: m.campaign_press_title(),
        section: 'editions',
        description: m.campaign_press_lead({ edition: edition.title }),
        ...(pause === null && {
          picture: {
            path: urls.pressPicture({ edition: edition.slug, piece: PIECES['picture-wide'].file }),
            alt: edition.title,
          },
        }),
        body: (
          <PressPage
            edition={edition}
            now={now}
            organisation={organisation.name}
            contact={organisation.contactEmail}
            logo={logo && urls.file({ file: fileSegment({ ...logo, mediaType: 'image/webp' }) })}
            ideas={ideas}
            list={listed ? freeze : null}
            result={result}
            vote={vote}
            pause={pause}
          />
        ),
      });
    },
    { cached: true },
  ),

  get(urls.pressPicture, 'anyone', async (visit) => {
    const { db, organisation, params, config } = visit;
    const edition = found(await findEdition(db, organisation.id, params.edition), 'edition');
    const piece = found(
      PICTURES.find((one) => PIECES[one].file === params.piece),
      'piece',
    );
    if (await findPromotionPause(db, organisation.id)) return seeOther(visit, urls.press(params));
    const terms = {
      root: config.root,
      organisation: describeSender(visit),
      number: null,
      kicker: organisation.tagline || organisation.name,
      title: edition.title,
      foot: sayVote(await findVoteDates(visit, edition)),
    };
    return answerPiece(visit, {
      terms,
      piece: `press ${piece}`,
      mediaType: 'image/png',
      fileName: `${edition.slug}-${PIECES[piece].file}`,
      make: async () => paintDrawing(drawSharePicture(piece, terms, await readLogo(visit))),
    });
  }),
];
