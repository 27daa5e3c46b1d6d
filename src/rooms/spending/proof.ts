/** Documents of a request: what proves an expense for accountants, and what shows it (part 2.1). */

export const DOCUMENT_KINDS = [
  'invoice',
  'receipt',
  'ticket',
  'quote',
  'pro-forma',
  'print',
  'photo',
  'other',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export interface SpendingDocument {
  id: string;
  kind: DocumentKind;
  title: string;
  /** Cents, of what proves an expense. */
  amount: number | null;
  fileId: string;
  addedBy: string;
  addedAt: Date;
}

const PROOFS: readonly DocumentKind[] = ['invoice', 'receipt', 'ticket'];
/** They tell what will be spent, not what was. */
const ESTIMATES: readonly DocumentKind[] = ['quote', 'pro-forma'];

export const isEvidence = (kind: DocumentKind): boolean =>
  PROOFS.includes(kind) || ESTIMATES.includes(kind);

/** Whether a document counts: an expense that was made is proven by its bill, one that is to come by a quote too. */
export const proves = (kind: DocumentKind, timing: 'past' | 'future'): boolean =>
  PROOFS.includes(kind) || (timing === 'future' && ESTIMATES.includes(kind));

/** Cents that documents prove. */
export function sumReceipts(
  documents: readonly Pick<SpendingDocument, 'kind' | 'amount'>[],
  timing: 'past' | 'future',
): number {
  return documents
    .filter(({ kind }) => proves(kind, timing))
    .reduce((sum, { amount }) => sum + (amount ?? 0), 0);
}

/** R21: an expense asked for in advance still wants its invoice once it is paid. */
export const awaitsInvoice = (
  { state, timing }: { state: string; timing: 'past' | 'future' },
  documents: readonly Pick<SpendingDocument, 'kind'>[],
): boolean =>
  timing === 'future' && state === 'paid' && !documents.some(({ kind }) => PROOFS.includes(kind));

const TITLE_LENGTH = 120;
/** Of one request. */
export const MOST_DOCUMENTS = 30;

export interface WrittenDocument {
  kind: DocumentKind;
  title: string;
  amount: number | null;
}

export type DocumentRefusal =
  | 'title-missing'
  | 'title-too-long'
  | 'amount-missing'
  | 'too-many-documents'
  | 'same-document'
  | 'not-now'
  | 'not-yours';

export function checkDocument({ kind, title, amount }: WrittenDocument): DocumentRefusal | null {
  if (title.trim() === '') return 'title-missing';
  if ([...title].length > TITLE_LENGTH) return 'title-too-long';
  return isEvidence(kind) && (amount === null || amount <= 0) ? 'amount-missing' : null;
}
