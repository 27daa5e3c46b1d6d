import type { UploadRefusal } from '../upload.ts';
import { cleanDocx, DOCX, looksLikeDocx } from './docx.ts';
import { cleanOdt, looksLikeOdt, ODT } from './odt.ts';
import { ActiveXml } from './xml.ts';
import { openZip } from './zip.ts';

export interface CleanDocument {
  mediaType: typeof DOCX | typeof ODT;
  extension: 'docx' | 'odt';
  whole: Buffer;
}

export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;

/** A document of an office program (R74), written anew; or why it is not taken (W7). */
export function cleanDocument(bytes: Uint8Array): CleanDocument | UploadRefusal {
  const zip = openZip(bytes);
  if (!zip.ok) return zip.refusal;
  try {
    if (looksLikeOdt(zip.entries)) {
      const whole = cleanOdt(zip.entries);
      return typeof whole === 'string' ? whole : { mediaType: ODT, extension: 'odt', whole };
    }
    if (!looksLikeDocx(zip.entries)) return 'file-kind';
    const whole = cleanDocx(zip.entries);
    return typeof whole === 'string' ? whole : { mediaType: DOCX, extension: 'docx', whole };
  } catch (error) {
    return error instanceof ActiveXml ? 'document-active' : 'file-damaged';
  }
}
