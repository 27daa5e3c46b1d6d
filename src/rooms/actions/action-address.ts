import { numberedSegment } from '../spaces/index.ts';

/** `12-collecte-solidaire`: the number decides, the words are for readers. */
export const actionSegment = ({ number, title }: { number: number; title: string }): string =>
  numberedSegment(number, title);
