/** What makes a voter one and the same person in a poll, whatever they come with (V5): each counts once. */

type MarkKind = 'mailbox' | 'account' | 'phone' | 'entry' | 'code' | 'declared' | 'provider';

/** As it was proven: an address without its aliases, a number in E.164, the id of an entry or a code. */
export interface Mark {
  kind: MarkKind;
  value: string;
}

/** As a roll holds it: a keyed hash of one poll. */
export interface WrittenMark {
  kind: MarkKind;
  mark: string;
}

/**
 * Whether two sets of marks are of two persons: they hold one kind in common, of another value. An account is
 * one person, whatever else it comes with: it keeps its line when its mailbox or its phone changes.
 */
export function areTwoPersons(own: readonly WrittenMark[], held: readonly WrittenMark[]): boolean {
  const isHeld = ({ kind, mark }: WrittenMark) =>
    held.some((other) => other.kind === kind && other.mark === mark);
  if (own.some((mark) => mark.kind === 'account' && isHeld(mark))) return false;
  return own.some((mark) => held.some((other) => other.kind === mark.kind) && !isHeld(mark));
}
