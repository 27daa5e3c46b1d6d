import { describe, expect, it } from 'vitest';
import { splitMarkup } from '../ui/markup.ts';
import { type Mark, markWords } from './mark-words.ts';

/** `text` with its selection between bars, before and after. */
function press(typed: string, mark: Mark): string {
  const start = typed.indexOf('|');
  const end = typed.lastIndexOf('|') - 1;
  const text = typed.replaceAll('|', '');
  const edit = markWords(text, start, end, mark, 'mots du lien');
  const after = text.slice(0, edit.from) + edit.insert + text.slice(edit.to);
  return `${after.slice(0, edit.start)}|${after.slice(edit.start, edit.end)}|${after.slice(edit.end)}`;
}

describe('R98 marks that the toolbar puts into a text', () => {
  it('R98 words are wrapped without the spaces at their edges, and unwrapped by the same button', () => {
    expect(press('Un |mot | ici', 'strong')).toBe('Un **|mot|**  ici');
    expect(press('Un **|mot|** ici', 'strong')).toBe('Un |mot| ici');
    expect(press('Un |mot| ici', 'emphasis')).toBe('Un *|mot|* ici');
    expect(press('Un *|mot|* ici', 'emphasis')).toBe('Un |mot| ici');
    expect(press('Un **|mot|** ici', 'emphasis'), 'both').toBe('Un ***|mot|*** ici');
    expect(press('||', 'strong')).toBe('**||**');
  });

  it('R98 whole lines become a title, a list, a quotation, and lines again', () => {
    expect(press('Avant\nUn t||itre\nAprès', 'title')).toBe('Avant\n## Un titre||\nAprès');
    expect(press('|un\ndeux|', 'list')).toBe('|- un\n- deux|');
    expect(press('|- un\n- deux|', 'list')).toBe('|un\ndeux|');
    expect(press('- un||', 'quote'), 'one mark a line').toBe('> un||');
  });

  it('R98 a link asks for what is missing: its address, or its words', () => {
    expect(press('Voir |la carte|.', 'link')).toBe('Voir [la carte](|https://|).');
    expect(press('|https://ville.fr/a|', 'link')).toBe('[|mots du lien|](https://ville.fr/a)');
  });

  it('R98 what it writes is what the page reads', () => {
    const kinds = (typed: string, mark: Mark) =>
      splitMarkup(press(typed, mark).replaceAll('|', ''))[0]!.kind;
    expect(kinds('Un t||itre', 'title')).toBe('title');
    expect(kinds('|un|', 'list')).toBe('list');
    expect(kinds('|un|', 'quote')).toBe('aside');
  });
});
