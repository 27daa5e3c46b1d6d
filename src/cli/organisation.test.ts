import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestSite, type TestSite } from '../../tests/site-client.ts';
import { findOrganisationBySlug } from '../rooms/organisations/index.ts';
import { runOrganisation } from './organisation.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

async function run(...args: string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const output = { out: (line: string) => out.push(line), err: (line: string) => err.push(line) };
  const code = await runOrganisation(args, site.db, output);
  return { code, out: out.join('\n'), err: err.join('\n') };
}

it('R31 palabre organisation create prints a link that founds another organisation', async () => {
  const { code, out } = await run('create', 'https://Braye.localhost/');
  expect(code).toBe(0);
  const path = /http:\/\/braye\.localhost(\/installation\/\S+)/.exec(out)![1]!;
  const client = await site.visitor('braye.localhost').get(path);
  expect(client.status).toBe(200);
  expect(client.main).toContain('value="braye.localhost"');
  expect((await run('create', 'localhost')).err).toContain('déjà pris');
  expect((await run('create', 'a b')).code).toBe(2);
});

it('palabre organisation host moves one to another host name, and says which are taken', async () => {
  expect((await run('host', 'inconnue', 'x.fr')).code).toBe(2);
  expect((await run('host', 'fleury', 'participer.fleury.fr')).code).toBe(0);
  expect(await findOrganisationBySlug(site.db, 'fleury')).toMatchObject({
    host: 'participer.fleury.fr',
  });
  expect((await run('list')).out).toContain('fleury\tparticiper.fleury.fr\tFleury');
  expect((await run('host', 'fleury')).code).toBe(2);
  expect((await run()).err).toContain('usage');
});
