/** Marks of a text as a button puts them in (`ui/markup.ts` reads them). Pure. */
export type Mark = 'title' | 'strong' | 'emphasis' | 'list' | 'link' | 'quote';

/** What replaces the text between `from` and `to`, and what is selected afterwards. */
export interface Edit {
  from: number;
  to: number;
  insert: string;
  start: number;
  end: number;
}

/** A line of its own after the one that the cursor is in: a picture. */
export function placeLine(text: string, end: number, line: string): Edit {
  const next = text.indexOf('\n', end);
  const at = next < 0 ? text.length : next;
  const insert = `${text.slice(0, at).trim() === '' ? '' : '\n\n'}${line}\n`;
  return { from: at, to: at, insert, start: at + insert.length, end: at + insert.length };
}

const AROUND = { strong: '**', emphasis: '*' } as const;
const BEFORE = { title: '## ', list: '- ', quote: '> ' } as const;

/** A mark that is there already is taken away again. */
export function markWords(
  text: string,
  start: number,
  end: number,
  mark: Mark,
  linkWords: string,
): Edit {
  if (mark === 'link') return linkTo(text, start, end, linkWords);
  return mark === 'strong' || mark === 'emphasis'
    ? wrap(text, start, end, AROUND[mark])
    : markLines(text, start, end, BEFORE[mark]);
}

function wrap(text: string, start: number, end: number, sign: string): Edit {
  const words = text.slice(start, end);
  const outer = { from: start - sign.length, to: end + sign.length };
  const isMarked =
    text.slice(Math.max(0, outer.from), start) === sign && text.slice(end, outer.to) === sign;
  // the single star of emphasis is not the half of two
  const isHalf = sign === '*' && text[outer.from - 1] === '*' && text[outer.from - 2] !== '*';
  if (isMarked && !isHalf)
    return { ...outer, insert: words, start: outer.from, end: outer.from + words.length };
  // a mark that holds a space at its edge is none
  const left = start + (words.length - words.trimStart().length);
  const right = Math.max(left, end - (words.length - words.trimEnd().length));
  const kept = text.slice(left, right);
  return {
    from: left,
    to: right,
    insert: sign + kept + sign,
    start: left + sign.length,
    end: left + sign.length + kept.length,
  };
}

function markLines(text: string, start: number, end: number, sign: string): Edit {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', end);
  const to = next < 0 ? text.length : next;
  const lines = text.slice(from, to).split('\n');
  const all = lines.every((line) => line.startsWith(sign));
  const insert = lines
    .map((line) => (all ? line.slice(sign.length) : sign + line.replace(/^(## |- |> )/, '')))
    .join('\n');
  const at = from + insert.length;
  return { from, to, insert, start: lines.length > 1 ? from : at, end: at };
}

function linkTo(text: string, start: number, end: number, linkWords: string): Edit {
  const words = text.slice(start, end).replaceAll('\n', ' ').trim();
  // an address that was selected is where it leads
  const isAddress = /^(https?:\/\/|\/)\S+$/.test(words);
  const said = isAddress || words === '' ? linkWords : words;
  const address = isAddress ? words : 'https://';
  const insert = `[${said}](${address})`;
  const first = start + (isAddress ? 1 : said.length + 3);
  return {
    from: start,
    to: end,
    insert,
    start: first,
    end: first + (isAddress ? said : address).length,
  };
}
