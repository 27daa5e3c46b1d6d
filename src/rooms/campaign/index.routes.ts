/** Pictures for networks, for rooms that tell of other things than projects. */
export { answerPiece } from './kept-piece.routes.ts';
export { describeSender, readLogo } from './kit-project.routes.ts';
export { drawSharePicture, type PictureTerms } from './share-picture.page.ts';
