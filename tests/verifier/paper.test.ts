import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { urls } from '../../src/urls.ts';
import { verifyBundle } from '../../src/verifier/verify.ts';
import {
  enterBatchOf,
  type MadePaper,
  makeKeyers,
  makePaperPoll,
  signInForPaper,
  usualBatch,
} from '../make/paper.ts';
import { makePerson } from '../make/people.ts';
import { publish } from '../make/poll.ts';
import { castFor } from '../make/polls.ts';
import { openTestSite, type TestSite } from '../site-client.ts';

const REASON = 'Une personne est repartie avec son bulletin.';

let site: TestSite;
let made: MadePaper;
let bundle: Uint8Array;
let page: string;
beforeAll(async () => {
  site = await openTestSite();
  const keyers = await makeKeyers(site);
  made = await makePaperPoll(site);
  const [here, there] = made.points;
  for (const ballot of [[1, 2], [2, 3], [2]])
    await castFor(site, made.poll, (await makePerson(site)).id, ballot);
  await signInForPaper(site, made, here, 14);
  await signInForPaper(site, made, there, 2);
  site.travel('11 days');
  await enterBatchOf(keyers, made, usualBatch(here), [
    ...Array.from({ length: 11 }, () => '1 3'),
    ...['4', 'blanc', 'nul 2'],
  ]);
  await enterBatchOf(keyers, made, usualBatch(there), ['5']);
  const point = { ...made.at, point: there.id };
  await keyers[0].client.post(urls.adminUrnPoint(point), { reason: REASON });
  await publish(site, { organisationId: site.organisationId, by: null }, made.poll.id);
  const address = `http://localhost${urls.resultBundle(made.at)}`;
  bundle = new Uint8Array(await (await site.fetch(new Request(address))).arrayBuffer());
  const reader = site.visitor();
  await reader.get(urls.results(made.at));
  page = reader.main;
}, 60_000);
afterAll(() => site.close());

interface Paper {
  batches: { statement: Record<string, unknown>; signature: string }[];
}
interface RecordFile {
  turnout: { voters: number };
  paper?: { points: { signedIn: number; reason: string | null }[] };
}

/** The names of the faults of a bundle in which something was changed, but those of the files and the index. */
async function forge(change: (files: { paper: Paper; record: RecordFile }) => void) {
  const files = unzipSync(bundle);
  const paper = JSON.parse(strFromU8(files['paper.json']!)) as Paper;
  const record = JSON.parse(strFromU8(files['record.json']!)) as RecordFile;
  change({ paper, record });
  files['paper.json'] = strToU8(JSON.stringify(paper));
  files['record.json'] = strToU8(JSON.stringify(record));
  const report = await verifyBundle(zipSync(files));
  const turnout = report.checks.find(({ id }) => id === 'turnout')!;
  return { ok: turnout.ok, faults: [...new Set(turnout.entries.map(({ id }) => id))] };
}

describe('V10 V14 paper in the bundle', () => {
  it('V14 a difference that the record states with its reason is told, and is no fault', async () => {
    const report = await verifyBundle(bundle);
    expect(report.faults).toEqual([]);
    expect(report).toMatchObject({ verdict: 'sound', ballots: 16 });
    const said = report.notes.map(({ words }) => words).join();
    expect(said).toContain(`« Halle » : 2 émargements papier, 1 bulletins. Motif : ${REASON}`);
    expect(said).not.toContain('Médiathèque');
  });

  it('V10 no bundle names who keyed', () => {
    const text = Object.values(unzipSync(bundle))
      .map((file) => strFromU8(file))
      .join();
    for (const name of ['Agathe', 'Bruno']) expect(text).not.toContain(name);
    expect(text).toContain('"roles":["keyer","keyer"]');
  });

  it('V10 V14 without the reason, or with other signatures, roll and box differ', async () => {
    const differ = { ok: false, faults: ['roll-and-box-differ'] };
    expect(
      await forge(({ record }) => {
        for (const point of record.paper!.points) point.reason = ' ';
      }),
    ).toEqual(differ);
    expect(
      await forge(({ record }) => {
        record.paper!.points[1]!.signedIn += 1;
      }),
    ).toEqual(differ);
  });

  it('V10 V14 a batch changed, dropped, written twice or left out with all others', async () => {
    const [changed, twice, dropped] = await Promise.all([
      forge(({ paper }) => {
        paper.batches[0]!.statement.ballots = 13;
      }),
      forge(({ paper }) => {
        paper.batches.push(paper.batches[0]!);
      }),
      forge(({ paper }) => {
        paper.batches = [];
      }),
    ]);
    expect(changed.faults).toContain('batch-forged');
    expect(twice.faults).toContain('batch-twice');
    expect(dropped.faults).toEqual(['roll-and-box-differ']);
    const nowhere = await forge(({ record }) => {
      delete record.paper;
    });
    expect(nowhere.ok).toBe(null);
  });
});

describe('R54 R57 the result by channel', () => {
  it('R54 V14 the minutes say what was set apart, and why signatures and ballots differ', async () => {
    const officer = await makePerson(site, { roles: ['officer'] });
    const answer = await officer.client.send(urls.adminPollMinutesCsv(made.at));
    const lines = (await answer.text())
      .replaceAll('"', '')
      .split('\n')
      .map((line) => line.trim());
    const told = (words: string) => lines.filter((line) => line.includes(words)).join();
    expect(told('Bulletins papier blancs')).toMatch(/;1$/);
    expect(told('Écart entre émargements et bulletins, Halle')).toContain(REASON);
    expect(told('Sur papier;Médiathèque')).toMatch(/Émargements;14.*Bulletins;12/s);
  });

  it('R54 says voters and ballots by channel; V15 few ballots of one channel are not told', () => {
    expect(page).toContain('Par voie de vote');
    const cells = page.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
    const few = 'moins de 10';
    expect(cells).toContain(`En ligne ${few} ${few} – –`);
    expect(cells).toContain(`Papier, Halle ${few} ${few} 0 0`);
    expect(cells).toContain(`Papier, Médiathèque 14 12 ${few} ${few}`);
    expect(cells).toContain('Total 19 16 1 1');
    // 11 of paper would tell by subtraction the one that was cast online
    expect(cells).toContain('Projet d’essai 1, Projet d’essai 2, Projet d’essai 3');
  });
});
