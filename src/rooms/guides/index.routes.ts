/** What routes of other rooms may use of the guides: one uploaded file, looked through. */
export { receiveUpload } from './uploaded.routes.ts';
