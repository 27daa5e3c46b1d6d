/** A batch of personal codes: asked for, made, printed, sent, or revoked because it was stolen. */

export type BatchKind = 'anonymous' | 'named';
const BATCH_KINDS: readonly BatchKind[] = ['anonymous', 'named'];

export interface CodeBatch {
  organisationId: string;
  id: string;
  editionId: string;
  /** From 1 in its edition. */
  number: number;
  kind: BatchKind;
  /** null: one per person of the register. */
  asked: number | null;
  made: number;
  /** Where one may vote in person, as the letters say it; ''. */
  inPerson: string;
  askedAt: Date;
  /** null: being made. */
  madeAt: Date | null;
  sentAt: Date | null;
  revokedAt: Date | null;
}

const MOST_CODES = 50_000;
/** What fits on the letter under all the rest. */
export const IN_PERSON_LENGTH = 300;
const IN_PERSON_LINES = 5;
/** Letters of one file: a printer's tray, and a few seconds of work. */
export const LETTERS_A_FILE = 500;

export type BatchRefusal =
  | 'kind-missing'
  | 'count-missing'
  | 'count-out-of-range'
  | 'nobody-to-write-to'
  | 'in-person-too-long';

export interface AskedBatch {
  kind: BatchKind;
  asked: number | null;
  inPerson: string;
}

/** `kind` and `count` as typed; `people`: of the register, with an address and without a code. */
export function readBatch(
  typed: { kind: string; count: string; inPerson: string },
  people: number,
): { ok: true; batch: AskedBatch } | { ok: false; refusals: BatchRefusal[] } {
  const refusals: BatchRefusal[] = [];
  const kind = BATCH_KINDS.find((one) => one === typed.kind);
  if (!kind) refusals.push('kind-missing');
  const figures = typed.count.replaceAll(/[\s\u00a0\u202f]/g, '');
  if (kind === 'anonymous') {
    if (figures === '') refusals.push('count-missing');
    else if (!/^\d{1,6}$/.test(figures) || Number(figures) < 1 || Number(figures) > MOST_CODES)
      refusals.push('count-out-of-range');
  }
  if (kind === 'named' && people === 0) refusals.push('nobody-to-write-to');
  const tooLong =
    [...typed.inPerson].length > IN_PERSON_LENGTH ||
    typed.inPerson.split('\n').length > IN_PERSON_LINES;
  if (tooLong) refusals.push('in-person-too-long');
  if (!kind || refusals.length > 0) return { ok: false, refusals };
  const asked = kind === 'anonymous' ? Number(figures) : null;
  return { ok: true, batch: { kind, asked, inPerson: typed.inPerson } };
}

export type BatchState = 'making' | 'ready' | 'sent' | 'revoked';

export function stateOf({ madeAt, sentAt, revokedAt }: CodeBatch): BatchState {
  if (revokedAt !== null) return 'revoked';
  if (sentAt !== null) return 'sent';
  return madeAt === null ? 'making' : 'ready';
}

/** The first number of each file of letters. */
export function listRanges(made: number): { from: number; to: number }[] {
  return Array.from({ length: Math.ceil(made / LETTERS_A_FILE) }, (_, at) => ({
    from: at * LETTERS_A_FILE + 1,
    to: Math.min(made, (at + 1) * LETTERS_A_FILE),
  }));
}
