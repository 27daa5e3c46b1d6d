import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runExport } from '../../src/cli/export.ts';
import { publishReport, saveReport } from '../../src/rooms/evaluation/index.ts';
import { findPublishedResult } from '../../src/rooms/polls/index.ts';
import { dataSets } from '../../src/site.tsx';
import { urls } from '../../src/urls.ts';
import {
  type Embargo,
  openEmbargo,
  PROFILES,
  type Profile,
  ROLE_NAMES,
  type RoleName,
} from '../make/embargo.ts';

/** Over what is taken away: open data, exports of the office and of the command line, pictures, one's own ballot. */
let embargo: Embargo;
beforeAll(async () => {
  embargo = await openEmbargo();
  const { site, polls } = embargo;
  // a report that is published before the result is one more place that might tell it
  const act = { organisationId: site.organisationId, by: null };
  const said = { introduction: 'Un mot.', inclusion: '', ecology: '', outlook: '' };
  for (const { edition } of Object.values(polls)) {
    await saveReport(site.db, act, edition.id, { ...said, runningCost: null }, 0);
    await publishReport(site.db, act, edition, true);
  }
}, 120_000);
afterAll(() => embargo.site.close());

/** Every file that everybody may take, and every one of the office, in clear text: what each tells too much. */
async function probeFiles(): Promise<string[]> {
  const leaks: string[] = [];
  for (const profile of PROFILES)
    for (const { key, audience } of dataSets) {
      const edition = embargo.polls[profile].edition.slug;
      const asked: [RoleName, string][] = [
        ['officer', urls.adminExport({ edition, file: `${key}.json` })],
      ];
      if (audience === 'public') asked.push(['anonymous', urls.dataFile({ file: `${key}.json` })]);
      for (const [role, path] of asked) {
        const answer = await (await embargo.clientOf(role)).send(path);
        const text = await answer.text();
        if (answer.status !== 200) leaks.push(`${role} ${path}: ${answer.status}`);
        // the journal says who joined, as its page does
        const found = embargo
          .findLeaks(text, profile, role)
          .filter((what) => !(what === 'nickname' && key === 'journal'));
        leaks.push(...found.map((what) => `${role} ${path}: ${what}`));
      }
    }
  return leaks;
}

/** What reports tell of the votes of their editions. */
async function readReports(): Promise<unknown[]> {
  const answer = await embargo.site.visitor().send(urls.dataFile({ file: 'bilans.json' }));
  const { rows } = (await answer.json()) as { rows: { votants: unknown; laureats: unknown }[] };
  return rows.map(({ votants, laureats }) => [votants, laureats]);
}

/** The pictures of a result and of who may have won: whatever is drawn or kept would tell without a word of text. */
const listPictures = (profile: Profile): string[] => {
  const edition = embargo.polls[profile].edition.slug;
  return ['image-large.png', 'image-carree.png'].flatMap((piece) => [
    urls.resultPicture({ edition, piece }),
    ...[1, 2, 3].map((project) => urls.winnerPicture({ edition, project, piece })),
  ]);
};

/** What everybody is answered there, a cache that asks again included. */
async function askPictures(): Promise<string[]> {
  const answers: string[] = [];
  for (const profile of PROFILES) {
    const share = urls.resultShare({ edition: embargo.polls[profile].edition.slug });
    for (const path of [...listPictures(profile), share])
      for (const role of ROLE_NAMES) {
        const client = await embargo.clientOf(role);
        const answer = await client.send(path, undefined, { 'if-none-match': '*' });
        await answer.body?.cancel();
        answers.push(`${answer.status} ${answer.headers.get('etag') ?? ''}`.trim());
      }
  }
  return [...new Set(answers)];
}

/** The witness's own code, asked by everybody. */
async function askByCode(): Promise<string[]> {
  const leaks: string[] = [];
  for (const profile of PROFILES) {
    const { code, line, nonce } = embargo.kept[profile];
    const at = { edition: embargo.polls[profile].edition.slug };
    for (const role of ROLE_NAMES)
      for (const address of [urls.voteProof(at), urls.findBallot(at)])
        for (const asked of [code, line]) {
          const client = await embargo.clientOf(role);
          const answer = await client.send(address, { code: asked });
          const text = await answer.text();
          const main = text.slice(text.indexOf('<main'));
          for (const told of ['Projet d’essai 2', 'Projet d’essai 4', nonce])
            if (main.includes(told)) leaks.push(`${role} ${address}: ${told}`);
          if (address === urls.findBallot(at) && answer.status !== 404)
            leaks.push(`${role} ${address}: ${answer.status}`);
        }
  }
  return leaks;
}

/** What the command line writes of ballots. */
async function exportAll(): Promise<string> {
  const written: string[] = [];
  for (const { edition } of Object.values(embargo.polls)) {
    const streams = { write: (text: string) => void written.push(text), err: () => {} };
    expect(await runExport(['pabulib', edition.slug], { db: embargo.site.db }, streams)).toBe(2);
  }
  return written.join('');
}

async function expectNothing(): Promise<void> {
  expect(await probeFiles()).toEqual([]);
  expect(await readReports()).toEqual([
    [null, null],
    [null, null],
  ]);
  expect(await askByCode()).toEqual([]);
  expect(await exportAll()).toBe('');
  expect(await askPictures()).toEqual(['404']);
}

describe('the embargo over what is taken away', () => {
  it('V8 V15 R57 no file, export, picture or code tells a count or a ballot while people vote', async () => {
    await expectNothing();
  }, 60_000);

  it('V15 R57 nor between the close and the publication, planned or not', async () => {
    await embargo.closeAndCount();
    await expectNothing();
  }, 60_000);

  it('V15 R57 after the publication they tell it, and of winners alone: this search would have found it', async () => {
    await embargo.publish();
    const { site, polls } = embargo;
    expect(await probeFiles()).toContain(
      `anonymous ${urls.dataFile({ file: 'resultats.json' })}: count`,
    );
    expect((await readReports())[0]).not.toContain(null);
    expect((await askByCode()).some((leak) => leak.includes('Projet d’essai 4'))).toBe(true);
    const reader = site.visitor();
    for (const profile of PROFILES) {
      const { edition } = polls[profile];
      const result = await findPublishedResult(site.db, site.organisationId, edition.id);
      const { winners } = result!;
      expect(winners.length).toBeGreaterThan(0);
      const won = new Set(winners.map(({ number }) => number));
      for (const path of listPictures(profile)) {
        const number = /laureats\/(\d)/.exec(path)?.[1];
        const isThere = number === undefined || won.has(Number(number));
        expect((await reader.send(path)).status, path).toBe(isThere ? 200 : 404);
      }
      const at = { edition: edition.slug };
      await reader.get(urls.resultShare(at));
      expect(reader.main).toContain(winners[0]!.label);
      await reader.get(urls.results(at));
      expect(/og:image" content="([^"]+)"/.exec(reader.html)![1]).toContain(
        urls.resultPicture({ ...at, piece: 'image-large.png' }),
      );
    }
  }, 60_000);
});
