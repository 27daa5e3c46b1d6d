/** A text and what became of it: removed words struck out, added ones underlined, and both said aloud. */
import * as m from '../paraglide/messages.js';
import { compareWords, type Piece } from './word-differences.ts';

export type DifferencesProps = {
  before: string;
  after: string;
  /** Language of the text, when it is not the page's. */
  lang?: string;
};

/** Paragraphs stay paragraphs; where nothing changed the text stands as it is. */
export function Differences({ before, after, lang }: DifferencesProps) {
  const paragraphs = splitParagraphs(compareWords(before, after));
  return (
    <div class="differences" lang={lang}>
      {paragraphs.map((pieces, at) => (
        <p key={at} dir="auto">
          {pieces.map((piece, place) => (
            <Words key={place} {...piece} />
          ))}
        </p>
      ))}
    </div>
  );
}

function Words({ kind, text }: Piece) {
  if (kind === 'same') return <>{text}</>;
  const [before, after] =
    kind === 'added'
      ? [m.ui_added_from(), m.ui_added_to()]
      : [m.ui_removed_from(), m.ui_removed_to()];
  const words = (
    <>
      <span class="visually-hidden"> {before} </span>
      {text}
      <span class="visually-hidden"> {after} </span>
    </>
  );
  return kind === 'added' ? <ins>{words}</ins> : <del>{words}</del>;
}

/** Pieces cut at line ends; lines that hold nothing are left out. */
function splitParagraphs(pieces: readonly Piece[]): Piece[][] {
  const paragraphs: Piece[][] = [[]];
  for (const { kind, text } of pieces) {
    for (const [at, line] of text.split(/\n+/).entries()) {
      if (at > 0) paragraphs.push([]);
      if (line !== '') paragraphs.at(-1)!.push({ kind, text: line });
    }
  }
  return paragraphs.filter((one) => one.some(({ text }) => text.trim() !== ''));
}
