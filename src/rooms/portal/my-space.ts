/** « Mon espace » : what waits for somebody, what became of what they did. Never what they voted. */
import type { OwnPart } from '../delivery/index.ts';
import type { OwnGroup } from '../groups/index.ts';
import type { Board, OwnIdea, SupportedIdea } from '../ideas/index.ts';
import type { OwnTurnout } from '../polls/index.ts';
import type { Channel } from '../review/index.ts';
import type { Edition } from '../spaces/index.ts';
import type { TreasurerStep } from '../spending/index.ts';

/** Something that waits for this person, the most urgent first. */
export type Waiting =
  | { kind: 'merge'; mergeId: string; title: string; answerBy: string }
  | { kind: 'message'; idea: OwnIdea; edition: Edition; since: Date }
  | { kind: 'join-request'; group: Pick<OwnGroup, 'slug' | 'name'>; count: number; since: Date }
  | { kind: 'spending'; request: number; title: string; step: TreasurerStep; since: Date }
  | { kind: 'judgement'; count: number }
  | { kind: 'testimony'; edition: Named; project: number; title: string; since: Date }
  | { kind: 'draft'; draftId: string; board: Board; title: string; savedAt: Date }
  | { kind: 'held-idea'; draftId: string; board: Board; title: string };

/** An edition, as a link to it needs it. */
type Named = Pick<Edition, 'slug' | 'title'>;

/** Testimonies that came back with a reason: their author is asked to change them. */
export const listReturned = (parts: readonly (OwnPart & { edition: Named })[]): Waiting[] =>
  parts.flatMap(({ kind, state, edition, project, title, since }): Waiting[] =>
    kind === 'testimony' && state === 'returned' ? [{ kind, edition, project, title, since }] : [],
  );

/** People who ask to be let into a group that somebody runs. */
export const listKnocking = (groups: readonly OwnGroup[]): Waiting[] =>
  groups.flatMap(({ slug, name, requests, askedSince }): Waiting[] =>
    askedSince
      ? [{ kind: 'join-request', group: { slug, name }, count: requests, since: askedSince }]
      : [],
  );

export interface MyIdea extends OwnIdea {
  board: Board;
  /** Where it stands now, in words of the rooms that know. */
  related: readonly { label: string; title: string; href: string }[];
  threads: readonly { channel: Channel; count: number }[];
  /** The project of a frozen list that came out of it; null: none yet. */
  projectId: string | null;
}

export interface MySupport extends SupportedIdea {
  board: Board;
}

/** A project of a frozen list that somebody holds. */
export interface MyProject {
  id: string;
  number: number;
  title: string;
  edition: Edition;
}

export interface MyVote extends OwnTurnout {
  edition: Edition;
}

/** A merge asks for an answer until a day, a message and whoever knocks for one soon; words to change can wait, a draft waits longest. */
export function orderWaiting(waiting: readonly Waiting[]): Waiting[] {
  const rank = {
    merge: 0,
    message: 1,
    spending: 2,
    judgement: 3,
    'join-request': 4,
    testimony: 5,
    draft: 6,
    'held-idea': 7,
  } as const;
  return waiting.toSorted((a, b) => rank[a.kind] - rank[b.kind]);
}
