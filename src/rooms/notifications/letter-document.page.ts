import { h } from 'preact';
import { jsxTemplate } from 'preact/jsx-runtime';
import { renderToString } from 'preact-render-to-string';
import * as m from '../../paraglide/messages.js';
import { type Locale, withLocale } from '../../platform/locale/locale.ts';

interface Shown {
  locale: Locale;
  subject: string;
  /** HTML of ours, already escaped. */
  content: string;
  /** Why one receives it and how to stop; null: it is owed. */
  foot: { organisation: string; topic: string; stop: string } | null;
}

/** Mail programs know no stylesheet of a site: what is not said here is theirs, dark screens included. */
const STYLE = `body{margin:0;padding:0;font-family:Verdana,Arial,sans-serif;font-size:16px;line-height:1.6}
.sheet{max-width:600px;margin:0 auto;padding:24px 20px}
h1{font-size:24px;line-height:1.3;margin:0 0 16px}h2{font-size:20px;line-height:1.3;margin:32px 0 8px}
h3{font-size:17px;line-height:1.4;margin:20px 0 4px}p,ul,ol{margin:0 0 12px}
img{max-width:100%;height:auto;border:0;border-radius:6px}a{color:#0b5e8a}
.foot{border-top:1px solid #8a8a8a;margin-top:40px;padding-top:16px;font-size:14px}
@media (prefers-color-scheme:dark){a{color:#8cc8ea}}`;

/**
 * A letter as a whole document, foot included: what a mail program shows, and what the office is shown before. Written
 * without JSX: the door of this room opens under plain Node.
 */
export function writeMailDocument({ locale, subject, content, foot }: Shown): string {
  const html = withLocale(locale, () =>
    renderToString(
      h('html', { lang: locale }, [
        h('head', null, [
          h('meta', { charset: 'utf-8' }),
          h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
          h('meta', { name: 'color-scheme', content: 'light dark' }),
          h('title', null, subject),
          h('style', null, jsxTemplate([STYLE])),
        ]),
        h(
          'body',
          null,
          h('div', { class: 'sheet' }, [
            h('main', null, jsxTemplate([content])),
            foot &&
              h('footer', { class: 'foot' }, [
                h('p', null, m.letters_foot_why(foot)),
                h('p', null, h('a', { href: foot.stop }, m.letters_foot_stop())),
              ]),
          ]),
        ),
      ]),
    ),
  );
  return `<!doctype html>${html}`;
}
