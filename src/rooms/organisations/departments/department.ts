/** A service of the town: studies the ideas that it is asked about (R32). */
export interface Department {
  id: string;
  name: string;
  /** '' : written to through its agents only. */
  email: string;
  /** No new work is given to a closed one. */
  closedAt: Date | null;
}

const LONGEST_NAME = 120;

export type DepartmentRefusal = 'missing' | 'too-long' | 'name-taken';

/** A name is one line. */
export const tidyDepartmentName = (name: string): string => name.replaceAll(/\s+/g, ' ').trim();

/** null: the name can be kept. */
export function checkDepartmentName(name: string): 'missing' | 'too-long' | null {
  if (name === '') return 'missing';
  return [...name].length > LONGEST_NAME ? 'too-long' : null;
}
