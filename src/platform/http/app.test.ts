import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { routes } from '../../site.tsx';
import { urls } from '../../urls.ts';
import { SECURITY_HEADERS } from './headers.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

/** An address of each route, with parameters that lead nowhere. */
const paths = routes.map((route) => ({
  ...route,
  path: route.address.pattern.replaceAll(/:[a-zA-Z]+/g, 'inconnu'),
}));

describe('every answer', () => {
  it('W16 carries the security headers, errors included', async () => {
    const client = site.visitor();
    for (const { path, method } of [
      ...paths,
      { path: '/nulle-part', method: 'GET' },
      { path: '/assets/rien.css', method: 'GET' },
    ]) {
      const answer = await client.send(path, method === 'POST' ? {} : undefined);
      for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
        if (name === 'content-security-policy' && path.startsWith('/fichiers')) continue;
        // open data may be read by the pages of others (R192), and nothing else
        if (name === 'cross-origin-resource-policy' && path.startsWith('/donnees/')) continue;
        expect(answer.headers.get(name), `${method} ${path} ${name}`).toBe(value);
      }
      expect(answer.status, `${method} ${path}`).toBeLessThan(500);
    }
  });

  it('W16 says HSTS over https only', async () => {
    const plain = await site.visitor().send('/');
    expect(plain.headers.has('strict-transport-security')).toBe(false);
    const secure = await site.fetch(new Request('https://localhost/nulle-part'));
    expect(secure.headers.get('strict-transport-security')).toMatch(/max-age=\d{7,}/);
  });
});

describe('a form', () => {
  it('W5 is refused from another origin, without an origin, or by another method', async () => {
    const client = site.visitor();
    for (const { path, address } of paths.filter((route) => route.method === 'POST')) {
      for (const headers of [{ origin: 'https://evil.example' }, { origin: 'null' }]) {
        expect((await client.send(path, { a: '1' }, headers)).status, path).toBe(403);
      }
      const silent = new Request(`http://localhost${path}`, {
        method: 'POST',
        body: new URLSearchParams({ a: '1' }),
      });
      // mail programs that unsubscribe say no origin (RFC 8058): a token that leads nowhere is not found
      const byMail = [urls.stopReminders, urls.stopLetters, urls.unsubscribe, urls.stopList].some(
        (one) => one === address,
      );
      expect((await site.fetch(silent)).status, path).toBe(byMail ? 404 : 403);
      const sneaky = new Request(`http://localhost${path}?_method=POST`, {
        headers: { 'x-http-method-override': 'POST' },
      });
      // whatever it claims, a GET is answered as the GET that it is
      const plain = await client.send(`${path}?_method=POST`);
      expect((await site.fetch(sneaky)).status, path).toBe(plain.status);
      for (const method of ['PUT', 'PATCH', 'DELETE']) {
        const request = new Request(`http://localhost${path}`, {
          method,
          headers: { origin: 'http://localhost' },
        });
        expect((await site.fetch(request)).status, `${method} ${path}`).toBe(405);
      }
    }
  });
});

describe('an unknown host', () => {
  it('W3 shows nothing of any organisation', async () => {
    const answer = await site.fetch(new Request('http://ailleurs.example/'));
    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toContain('Fleury');
  });
});
