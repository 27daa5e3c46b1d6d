/** Files that people send: taken in, cleaned, kept, served. Rooms decide whom they belong to. */
export { answerFile } from './answer.ts';
export { type CleanFilm, type CleanUpload, cleanSpooled, cleanUpload } from './cleaning.ts';
export {
  deleteFile,
  describeFile,
  findFile,
  keepFile,
  listFiles,
  publishFiles,
  removeBytes,
  smallKey,
  unpublishFiles,
} from './file.store.ts';
export { paintDrawing, readAsPhoto, readAsPng } from './picture.ts';
export { NOT_SCANNED, type Scanning } from './scan.ts';
export { readAlt, receivePictureForm, takePicture } from './sent-picture.ts';
export { openStorage, readBytes } from './storage.ts';
export { readFileSegment } from './upload.ts';
