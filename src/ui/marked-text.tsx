import type { VNode } from 'preact';
import { type MarkedBlock, type MarkedPiece, splitMarkup } from './markup.ts';
import { Picture, type PictureProps } from './picture.tsx';

export type MarkedTextProps = {
  /** As typed, with the marks that `splitMarkup` knows. */
  text: string;
  /** Language of the text, when it is not the page's. */
  lang?: string;
  /** Pictures that it may place, by number; a mark of another one stays as it was typed. */
  pictures?: ReadonlyMap<number, PictureProps>;
};

/** What the office or the house wrote, with titles, lists and links: each made by us, none taken from the text. */
export function MarkedText({ text, lang, pictures }: MarkedTextProps) {
  return (
    <div class="prose marked" lang={lang}>
      {splitMarkup(text).map((block, index) => (
        <Block key={index} block={block} pictures={pictures} />
      ))}
    </div>
  );
}

function Block({ block, pictures }: { block: MarkedBlock } & Pick<MarkedTextProps, 'pictures'>) {
  switch (block.kind) {
    case 'picture': {
      const picture = pictures?.get(block.number);
      return picture ? <Picture {...picture} /> : <p>{`[image ${block.number}]`}</p>;
    }
    case 'title': {
      const Title = `h${block.level}` as 'h2';
      return <Title>{block.pieces.map(draw)}</Title>;
    }
    case 'list': {
      const Kind = block.ordered ? 'ol' : 'ul';
      return (
        <Kind>
          {block.items.map((pieces, index) => (
            <li key={index}>{pieces.map(draw)}</li>
          ))}
        </Kind>
      );
    }
    case 'aside':
      return (
        <div class="marked-aside">
          <Lines lines={block.lines} />
        </div>
      );
    case 'paragraph':
      return <Lines lines={block.lines} />;
  }
}

function Lines({ lines }: { lines: readonly MarkedPiece[][] }) {
  return (
    <p>
      {lines.map((pieces, index) => (index === 0 ? pieces.map(draw) : [<br />, pieces.map(draw)]))}
    </p>
  );
}

function draw(piece: MarkedPiece): VNode | string {
  switch (piece.kind) {
    case 'words':
      return piece.words;
    case 'own':
      return <a href={piece.href}>{piece.words}</a>;
    case 'link':
      return (
        <a href={piece.href} rel="nofollow noopener">
          {piece.words}
        </a>
      );
    case 'strong':
      return <strong>{piece.pieces.map(draw)}</strong>;
    case 'emphasis':
      return <em>{piece.pieces.map(draw)}</em>;
  }
}
