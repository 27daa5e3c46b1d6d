import { address } from './platform/http/address.ts';
import { urlsOfNotices } from './urls-of-notices.ts';

/** News, their feeds, the newsletter, and what one is told of in the application. A part of `urls`, which everybody asks. */
export const urlsOfNews = {
  ...urlsOfNotices,

  /** `edition`; `apres`: the item after which the page begins. */
  news: address('/actualites'),
  newsItem: address('/actualites/:news'),
  newsPicture: address('/actualites/:news/image.webp'),
  /** Atom, each with `edition`. */
  newsFeed: address('/flux/actualites.atom'),
  deliveryFeed: address('/flux/realisations.atom'),
  subscribe: address('/lettre'),
  subscribeSent: address('/lettre/courriel'),
  /** From a mail; the token is the right to it. */
  subscribeConfirm: address('/lettre/confirmer/:token'),
  unsubscribe: address('/lettre/arreter/:token'),

  adminNews: address('/administration/actualites'),
  adminNewNews: address('/administration/actualites/nouvelle'),
  adminNewsItem: address('/administration/actualites/:news'),
  adminNewsPreview: address('/administration/actualites/:news/apercu'),
  adminNewsPublish: address('/administration/actualites/:news/publier'),
  adminNewsWithdraw: address('/administration/actualites/:news/retirer'),
  adminNewsPicture: address('/administration/actualites/:news/image'),
  adminNewsPictureFile: address('/administration/actualites/:news/image.webp'),
  adminNewsPictureRemove: address('/administration/actualites/:news/image/retirer'),

  adminNewsletters: address('/administration/lettres'),
  adminNewNewsletter: address('/administration/lettres/nouvelle'),
  adminNewsletter: address('/administration/lettres/:newsletter'),
  /** `langue`: as a mail program shows it. */
  adminNewsletterMail: address('/administration/lettres/:newsletter/courriel.html'),
  adminNewsletterTrial: address('/administration/lettres/:newsletter/essai'),
  adminNewsletterSend: address('/administration/lettres/:newsletter/envoi'),
  adminNewsletterPlan: address('/administration/lettres/:newsletter/date'),
  adminNewsletterUnplan: address('/administration/lettres/:newsletter/date/annuler'),
  adminNewsletterStop: address('/administration/lettres/:newsletter/arreter'),
} as const;
