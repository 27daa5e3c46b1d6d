/** What an idea said, version by version: the first as it was published, the last as it stands (R200). */
import type { IdeaText } from '../idea.ts';

/** What an idea said before it was corrected. */
export interface IdeaVersion {
  title: string;
  body: string;
  categoryId: string;
  lang: string;
  replacedAt: Date;
}

export interface NumberedVersion extends IdeaText {
  number: number;
  /** When it began to say this. */
  at: Date;
}

/** In order. `earlier`: what it said before each correction, oldest first. */
export function numberVersions(
  idea: IdeaText & { publishedAt: Date },
  earlier: readonly IdeaVersion[],
): NumberedVersion[] {
  return [...earlier, idea].map(({ title, body, categoryId, lang }, index) => ({
    title,
    body,
    categoryId,
    lang,
    number: index + 1,
    at: earlier[index - 1]?.replacedAt ?? idea.publishedAt,
  }));
}

/** The two that an address asks for, the older one first; the last correction where it says nothing that there is. */
export function choosePair(
  versions: readonly NumberedVersion[],
  query: URLSearchParams,
): [NumberedVersion, NumberedVersion] {
  const asked = ['de', 'a'].flatMap(
    (name) => versions.find(({ number }) => String(number) === query.get(name)) ?? [],
  );
  const [from, to] =
    asked.length === 2 && asked[0] !== asked[1] ? asked : [versions.at(-2), versions.at(-1)];
  return from!.number < to!.number ? [from!, to!] : [to!, from!];
}
