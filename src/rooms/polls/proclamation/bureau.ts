/** Who signs the minutes of a poll: the president of the bureau first, then its assessors. */

export interface Signatory {
  name: string;
  /** « Maire, présidente du bureau » */
  function: string;
}

export type BureauRefusal =
  | 'president-missing'
  | 'function-missing'
  | 'name-too-long'
  | 'function-too-long';

/** Signatures that fit on one sheet. */
export const MOST_SIGNATORIES = 6;
/** Characters. */
export const SIGNATORY_LENGTH = 100;

/** The problem of each line as typed, by its place; a line without a name is left out. */
export function checkBureau(lines: readonly Signatory[]): Map<number, BureauRefusal> {
  const refusals = new Map<number, BureauRefusal>();
  lines.forEach((line, at) => {
    const refusal = refuseSignatory(line);
    if (refusal) refusals.set(at, refusal);
  });
  if (lines[0]?.name === '' && lines.some(({ name }) => name !== ''))
    refusals.set(0, 'president-missing');
  return refusals;
}

function refuseSignatory(line: Signatory): BureauRefusal | null {
  if (line.name === '') return null;
  if (line.function === '') return 'function-missing';
  if ([...line.name].length > SIGNATORY_LENGTH) return 'name-too-long';
  return [...line.function].length > SIGNATORY_LENGTH ? 'function-too-long' : null;
}
