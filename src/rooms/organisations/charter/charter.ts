/** The charter of participation, in versions: what everyone accepts to have an account (R96, R107). */

export interface Charter {
  version: number;
  body: string;
  publishedAt: Date;
}

/** One line of the history of a charter. */
export interface CharterVersion {
  version: number;
  publishedAt: Date;
  /** What changed, in a few words; '' of the first. */
  summary: string;
  /** Who of the office published it; null: it came with the organisation. */
  publishedBy: string | null;
}

export interface CharterDraft {
  body: string;
  summary: string;
}

export type CharterRefusal =
  | 'body-missing'
  | 'body-too-long'
  | 'body-same'
  | 'summary-missing'
  | 'summary-too-long';

export type CharterRefusals = { [field in keyof CharterDraft]?: CharterRefusal };

export const CHARTER_LENGTHS = { body: 30_000, summary: 600 } as const;

/** Whether a draft may take the place of the text in force; null: it may. */
export function refuseCharter(
  { body, summary }: CharterDraft,
  inForce: string,
): CharterRefusals | null {
  const ofBody = refuseBody(body, inForce);
  const ofSummary = refuseSummary(summary);
  if (!ofBody && !ofSummary) return null;
  return { ...(ofBody && { body: ofBody }), ...(ofSummary && { summary: ofSummary }) };
}

function refuseBody(body: string, inForce: string): CharterRefusal | null {
  if (body === '') return 'body-missing';
  if (body.length > CHARTER_LENGTHS.body) return 'body-too-long';
  return body === inForce ? 'body-same' : null;
}

function refuseSummary(summary: string): CharterRefusal | null {
  if (summary === '') return 'summary-missing';
  return summary.length > CHARTER_LENGTHS.summary ? 'summary-too-long' : null;
}

/** The number of a version as an address or a form writes it; null: none. */
export function readVersion(text: string): number | null {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}
