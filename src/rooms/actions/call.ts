/** A message of a group to the leads of groups near it, so that they commit too (R19): once a day for an action. */

interface Place {
  county: string;
  point: { latitude: number; longitude: number } | null;
}

/** Groups written to at once. */
const MOST_NEAR = 20;
export const CALL_LENGTH = 1000;

export type CallRefusal =
  | 'gone'
  | 'not-yours'
  | 'not-committed'
  | 'not-open'
  | 'words-missing'
  | 'words-too-long'
  | 'nobody-near'
  | 'sent-today';

export function checkCall(words: string): 'words-missing' | 'words-too-long' | null {
  if (words === '') return 'words-missing';
  return [...words].length > CALL_LENGTH ? 'words-too-long' : null;
}

/** Whoever runs the group that proposes, or one that is committed. */
export function refuseToCall(facts: {
  manages: boolean;
  isCommitted: boolean;
  proposes: boolean;
  state: string;
}): CallRefusal | null {
  if (!facts.manages) return 'not-yours';
  if (!facts.isCommitted && !facts.proposes) return 'not-committed';
  return facts.state === 'published' || facts.state === 'fundable' ? null : 'not-open';
}

/** Those of the same département first, then the nearest; who lies nowhere comes last. */
export function listNear<Near extends Place>(
  from: Place,
  groups: readonly Near[],
  most = MOST_NEAR,
): Near[] {
  const isHere = (group: Place) => from.county !== '' && group.county === from.county;
  const distances = new Map(
    groups.map((group) => [group, measureDistance(from.point, group.point)]),
  );
  return groups
    .filter((group) => isHere(group) || distances.get(group) !== Infinity)
    .toSorted(
      (one, other) =>
        Number(isHere(other)) - Number(isHere(one)) ||
        compare(distances.get(one)!, distances.get(other)!),
    )
    .slice(0, most);
}

const compare = (one: number, other: number): number => (one === other ? 0 : one < other ? -1 : 1);

/** Kilometres as the crow flies, near enough to say who is nearer. */
function measureDistance(from: Place['point'], to: Place['point']): number {
  if (!from || !to) return Infinity;
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const [north, other] = [radians(from.latitude), radians(to.latitude)];
  const across = radians(to.longitude - from.longitude) * Math.cos((north + other) / 2);
  return 6371 * Math.hypot(other - north, across);
}
