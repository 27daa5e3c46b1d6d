/** A topic of a forum: a title, a first message, and what is said after it (R155). */

export const TOPIC_LENGTHS = { title: 140, message: 6000 } as const;

/** What a topic answers: an article of whatever room. */
export interface Article {
  kind: string;
  id: string;
}

export interface WrittenTopic {
  title: string;
  message: string;
  lang: string;
  /** null: of its own. */
  about: Article | null;
}

export interface Topic extends WrittenTopic {
  id: string;
  number: number;
  componentId: string;
  authorId: string;
  writtenAt: Date;
  /** Of its last message. */
  lastAt: Date;
  pinnedAt: Date | null;
  closedAt: Date | null;
  hiddenAt: Date | null;
  heldAt: Date | null;
  refusedAt: Date | null;
}

export type TopicRefusal =
  | 'title-missing'
  | 'title-too-long'
  | 'message-missing'
  | 'message-too-long';

/** What is wrong with each field. */
export function checkTopic({
  title,
  message,
}: Pick<WrittenTopic, 'title' | 'message'>): Partial<Record<'title' | 'message', TopicRefusal>> {
  const long = (text: string, most: number) => [...text].length > most;
  return {
    ...(title === '' && { title: 'title-missing' as const }),
    ...(long(title, TOPIC_LENGTHS.title) && { title: 'title-too-long' as const }),
    ...(message === '' && { message: 'message-missing' as const }),
    ...(long(message, TOPIC_LENGTHS.message) && { message: 'message-too-long' as const }),
  };
}

/** An article as an address says it: `news/1f0c…`. */
export function readArticle(typed: string | null): Article | null {
  const match = /^([a-z]+)\/([0-9a-f]{8}-[0-9a-f-]{27})$/.exec(typed ?? '');
  return match ? { kind: match[1]!, id: match[2]! } : null;
}
export const writeArticle = ({ kind, id }: Article): string => `${kind}/${id}`;
