import { PersonLink } from '../profiles/index.page.ts';
import { sayAuthor } from './words.page.ts';

interface AuthorProps {
  idea: { authorId: string | null; authorNickname: string; official: string | null };
}

/** Who deposited an idea, with what they did in public and whom they speak for; a signature without account leads nowhere. */
export function Author({ idea: { authorId, authorNickname, official } }: AuthorProps) {
  const words = sayAuthor(authorNickname);
  return authorId === null ? (
    <bdi>{words}</bdi>
  ) : (
    <PersonLink nickname={authorNickname} official={official}>
      {words}
    </PersonLink>
  );
}
