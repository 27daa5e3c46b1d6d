import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { withLocale } from '../platform/locale/locale.ts';
import { write, writtenOnce } from './written-once.ts';

const LONG = 'Un banc à l’ombre. '.repeat(100);

function Card({ title, text = LONG }: { title: string; text?: string }) {
  return (
    <li>
      {title} {text}
    </li>
  );
}

describe('what is written once', () => {
  test('stands in the document as if it had been drawn there, in its place, any number of times', () => {
    const things = [{ title: 'Un' }, { title: 'Deux' }];
    const list = (draw: (thing: { title: string }) => unknown) => (
      <ul>
        <li>avant</li>
        {[...things, ...things.toReversed()].map(draw)}
        <li>après</li>
      </ul>
    );
    const drawn = renderToString(list(({ title }) => <Card title={title} />));
    const once = list((thing) => writtenOnce(thing, '', () => <Card title={thing.title} />));
    for (let turn = 0; turn < 2; turn += 1) expect(write(once).toString()).toBe(drawn);
  });

  test('is drawn once for each variant and language, and short or long inside another too', () => {
    let drawn = 0;
    const thing = {};
    const card = (variant: string) =>
      writtenOnce(thing, variant, () => {
        drawn += 1;
        return <Card title={variant} text={variant === 'court' ? '' : LONG} />;
      });
    const page = () => write(<ul>{['long', 'court'].map(card)}</ul>).toString();
    const first = page();
    expect(page()).toBe(first);
    expect(drawn).toBe(2);
    expect(withLocale('en', page)).toBe(first);
    expect(drawn).toBe(4);
    const outer = writtenOnce({}, '', () => <ul>{['long', 'court'].map(card)}</ul>);
    expect(write(outer).toString()).toBe(first);
  });

  test('W1 is escaped like everything else, and nobody’s words take its place', () => {
    const words = '<!--0--><script>alert(1)</script>';
    const html = write(
      <p>
        {writtenOnce({}, '', () => (
          <Card title={words} />
        ))}
      </p>,
    ).toString();
    expect(html).toBe(renderToString(<p>{<Card title={words} />}</p>));
    expect(html).not.toContain('<script');
  });
});
