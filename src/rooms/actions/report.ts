/** What a group that did an action tells the others (R16, R28). */

export interface WrittenReport {
  /** `YYYY-MM-DD`, in Paris. */
  heldOn: string;
  place: string;
  /** Who took part, members and others. */
  people: number | null;
  worked: string;
  harder: string;
}

export interface ReportPicture {
  fileId: string;
  mediaType: string;
  alt: string;
  width: number;
  height: number;
}

export interface Report extends WrittenReport {
  id: string;
  actionId: string;
  groupId: string;
  people: number;
  version: number;
  writtenAt: Date;
  pictures: readonly ReportPicture[];
}

export const MOST_PICTURES = 6;
const MOST_PEOPLE = 100_000;

/** Characters. */
export const REPORT_LENGTHS = { place: 160, worked: 4000, harder: 4000 } as const;

export type ReportField = 'day' | 'place' | 'people' | 'worked' | 'harder';
export type ReportProblem =
  | 'day-unreadable'
  | 'day-to-come'
  | 'day-too-old'
  | 'text-too-long'
  | 'place-missing'
  | 'people-unreadable'
  | 'worked-missing'
  | 'reported-already';

/** What is wrong with a report, by field. `today`, `oldest`: `YYYY-MM-DD` in Paris. */
export function checkReport(
  written: WrittenReport,
  { today, oldest }: { today: string; oldest: string },
): Partial<Record<ReportField, ReportProblem>> {
  const problems: Partial<Record<ReportField, ReportProblem>> = {};
  for (const field of ['place', 'worked', 'harder'] as const)
    if ([...written[field]].length > REPORT_LENGTHS[field]) problems[field] = 'text-too-long';
  if (written.heldOn > today) problems.day = 'day-to-come';
  else if (written.heldOn < oldest) problems.day = 'day-too-old';
  if (written.place === '') problems.place = 'place-missing';
  if (written.worked === '') problems.worked = 'worked-missing';
  const { people } = written;
  if (people === null || people < 1 || people > MOST_PEOPLE) problems.people = 'people-unreadable';
  return problems;
}

export type ReportRefusal =
  | 'gone'
  | 'not-yours'
  | 'not-theirs'
  | 'reported-already'
  | 'changed-meanwhile';

/** A group that is committed tells what it did; of an action that all may do, any certified group does (R20). */
export function refuseToReport(facts: {
  manages: boolean;
  isCommitted: boolean;
  isCertified: boolean;
  state: string;
}): ReportRefusal | null {
  if (!facts.manages) return 'not-yours';
  const isForAll = facts.state === 'fundable' || facts.state === 'archived';
  return facts.isCommitted || (isForAll && facts.isCertified) ? null : 'not-theirs';
}
