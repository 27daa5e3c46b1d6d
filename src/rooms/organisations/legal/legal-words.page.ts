import * as m from '../../../paraglide/messages.js';
import type { LegalField, LegalRefusal } from './legal-notice.ts';

export const legalFieldWords: Record<LegalField, () => string> = {
  publisher: m.legal_publisher,
  publisherAddress: m.legal_publisher_address,
  publisherPhone: m.legal_publisher_phone,
  director: m.legal_director,
  hostName: m.legal_host_name,
  hostAddress: m.legal_host_address,
  hostPhone: m.legal_host_phone,
  dpo: m.legal_dpo,
  dpoContact: m.legal_dpo_contact,
};

export const legalRefusalWords: Record<LegalRefusal, () => string> = {
  'too-long': m.legal_refused_too_long,
  'phone-unreadable': m.legal_refused_phone,
};
