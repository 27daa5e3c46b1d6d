/**
 * Who publishes and who hosts a site: what article 1-1 of the French law of 21 June 2004 (LCEN) has every site say, and
 * whom to ask about personal data (GDPR, article 13.1.b).
 */
import type { OrganisationKind } from '../organisation.ts';

export interface LegalNotice {
  /** The legal person, its seat and its telephone. */
  publisher: string;
  publisherAddress: string;
  publisherPhone: string;
  /** Director of publication: the mayor, the president. */
  director: string;
  hostName: string;
  hostAddress: string;
  hostPhone: string;
  /** Data protection officer, a person or a service; where to write to them: a mailbox or an address. */
  dpo: string;
  dpoContact: string;
}

export type LegalField = keyof LegalNotice;

export const NO_LEGAL_NOTICE: LegalNotice = {
  publisher: '',
  publisherAddress: '',
  publisherPhone: '',
  director: '',
  hostName: '',
  hostAddress: '',
  hostPhone: '',
  dpo: '',
  dpoContact: '',
};

export const LEGAL_FIELDS = Object.keys(NO_LEGAL_NOTICE) as LegalField[];
/** Those that run over several lines. */
const ADDRESSES: readonly LegalField[] = ['publisherAddress', 'hostAddress'];
const PHONES: readonly LegalField[] = ['publisherPhone', 'hostPhone'];

const LINE_LENGTH = 200;
const ADDRESS_LENGTH = 400;

export type LegalRefusal = 'too-long' | 'phone-unreadable';

/** What does not hold, by field. Nothing is required here: a notice is written as its parts are known. */
export function checkLegalNotice(notice: LegalNotice): Partial<Record<LegalField, LegalRefusal>> {
  const refusals: Partial<Record<LegalField, LegalRefusal>> = {};
  for (const field of LEGAL_FIELDS) {
    const text = notice[field];
    const isAddress = ADDRESSES.includes(field);
    if ([...text].length > (isAddress ? ADDRESS_LENGTH : LINE_LENGTH)) refusals[field] = 'too-long';
    else if (!isAddress && text.includes('\n')) refusals[field] = 'too-long';
    else if (PHONES.includes(field) && text !== '' && !/^\+?[\d\s().-]{3,30}$/.test(text))
      refusals[field] = 'phone-unreadable';
  }
  return refusals;
}

/**
 * What the law wants said and nobody has said yet. A public body has a data protection officer (GDPR, article 37.1.a);
 * others may have none. The name of one without a way to write to them is of no use to anybody.
 */
export function missingIn(notice: LegalNotice, kind: OrganisationKind): LegalField[] {
  const owed = LEGAL_FIELDS.filter(
    (field) => field !== 'dpo' && (field !== 'dpoContact' || kind === 'town' || notice.dpo !== ''),
  );
  return owed.filter((field) => notice[field] === '');
}
