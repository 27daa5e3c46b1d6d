import { address } from './platform/http/address.ts';

/** What an organisation tells of itself: pages, questions and answers, partners. A part of `urls`, which everybody asks. */
export const urlsOfPages = {
  page: address('/pages/:page'),
  /** `#q-…`: one question. */
  faq: address('/faq'),
  partners: address('/partenaires'),
  adminPages: address('/administration/pages'),
  adminNewPage: address('/administration/pages/nouvelle'),
  adminPage: address('/administration/pages/:page'),
  /** Of one's own; `nouvelle` in the place of a page: of one that is not there yet. */
  adminPageDraft: address('/administration/pages/:page/brouillon'),
  adminDropPageDraft: address('/administration/pages/:page/brouillon/abandonner'),
  adminPageShow: address('/administration/pages/:page/publier'),
  adminPageMove: address('/administration/pages/:page/deplacer'),
  /** `version`: the number of one; `avant`: the number below which the list goes on. */
  adminPageVersions: address('/administration/pages/:page/versions'),
  adminPagePictures: address('/administration/pages/:page/images'),
  adminPagePictureRemove: address('/administration/pages/:page/images/:picture/retirer'),

  spacePages: address('/espaces/:space/pages/:component'),
  spacePage: address('/espaces/:space/pages/:component/:page'),
  adminSpacePages: address('/administration/espaces/:space/pages/:component'),
  adminSpaceNewPage: address('/administration/espaces/:space/pages/:component/nouvelle'),
  adminSpacePage: address('/administration/espaces/:space/pages/:component/:page'),
  adminSpacePageDraft: address('/administration/espaces/:space/pages/:component/:page/brouillon'),
  adminSpaceDropPageDraft: address(
    '/administration/espaces/:space/pages/:component/:page/brouillon/abandonner',
  ),
  adminSpacePageShow: address('/administration/espaces/:space/pages/:component/:page/publier'),
  adminSpacePageMove: address('/administration/espaces/:space/pages/:component/:page/deplacer'),
  adminSpacePageVersions: address('/administration/espaces/:space/pages/:component/:page/versions'),
  adminSpacePagePictures: address('/administration/espaces/:space/pages/:component/:page/images'),
  adminSpacePagePictureRemove: address(
    '/administration/espaces/:space/pages/:component/:page/images/:picture/retirer',
  ),

  adminFaq: address('/administration/faq'),
  adminFaqHeading: address('/administration/faq/rubriques/:heading'),
  adminFaqHeadingMove: address('/administration/faq/rubriques/:heading/deplacer'),
  adminFaqHeadingRemove: address('/administration/faq/rubriques/:heading/supprimer'),
  /** `rubrique`: where it begins. */
  adminNewFaqEntry: address('/administration/faq/questions/nouvelle'),
  adminFaqEntry: address('/administration/faq/questions/:entry'),
  adminFaqEntryMove: address('/administration/faq/questions/:entry/deplacer'),
  adminFaqEntryShow: address('/administration/faq/questions/:entry/publier'),
  adminFaqEntryRemove: address('/administration/faq/questions/:entry/supprimer'),
  adminPartners: address('/administration/partenaires'),
  adminNewPartner: address('/administration/partenaires/nouveau'),
  adminPartner: address('/administration/partenaires/:partner'),
  adminPartnerMove: address('/administration/partenaires/:partner/deplacer'),
  adminPartnerLogo: address('/administration/partenaires/:partner/logo'),
  adminPartnerLogoRemove: address('/administration/partenaires/:partner/logo/retirer'),
  adminPartnerRemove: address('/administration/partenaires/:partner/supprimer'),
} as const;
