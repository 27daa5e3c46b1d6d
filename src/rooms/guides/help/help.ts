/** A topic of the help: a file of words by language. */
export interface Topic {
  name: string;
  title: string;
  summary: string;
  body: string;
}

/** Small letters without accents, words apart. */
const plain = (text: string): string =>
  text.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll(/[’']/g, ' ').toLowerCase();

/** The topics that hold every word asked for (or its beginning), those that have it in their title first. */
export function searchTopics(topics: readonly Topic[], query: string): Topic[] {
  const words = plain(query)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1)
    .slice(0, 8);
  if (words.length === 0) return [];
  return topics
    .map((topic) => ({ topic, weight: weigh(topic, words) }))
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight)
    .map(({ topic }) => topic);
}

function weigh(topic: Topic, words: readonly string[]): number {
  const title = ` ${plain(topic.title)}`;
  const summary = ` ${plain(topic.summary)}`;
  const body = ` ${plain(topic.body).replaceAll(/[^\p{L}\p{N}]+/gu, ' ')}`;
  let weight = 0;
  for (const word of words) {
    const own = [title, summary, body].map((text) => text.includes(` ${stem(word)}`));
    if (!own.includes(true)) return 0;
    weight += (own[0] ? 10 : 0) + (own[1] ? 3 : 0) + (own[2] ? 1 : 0);
  }
  return weight;
}

/** One and many are one word for a search: « bulletins » finds « bulletin ». */
const stem = (word: string): string => (word.length > 3 ? word.replace(/[sx]$/, '') : word);
