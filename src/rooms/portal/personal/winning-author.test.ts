import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeIdea } from '../../../../tests/make/ideas.ts';
import { type MadePerson, makePerson, PASSWORD } from '../../../../tests/make/people.ts';
import { holdPoll } from '../../../../tests/make/published.ts';
import { readPdf } from '../../../../tests/read-pdf.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import type { Edition } from '../../spaces/index.ts';

const NAME = 'Autrice-Gagnante';

let site: TestSite;
let author: MadePerson;
let officer: MadePerson;
let edition: Edition;
beforeAll(async () => {
  site = await openTestSite();
  author = await makePerson(site, { password: PASSWORD, nickname: NAME });
  officer = await makePerson(site, { roles: ['officer'] });
  ({ edition } = await holdPoll(site, {
    projects: [{ euros: 20_000 }, { euros: 15_000 }],
    holderId: author.id,
    depositIdeas: async (collecting) => [
      (await makeIdea(site, collecting, { authorId: author.id, supports: 3 })).id,
    ],
    ballots: [['1'], ['1'], ['2']],
  }));
  await site.runJobs();
}, 60_000);
afterAll(() => site.close());

const at = () => ({ edition: edition.slug });
const pages = () => [
  urls.edition(at()),
  urls.ideas(at()),
  urls.idea({ ...at(), idea: 1 }),
  urls.projects(at()),
  urls.project({ ...at(), project: 1 }),
  urls.projectShare({ ...at(), project: 1 }),
  urls.results(at()),
  urls.deliveries(at()),
  urls.delivery({ ...at(), project: 1 }),
];
/** A name leads to the person's page as long as there is a person (R135); the words around it stay. */
const withoutLinks = (html: string) =>
  html.replace(/<a href="\/personnes\/[^"]+">(.*?)<\/a>/g, '$1');
/** As their bytes say, a PDF by its words. */
const files = () => [
  urls.projectsPdf(at()),
  urls.resultMinutes(at()),
  urls.adminIdeasCsv(at()),
  urls.adminIdeasJson(at()),
];

async function readAll(): Promise<Map<string, string>> {
  site.memory.forgetAll();
  const read = new Map<string, string>();
  const visitor = site.visitor();
  for (const path of pages()) {
    await visitor.get(path);
    expect(visitor.status, path).toBe(200);
    read.set(path, withoutLinks(visitor.main));
  }
  for (const path of files()) {
    const answer = await officer.client.send(path);
    expect(answer.status, path).toBe(200);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    read.set(path, path.endsWith('.pdf') ? readPdf(bytes).text : new TextDecoder().decode(bytes));
  }
  return read;
}

describe('SC13 the author of a winning project erases their account', () => {
  it('idea, project, result, realisation and files say « Compte supprimé », and every figure is as before', async () => {
    const before = await readAll();
    const naming = [...before].filter(([, text]) => text.includes(NAME)).map(([path]) => path);
    // this search would find the name where it is
    expect(naming).toEqual(
      expect.arrayContaining([
        urls.idea({ ...at(), idea: 1 }),
        urls.project({ ...at(), project: 1 }),
        urls.projectsPdf(at()),
        urls.adminIdeasCsv(at()),
      ]),
    );
    await author.client.post(urls.ownDataErasure(), {
      confirmation: 'effacer',
      'mot-de-passe-actuel': PASSWORD,
    });
    expect(author.client.html).toContain('Votre compte est supprimé');
    const after = await readAll();
    for (const [path, text] of after) {
      expect(text, path).not.toContain(NAME);
      if (naming.includes(path)) expect(text, path).toContain('Compte supprimé');
      if (!path.endsWith('.pdf'))
        expect(text.replaceAll('Compte supprimé', NAME), path).toBe(before.get(path));
    }
  });
});
