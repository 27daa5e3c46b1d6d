import type { HaltKind, Stage } from '../realisation.ts';

/** What a file says of a realisation. */
export interface WrittenRealisation {
  editionId: string;
  number: number;
  title: string;
  theme: string;
  departmentId: string | null;
  district: string;
  place: string;
  latitude: number | null;
  longitude: number | null;
  year: number;
  stage: Stage;
  halted: HaltKind | null;
  /** `YYYY-MM-DD`, or `YYYY-MM` where only the month is known. */
  nextOn: string | null;
  /** Cents. */
  votedCost: number;
  committedCost: number | null;
  spentCost: number | null;
  /** Its next planned day is past and nothing halts it. */
  late: boolean;
  inPriorityArea: boolean;
}
