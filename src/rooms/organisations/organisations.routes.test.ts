import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

describe('the pages that stand behind all others', () => {
  it('R96: anyone reads the charter in force, with its version', async () => {
    const client = await site.visitor().get(urls.charter());
    expect(client.html).toContain('Je participe avec respect.');
    expect(client.html).toContain('Version 1');
  });

  it.each([urls.legal(), urls.privacy(), urls.accessibility()])(
    'R193: %s names the organisation and its contact, in both languages',
    async (path) => {
      const french = await site.visitor().get(path);
      expect(french.html).toContain('participation@fleury.example');
      const english = site.visitor();
      await english.get(urls.language({ locale: 'en' }, { vers: path }));
      expect(english.path).toBe(path);
      expect(english.html).toContain('<html lang="en"');
      expect(english.html).not.toBe(french.html);
    },
  );
});

describe('the brand stylesheet', () => {
  const fetchCss = (file: string) => site.visitor().send(urls.brand({ file }));

  it('holds the shades of one colour, for ever', async () => {
    const answer = await fetchCss('1B6B3A.css');
    expect(answer.headers.get('content-type')).toBe('text/css; charset=utf-8');
    expect(answer.headers.get('cache-control')).toContain('immutable');
    expect(await answer.text()).toContain('--brand:#1b6b3a');
  });

  it('W1: takes nothing but a colour that words can stand on', async () => {
    for (const file of ['ffee00.css', 'red.css', '1B6B3A', '1B6B3A.css.js', '}body{x:y', '..%2Fx'])
      expect((await fetchCss(file)).status, file).toBe(404);
  });
});
