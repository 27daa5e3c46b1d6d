/** « Mon espace » : what waits for somebody, what became of what they did. Never what they voted. */
import type { OwnIdea } from '../ideas/index.ts';
import type { OwnTurnout } from '../polls/index.ts';
import type { Channel } from '../review/index.ts';
import type { Edition } from '../spaces/index.ts';

/** Something that waits for this person, the most urgent first. */
export type Waiting =
  | { kind: 'merge'; mergeId: string; title: string; answerBy: string }
  | { kind: 'message'; idea: OwnIdea; edition: Edition; since: Date }
  | { kind: 'draft'; draftId: string; edition: Edition; title: string; savedAt: Date };

export interface MyIdea extends OwnIdea {
  edition: Edition;
  /** Where it stands now, in words of the rooms that know. */
  related: readonly { label: string; title: string; href: string }[];
  threads: readonly { channel: Channel; count: number }[];
  /** The project of a frozen list that came out of it; null: none yet. */
  projectId: string | null;
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

/** A merge asks for an answer until a day, a message for one soon; a draft waits longest. */
export function orderWaiting(waiting: readonly Waiting[]): Waiting[] {
  const rank = { merge: 0, message: 1, draft: 2 } as const;
  return waiting.toSorted((a, b) => rank[a.kind] - rank[b.kind]);
}
