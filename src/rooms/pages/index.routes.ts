export { seePagePicture } from './editorial/seen-picture.routes.ts';
