import { numberedSegment } from '../spaces/index.ts';

/** `12-jardin-partage`: the number decides, the words are for readers. */
export function ideaSegment(idea: { number: number; title: string }): string {
  return numberedSegment(idea.number, idea.title);
}
