/** A device that stands at a point of vote for voters (R79). */

export interface Kiosk {
  id: string;
  organisationId: string;
  pollId: string;
  editionId: string;
  pointId: string;
}

/** Held by the device's browser, for as long as it stands there. */
export const KIOSK = 'borne';

/** Seconds without a gesture after which a voter is taken to have left. */
export const SITTING = 120;
/** The same for the screen, which asks whether somebody is there in the last seconds. */
export const KIOSK_PATIENCE = { seconds: SITTING, warning: 30 } as const;
/** Minutes for walking from the desk to the kiosk. */
export const CODE_MINUTES = 5;
/** Wrong codes at one kiosk after which every code that waits at its point is void. */
export const MOST_WRONG_CODES = 5;

export type CodeRefusal = 'code-missing' | 'code-wrong' | 'codes-void';

/** As typed: with spaces or without. null: not six digits. */
export function readCode(typed: string): string | null {
  const code = typed.replaceAll(/\s/g, '');
  return /^[0-9]{6}$/.test(code) ? code : null;
}
