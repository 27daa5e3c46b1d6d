import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import type { VNode } from 'preact';
import { describe, expect, test } from 'vitest';
import { renderDocument } from './document.ts';
import { Gallery, galleryTitle } from './gallery.tsx';
import { Shell, type ShellProps } from './shell.tsx';

const props: Omit<ShellProps, 'children'> = {
  title: galleryTitle,
  assets: { stylesheet: '/assets/site.css', scripts: ['/assets/site.js'], font: '/assets/f.woff2' },
  organisation: { name: 'Ville de Fleury', homeHref: '/' },
  navigation: [
    { label: 'Accueil', href: '/', current: true },
    { label: 'Idées', href: '/idees' },
  ],
  account: { kind: 'member', nickname: '<b>Zoé</b>', accountHref: '/moi', signOutHref: '/sortie' },
  languages: [
    { code: 'fr', label: 'Français', href: '/?langue=fr', current: true },
    { code: 'en', label: 'English', href: '/?langue=en', current: false },
  ],
  footer: { links: [], accessibility: { state: 'partial', href: '/accessibilite' } },
};

const textOf = (shell: VNode) => renderDocument(shell).toString();

const page = textOf(
  <Shell {...props}>
    <Gallery />
  </Shell>,
);

describe('the document', () => {
  test('has a doctype, a language, a title that begins with the one h1, a way to skip to the content', () => {
    expect(page).toMatch(/^<!doctype html><html lang="fr">/);
    expect(page.match(/<h1/g) ?? []).toHaveLength(1);
    expect(page.match(/<title>.*?<\/title>/)?.[0]).toBe(
      `<title>${galleryTitle} · Ville de Fleury</title>`,
    );
    expect(page).toContain('href="#contenu"');
    expect(page).toMatch(/<main[^>]* id="contenu"/);
  });

  test('W16: holds no style, no inline script, no handler and asks no one else for anything', () => {
    const forbidden = [
      / style=[^>]*|<style/g,
      /<script(?![^>]* src="\/)[^>]*>/g,
      / on[a-z]+="[^"]*"/g,
      /<(?:link|script|img|source)[^>]* (?:src|href)="(?:https?:)?\/\/[^"]*"/g,
    ];
    for (const pattern of forbidden) expect(page.match(pattern) ?? []).toEqual([]);
  });

  test('every id is there once', () => {
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test('links with the same words in the navigation say which page is current', () => {
    expect(page).toMatch(/<a href="\/" aria-current="page">Accueil<\/a>/);
  });

  test('signing out is a post, and a nickname is text', () => {
    expect(page).toContain('<form method="post" action="/sortie">');
    expect(page).toContain('&lt;b>Zoé&lt;/b>');
  });

  test('a form that came back with problems says so in the title', () => {
    const back = textOf(
      <Shell {...props} title="Déposer" hasProblems>
        x
      </Shell>,
    );
    expect(back).toContain('<title>Erreur\u202f: Déposer · Ville de Fleury</title>');
  });

  test('the flash stands in a status region that is there even when empty', () => {
    expect(page).toContain('<div class="flash wrap" role="status"></div>');
    const told = textOf(
      <Shell {...props} flash={{ tone: 'success', words: 'Votre idée est publiée.' }}>
        x
      </Shell>,
    );
    expect(told).toMatch(
      /role="status"><div class="notice notice-success">.*Votre idée est publiée\./,
    );
  });
});

test('W16: no rule of the stylesheets asks another site for anything', () => {
  const folder = new URL('.', import.meta.url);
  const sheets = readdirSync(folder).filter((name) => name.endsWith('.css'));
  expect(sheets.length).toBeGreaterThan(10);
  for (const name of sheets) {
    const addresses = readFileSync(new URL(name, folder), 'utf8').match(
      /https?:\/\/\S*|url\(["']?\/\/\S*/g,
    );
    expect(addresses, name).toBeNull();
  }
});

test('the sheet of the site weighs at most 14 kB compressed, the script of every page 3 kB', async () => {
  const options = {
    bundle: true,
    minify: true,
    write: false,
    outdir: '/',
    target: 'es2020',
  } as const;
  const weigh = async (entry: string): Promise<number> => {
    const { outputFiles } = await build({
      ...options,
      entryPoints: [new URL(entry, import.meta.url).pathname],
      format: 'esm',
      loader: { '.woff2': 'file' },
    });
    const written = outputFiles.filter((file) => !file.path.endsWith('.woff2'));
    return written.reduce((sum, file) => sum + gzipSync(file.contents).length, 0);
  };
  expect(await weigh('./site.css')).toBeLessThan(14_000);
  expect(await weigh('../browser/site.ts')).toBeLessThan(3_000);
});
