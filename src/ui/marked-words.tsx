/** A text in which the words that were searched stand out. */
export function MarkedWords({ pieces }: { pieces: readonly { words: string; marked: boolean }[] }) {
  return <>{pieces.map(({ words, marked }) => (marked ? <mark>{words}</mark> : words))}</>;
}
