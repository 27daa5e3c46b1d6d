/**
 * What is written around an idea: private notes between the office and the departments, the exchange with its
 * holder, the thread of its study team (R48). Nothing written is changed or removed.
 */

export const CHANNELS = ['exchange', 'team', 'note'] as const;
export type Channel = (typeof CHANNELS)[number];

export const PARTS = ['holder', 'officer', 'technician'] as const;
export type Part = (typeof PARTS)[number];

/** On whose behalf a message is written. */
export type Side = 'office' | 'department' | 'holder';

/** What somebody is to an idea, each from another source. */
export interface Standing {
  /** Its author, with an account. */
  isHolder: boolean;
  /** Runs the edition, or decides in it. */
  isOffice: boolean;
  /** Reads the office without writing in it. */
  isReader: boolean;
  /** Departments of theirs that are asked about this idea. */
  departmentIds: readonly string[];
  part: Part | null;
}

/** Which threads somebody sees; none: the page is not there for them. */
export function listReadable(standing: Standing): Channel[] {
  const works = standing.isOffice || standing.departmentIds.length > 0;
  return CHANNELS.filter((channel) => {
    if (works || standing.isReader) return true;
    if (channel === 'exchange') return standing.isHolder;
    return channel === 'team' && standing.part !== null;
  });
}

/** On whose behalf somebody writes in a thread; null: they only read it, or do not see it. */
export function writeAs(standing: Standing, channel: Channel): Side | null {
  if (standing.isOffice) return 'office';
  if (standing.departmentIds.length > 0) return 'department';
  if (channel === 'exchange' && standing.isHolder) return 'holder';
  if (channel === 'team' && standing.part !== null)
    return standing.part === 'holder' ? 'holder' : 'office';
  return null;
}

/** Characters as a person counts them. */
export const MESSAGE_LENGTH = 4000;
export type MessageRefusal = 'message-missing' | 'message-too-long';

export function checkMessage(body: string): MessageRefusal | null {
  if (!/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(body)) return 'message-missing';
  return [...body].length > MESSAGE_LENGTH ? 'message-too-long' : null;
}

export interface Message {
  id: string;
  channel: Channel;
  side: Side;
  departmentId: string | null;
  writtenBy: string;
  /** Written down by the office for somebody who answered another way. */
  isRelayed: boolean;
  body: string;
  writtenAt: Date;
  /** People, by id. */
  mentioned: readonly string[];
}

/** Somebody of the town hall who may be mentioned in a note, or join the team. */
export interface Candidate {
  id: string;
  name: string;
  /** Their department; '' for the office. */
  of: string;
  /** What they may be in the team. */
  parts: readonly Part[];
}

/** How people and departments are called on the page, by id. */
export interface Names {
  people: ReadonlyMap<string, string>;
  departments: ReadonlyMap<string, string>;
}
