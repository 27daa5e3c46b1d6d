/** The door of the news: what everybody may read, for the pages made of several rooms; how the demo writes it. */
export { insertNewsletter } from './letters/newsletter.store.ts';
export { listPublicNews } from './news.store.ts';
export { LATEST, type PublicNews } from './news.ts';
export { insertNews, keepNewsPicture, publishNews } from './news-writing.store.ts';
export { askSubscription, confirmSubscription } from './subscribers/subscriber.store.ts';
