/** What the routes of other rooms may use: a document as this visitor may see it. */
export { type SeenDocument, seeDocument } from './place.routes.ts';
