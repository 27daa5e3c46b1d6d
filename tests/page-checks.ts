import { expect } from 'vitest';

/**
 * What every page must be, checked on each one that a test fetches: one h1, a title that begins with it,
 * a language, a skip link that leads to main, a label for each field, an error summary on a refused form,
 * no inline script or style, nothing from elsewhere (W16).
 */
export function checkPage(html: string, path: string, status: number): void {
  const where = `${status} ${path}`;
  const headings = [...html.matchAll(/<h1[\s>][\s\S]*?<\/h1>/g)];
  expect(headings.length, `${where}: one h1`).toBe(1);
  const heading = textOf(headings[0]![0]);
  const title = textOf(/<title>([\s\S]*?)<\/title>/.exec(html)?.[1] ?? '');
  const bare = title.replace(/^(Erreur|Error)\s?:\s/, '');
  expect(
    bare.startsWith(heading),
    `${where}: the title « ${title} » begins with the h1 « ${heading} »`,
  ).toBe(true);
  expect(html, `${where}: lang`).toMatch(/<html lang="(fr|en)"/);
  expect(html, `${where}: skip link`).toContain('href="#contenu"');
  expect(html, `${where}: main`).toMatch(/<main[^>]*id="contenu"/);
  expect(html, `${where}: no inline script`).not.toMatch(/<script(?![^>]*\bsrc=)/);
  expect(html, `${where}: no inline style`).not.toMatch(/<style|\sstyle="/);
  expect(html, `${where}: no handler attribute`).not.toMatch(/<[a-z][^>]*\son[a-z]+=/);
  expect(html, `${where}: nothing from elsewhere`).not.toMatch(
    /<(script|link|img|iframe)[^>]*(src|href)="https?:\/\/(?!localhost|[a-z-]+\.localhost)/,
  );
  checkLabels(html, where);
  if (status === 422) expect(html, `${where}: error summary`).toMatch(/class="[^"]*error-summary/);
}

function checkLabels(html: string, where: string): void {
  const labelled = new Set(
    [...html.matchAll(/<label[^>]*\bfor="([^"]+)"/g)].map((match) => match[1]),
  );
  for (const [tag] of html.matchAll(/<(input|select|textarea)\b[^>]*>/g)) {
    if (/type="(hidden|submit|button)"/.test(tag)) continue;
    const id = /\bid="([^"]+)"/.exec(tag)?.[1];
    const named = /aria-label(ledby)?="[^"]+"/.test(tag);
    expect(named || (id !== undefined && labelled.has(id)), `${where}: a label for ${tag}`).toBe(
      true,
    );
  }
}

function textOf(html: string): string {
  return html
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
