/** How an idea stands with an event (R125, R126): it came out of it, or it was spoken of there. */
export const RELATIONS = ['came-out', 'spoken-of'] as const;
export type Relation = (typeof RELATIONS)[number];

/** As forms say them. */
export const RELATION_WORDS: Record<Relation, string> = {
  'came-out': 'issue',
  'spoken-of': 'evoquee',
};

/** null: it is not linked, or no longer. */
export const readRelation = (word: string): Relation | null =>
  RELATIONS.find((relation) => RELATION_WORDS[relation] === word) ?? null;

/** How many ideas one form settles: those of a page, and those that were linked before. */
export const MOST_SETTLED = 200;

/** An idea that a page of something else leads to. */
export interface LinkedIdea {
  id: string;
  number: number;
  title: string;
  boardId: string;
}

export interface IdeaOfMeeting extends LinkedIdea {
  relation: Relation;
}
