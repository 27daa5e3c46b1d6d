import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Messages = Record<string, unknown>;

function read(locale: string, file: string): Messages {
  return JSON.parse(readFileSync(`messages/${locale}/${file}`, 'utf8')) as Messages;
}

/** The names of the holes in a message, whatever its shape. */
function holes(message: unknown): string[] {
  return [
    ...new Set([...JSON.stringify(message).matchAll(/\{([a-zA-Z]+)\}/g)].map((match) => match[1]!)),
  ].sort();
}

describe('messages', () => {
  const files = readdirSync('messages/fr').filter((name) => name.endsWith('.json'));

  it('R133 French and English have the same files, keys and holes', () => {
    expect(readdirSync('messages/en').filter((name) => name.endsWith('.json'))).toEqual(files);
    for (const file of files) {
      const [french, english] = [read('fr', file), read('en', file)];
      expect(Object.keys(english).sort(), file).toEqual(Object.keys(french).sort());
      for (const key of Object.keys(french))
        expect(holes(english[key]), `${file} ${key}`).toEqual(holes(french[key]));
    }
  });

  it('every key begins with the name of its file', () => {
    for (const file of files) {
      const prefix = `${file.replace('.json', '')}_`;
      expect(
        Object.keys(read('fr', file)).filter((key) => !key.startsWith(prefix)),
        file,
      ).toEqual([]);
    }
  });

  it('French punctuation keeps its narrow no-break spaces', () => {
    const loose = files.flatMap((file) =>
      Object.entries(read('fr', file))
        .filter(([, message]) =>
          /(?<=[\p{L}\d%)\]}]) [;:!?»]|« (?!$)/u.test(JSON.stringify(message)),
        )
        .map(([key]) => key),
    );
    expect(loose).toEqual([]);
  });

  it('no message is empty, and plurals have every branch', () => {
    for (const locale of ['fr', 'en']) {
      for (const file of files) {
        for (const [key, message] of Object.entries(read(locale, file))) {
          expect(message, `${locale} ${key}`).not.toBe('');
          if (typeof message === 'string') continue;
          const branches = Object.keys((message as { match: Record<string, string> }[])[0]!.match);
          const plural = JSON.stringify(message).includes(': plural');
          if (!plural) continue;
          for (const branch of locale === 'fr' ? ['one', 'other', 'many'] : ['one', 'other']) {
            expect(
              branches.some((name) => name.endsWith(`=${branch}`) || name.includes(`=${branch},`)),
              `${locale} ${key} ${branch}`,
            ).toBe(true);
          }
        }
      }
    }
  });
});
