/**
 * A general assembly (« assemblée générale », R157, R89): what its statutes settle, where it stands, who votes for whom.
 * Votes are whole numbers; shares of colleges add up to a hundred.
 */

export interface College {
  /** `a`, `b`… */
  key: string;
  name: string;
  /** Of a hundred. */
  share: number;
}

/** As its form asks for it. */
export interface WrittenAssembly {
  title: string;
  /** Marked text (ui/markup.ts). */
  introduction: string;
  /** The event of the space at which it is held. */
  meetingId: string;
  /** Of a hundred votes of the roll; 0: any number will do. */
  quorum: number;
  /** Proxies that one person may hold; 0: none are given. */
  mostProxies: number;
  /** None: every vote counts alike. */
  colleges: readonly College[];
}

export interface Assembly extends WrittenAssembly {
  id: string;
  spaceId: string;
  componentId: string;
  slug: string;
  version: number;
  convenedAt: Date | null;
  openedAt: Date | null;
  closedAt: Date | null;
  minutes: string;
  minutesAt: Date | null;
}

export type AssemblyState = 'prepared' | 'convened' | 'open' | 'closed';

export function stateOf({
  convenedAt,
  openedAt,
  closedAt,
}: Pick<Assembly, 'convenedAt' | 'openedAt' | 'closedAt'>): AssemblyState {
  if (closedAt) return 'closed';
  if (openedAt) return 'open';
  return convenedAt ? 'convened' : 'prepared';
}

export const ASSEMBLY_LENGTHS = {
  title: 160,
  introduction: 8000,
  itemTitle: 200,
  itemBody: 20_000,
  minutes: 60_000,
  speaksFor: 160,
  college: 80,
} as const;
export const MOST_ITEMS = 60;
const MOST_COLLEGES = 8;
export const MOST_VOTES = 100;
const MOST_PROXIES = 20;

export type AssemblyRefusal =
  | 'title-missing'
  | 'text-too-long'
  | 'meeting-missing'
  | 'quorum-wrong'
  | 'proxies-wrong'
  | 'colleges-wrong'
  | 'shares-wrong';
export type AssemblyField =
  | 'title'
  | 'introduction'
  | 'meetingId'
  | 'quorum'
  | 'mostProxies'
  | 'colleges';

/** What does not hold, by field. */
export function checkAssembly(
  written: WrittenAssembly,
): Partial<Record<AssemblyField, AssemblyRefusal>> {
  const refusals: Partial<Record<AssemblyField, AssemblyRefusal>> = {};
  for (const field of ['title', 'introduction'] as const)
    if (lengthOf(written[field]) > ASSEMBLY_LENGTHS[field]) refusals[field] = 'text-too-long';
  if (written.title === '') refusals.title = 'title-missing';
  if (written.meetingId === '') refusals.meetingId = 'meeting-missing';
  if (!isWithin(written.quorum, 0, 100)) refusals.quorum = 'quorum-wrong';
  if (!isWithin(written.mostProxies, 0, MOST_PROXIES)) refusals.mostProxies = 'proxies-wrong';
  const colleges = refuseColleges(written.colleges);
  if (colleges) refusals.colleges = colleges;
  return refusals;
}

function refuseColleges(colleges: readonly College[]): AssemblyRefusal | null {
  if (colleges.length === 0) return null;
  const names = new Set(colleges.map(({ name }) => name.toLowerCase()));
  const isNamed = colleges.every(
    ({ name }) => name !== '' && lengthOf(name) <= ASSEMBLY_LENGTHS.college,
  );
  if (
    colleges.length < 2 ||
    colleges.length > MOST_COLLEGES ||
    names.size < colleges.length ||
    !isNamed
  )
    return 'colleges-wrong';
  const total = colleges.reduce((sum, { share }) => sum + share, 0);
  return colleges.every(({ share }) => isWithin(share, 1, 99)) && total === 100
    ? null
    : 'shares-wrong';
}

/** « Communes ; 60 », one on each line. A line without a share makes one that is refused. */
export function readColleges(typed: string): College[] {
  return typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line, at) => {
      const [, name = line, share = ''] = /^(.*?)\s*[;:,]\s*(\d{1,3})\s*%?$/.exec(line) ?? [];
      return {
        key: String.fromCharCode('a'.charCodeAt(0) + (at % 26)),
        name: name.trim(),
        share: share === '' ? 0 : Number(share),
      };
    });
}

export const typeColleges = (colleges: readonly College[]): string =>
  colleges.map(({ name, share }) => `${name} ; ${share}`).join('\n');

/** Zero or more, as it was typed; -1: no such number. */
export const readCount = (typed: string): number => (/^\d{1,4}$/.test(typed) ? Number(typed) : -1);

const lengthOf = (text: string): number => [...text].length;
const isWithin = (value: number, least: number, most: number): boolean =>
  Number.isInteger(value) && value >= least && value <= most;

/** Somebody on the roll. */
export interface Voter {
  personId: string;
  college: string;
  votes: number;
  speaksFor: string;
  /** Came, and has not left. */
  isPresent: boolean;
}

export interface Proxy {
  giverId: string;
  holderId: string;
}

export type ProxyRefusal =
  | 'assembly-closed'
  | 'not-on-roll'
  | 'to-oneself'
  | 'holder-not-on-roll'
  | 'holder-full'
  | 'holder-gave-theirs'
  | 'holds-proxies'
  | 'no-proxies';

/** Why a proxy cannot be given; null: it can. A new one replaces the one given before. */
export function refuseProxy(
  { giverId, holderId }: Proxy,
  {
    state,
    mostProxies,
    voters,
    proxies,
  }: {
    state: AssemblyState;
    mostProxies: number;
    voters: readonly Pick<Voter, 'personId'>[];
    proxies: readonly Proxy[];
  },
): ProxyRefusal | null {
  if (state !== 'convened' && state !== 'open') return 'assembly-closed';
  if (mostProxies === 0) return 'no-proxies';
  const onRoll = new Set(voters.map(({ personId }) => personId));
  if (!onRoll.has(giverId)) return 'not-on-roll';
  if (giverId === holderId) return 'to-oneself';
  if (!onRoll.has(holderId)) return 'holder-not-on-roll';
  const others = proxies.filter((one) => one.giverId !== giverId);
  if (others.some((one) => one.holderId === giverId)) return 'holds-proxies';
  if (others.some((one) => one.giverId === holderId)) return 'holder-gave-theirs';
  const held = others.filter((one) => one.holderId === holderId).length;
  return held >= mostProxies ? 'holder-full' : null;
}

/** Those whom somebody votes for now, themselves first: not for themselves where another holds their proxy. */
export function listVotedFor(
  personId: string,
  voters: readonly Voter[],
  proxies: readonly Proxy[],
): Voter[] {
  const givers = new Set(
    proxies.filter((one) => one.holderId === personId).map(({ giverId }) => giverId),
  );
  const hasGiven = proxies.some((one) => one.giverId === personId);
  const own = voters.filter((voter) => voter.personId === personId && !hasGiven);
  return [...own, ...voters.filter((voter) => givers.has(voter.personId))];
}

export interface Attendance {
  /** Votes of the roll; of those who are there; of those whose proxy is. */
  votes: number;
  present: number;
  represented: number;
  /** Votes that must be there or represented. */
  needed: number;
  isReached: boolean;
}

/** Whether enough of the roll is there, or represented by somebody who is. */
export function measureQuorum(
  quorum: number,
  voters: readonly Voter[],
  proxies: readonly Proxy[],
): Attendance {
  const there = new Set(voters.filter((one) => one.isPresent).map(({ personId }) => personId));
  const holderOf = new Map(proxies.map(({ giverId, holderId }) => [giverId, holderId]));
  let [votes, present, represented] = [0, 0, 0];
  for (const voter of voters) {
    votes += voter.votes;
    const holder = holderOf.get(voter.personId);
    if (holder === undefined) present += there.has(voter.personId) ? voter.votes : 0;
    else represented += there.has(holder) ? voter.votes : 0;
  }
  // of a hundred, rounded up: half of 13 votes is 7
  const needed = Math.ceil((votes * quorum) / 100);
  return { votes, present, represented, needed, isReached: present + represented >= needed };
}

/** A point of the agenda. */
export interface WrittenItem {
  kind: 'discussion' | 'resolution';
  title: string;
  /** Marked text. */
  body: string;
  minutesPlanned: number | null;
}
export interface Item extends WrittenItem {
  id: string;
  version: number;
}

export type ItemRefusal = 'title-missing' | 'text-too-long' | 'minutes-wrong';

export function checkItem(
  written: WrittenItem,
): Partial<Record<'title' | 'body' | 'minutesPlanned', ItemRefusal>> {
  const refusals: ReturnType<typeof checkItem> = {};
  if (lengthOf(written.title) > ASSEMBLY_LENGTHS.itemTitle) refusals.title = 'text-too-long';
  if (written.title === '') refusals.title = 'title-missing';
  if (lengthOf(written.body) > ASSEMBLY_LENGTHS.itemBody) refusals.body = 'text-too-long';
  if (written.minutesPlanned !== null && !isWithin(written.minutesPlanned, 1, 600))
    refusals.minutesPlanned = 'minutes-wrong';
  return refusals;
}
