import * as m from '../../../paraglide/messages.js';
import type { LogoRefusal } from './logo.store.ts';

export const logoWords: Record<LogoRefusal, () => string> = {
  'file-empty': m.access_logo_missing,
  'file-too-large': m.access_logo_too_large,
  'file-kind': m.access_logo_kind,
  'file-damaged': m.access_logo_damaged,
  'picture-too-large': m.access_logo_too_large,
  'pdf-active': m.access_logo_kind,
  'pdf-locked': m.access_logo_kind,
  'document-active': m.access_logo_kind,
  'document-locked': m.access_logo_kind,
  'document-too-complex': m.access_logo_kind,
  'video-too-large': m.access_logo_kind,
  infected: m.attachments_infected,
  'scan-failed': m.attachments_scan_failed,
  'logo-too-small': m.access_logo_small,
  'logo-too-long': m.access_logo_long,
};
