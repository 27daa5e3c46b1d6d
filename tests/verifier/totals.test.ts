import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { countPoll, sealPoll } from '../../src/rooms/polls/index.ts';
import { urls } from '../../src/urls.ts';
import { verifyBundle } from '../../src/verifier/verify.ts';
import type { KindName } from '../make/kinds.ts';
import {
  enterBatchOf,
  type MadePaper,
  makeKeyers,
  makePaperPoll,
  signInForPaper,
  usualBatch,
} from '../make/paper.ts';
import type { MadePerson } from '../make/people.ts';
import { publish } from '../make/poll.ts';
import { openTestSite, type TestSite } from '../site-client.ts';

let site: TestSite;
let keyers: [MadePerson, MadePerson, MadePerson];
beforeAll(async () => {
  site = await openTestSite();
  keyers = await makeKeyers(site);
});
afterAll(() => site.close());
beforeEach(() => site.travel(null));

const by = () => ({ organisationId: site.organisationId, by: null });

interface Given {
  /** As keyed at the first point. */
  papers: readonly string[];
  /** Rows of the totals of the second, after the number. */
  rows: readonly string[];
  head: string;
  valid: number;
  fields?: Record<string, string>;
}

const file = ({ head, rows }: Pick<Given, 'head' | 'rows'>) =>
  new File([[head, ...rows.map((row, at) => `${at + 1};${row}`)].join('\n')], 'totaux.csv', {
    type: 'text/csv',
  });

/** A poll closed with a batch at its first point; totals are still to be brought at the second. */
async function holdPoll(kind: KindName, given: Given): Promise<MadePaper> {
  const made = await makePaperPoll(site, { kind });
  const [here, there] = made.points;
  await signInForPaper(site, made, here, given.papers.length);
  await signInForPaper(site, made, there, given.valid + 1);
  site.travel('11 days');
  await enterBatchOf(keyers, made, usualBatch(here), given.papers);
  return made;
}

const totalsOf = (made: MadePaper) => ({ ...made.at, point: made.points[1].id });

async function bring(made: MadePaper, given: Given): Promise<void> {
  const [first, second] = keyers;
  const at = totalsOf(made);
  await first.client.post(urls.adminUrnTotals(at), {
    ...{ valid: String(given.valid), blank: '1', void: '0' },
    ...given.fields,
    file: file(given),
  });
  expect(first.client.html).toContain('Les totaux sont enregistrés');
  await second.client.get(urls.adminUrnTotals(at));
  const mark = /name="mark" value="([0-9a-f]+)"/.exec(second.client.html)![1]!;
  await second.client.post(urls.adminUrnConfirmTotals(at), { mark });
  expect(second.client.main).toContain('Totaux confirmés');
}

async function openBundle(made: MadePaper): Promise<Uint8Array> {
  const answer = await site.fetch(new Request(`http://localhost${urls.resultBundle(made.at)}`));
  return new Uint8Array(await answer.arrayBuffer());
}

const approval: Given = {
  papers: ['1 2', '3'],
  head: 'numero;bulletins',
  rows: ['40', '12', '0', '5', '1'],
  valid: 50,
};

const kinds: Partial<Record<KindName, Given>> = {
  approval,
  cumulative: {
    papers: ['1:5 2:3', '3:4'],
    head: 'numero;bulletins;points',
    rows: ['4;20', '3;7', '0;0', '1;1', '2;2'],
    valid: 12,
  },
  ordinal: {
    papers: ['1 2', '3 1'],
    head: 'numero;bulletins;points',
    rows: ['4;12', '3;6', '0;0', '1;1', '2;2'],
    valid: 12,
  },
  judgment: {
    papers: ['12341', '4321-'],
    head: 'numero;Coup de cœur;J’aime bien;Pourquoi pas;Je ne suis pas convaincu·e',
    rows: ['4;2;0;0', '0;1;2;3', '0;0;0;0', '6;0;0;0', '1;1;1;1'],
    valid: 12,
  },
  'yes-no': {
    papers: ['onb', 'oon'],
    head: 'numero;oui;non',
    rows: ['4;2', '1;5', '0;0'],
    valid: 12,
  },
  districts: {
    papers: ['1 2'],
    head: 'numero;bulletins',
    rows: ['3', '2', '1', '4', '1'],
    valid: 12,
    fields: { 'envelope-V': '12', 'envelope-C': '4', 'envelope-N': '1' },
  },
};

describe('R54 totals counted by hand, last resort', () => {
  for (const [kind, given] of Object.entries(kinds))
    it(`R54 R58 ${kind}: they count, are told apart everywhere, and another program counts the same`, async () => {
      const made = await holdPoll(kind as KindName, given);
      await bring(made, given);
      await publish(site, by(), made.poll.id);
      const reader = site.visitor();
      await reader.get(urls.results(made.at));
      expect(reader.main).toContain('dont totaux saisis');
      expect(reader.main).toContain('Totaux saisis, Halle');
      const minutes = await reader.send(urls.resultMinutesCsv(made.at));
      expect(await minutes.text()).toMatch(new RegExp(`dont totaux saisis"?;"?${given.valid}`));
      const report = await verifyBundle(await openBundle(made));
      expect(report.faults).toEqual([]);
      expect(report.verdict).toBe('sound');
      expect(report.notes.map(({ words }) => words).join()).toContain(
        `${given.valid} bulletins papier ne sont connus que par leurs totaux`,
      );
    });

  it('V10 R54 totals changed, dropped or written twice are found', async () => {
    const made = await holdPoll('approval', approval);
    await bring(made, approval);
    await publish(site, by(), made.poll.id);
    const bundle = await openBundle(made);
    const forge = async (
      change: (totals: { statement: { lines: { score: number }[] } }[]) => void,
    ) => {
      const files = unzipSync(bundle);
      const held = JSON.parse(strFromU8(files['totals.json']!));
      change(held.totals);
      files['totals.json'] = strToU8(JSON.stringify(held));
      const { faults } = await verifyBundle(zipSync(files));
      return faults.map(({ id }) => id);
    };
    const changed = await forge(([one]) => {
      one!.statement.lines[0]!.score += 1;
    });
    expect(changed).toContain('totals-forged');
    expect(changed).toContain('wrong-result');
    expect(await forge((totals) => totals.push(totals[0]!))).toContain('totals-forged');
    const dropped = await forge((totals) => totals.splice(0));
    expect(dropped).toContain('roll-and-box-differ');
    expect(dropped).toContain('wrong-result');
    // the ballots of the file are ballots: it says what it leaves out
    const { 'election-A.pb': pabulib } = unzipSync(bundle);
    expect(strFromU8(pabulib!)).toContain('50 paper ballots known by totals only');
    expect(strFromU8(pabulib!)).toContain('num_votes;2');
  });

  it('V14 one person never brings and confirms, nor does the database let them; what changed is read again', async () => {
    const [first, second] = keyers;
    const made = await holdPoll('approval', approval);
    const at = totalsOf(made);
    const fields = { valid: '50', blank: '1', void: '0', file: file(approval) };
    await first.client.post(urls.adminUrnTotals(at), fields);
    const { rows } = await site.pool.query('select body from paper_totals where poll_id = $1', [
      made.poll.id,
    ]);
    await second.client.get(urls.adminUrnTotals(at));
    const mark = /name="mark" value="([0-9a-f]+)"/.exec(second.client.html)![1]!;
    await first.client.post(urls.adminUrnConfirmTotals(at), { mark });
    expect(first.client.status).toBe(422);
    expect(first.client.html).toContain('une autre personne doit les confirmer');
    expect(await sealPoll(site.db, site.config, by(), made.poll.id)).toEqual({
      ok: false,
      refusal: 'paper-not-settled',
    });
    const other = file({ ...approval, rows: ['41', '12', '0', '5', '1'] });
    await first.client.post(urls.adminUrnTotals(at), { ...fields, file: other });
    await second.client.post(urls.adminUrnConfirmTotals(at), { mark });
    expect(second.client.status).toBe(422);
    expect(second.client.html).toContain('viennent de changer');
    await first.client.post(urls.adminUrnTotals(at), fields);
    await second.client.post(urls.adminUrnConfirmTotals(at), { mark });
    expect(second.client.main).toContain('Totaux confirmés');
    for (const address of [urls.adminUrnRemoveTotals(at), urls.adminUrnConfirmTotals(at)]) {
      await second.client.post(address, { mark });
      expect(second.client.status, address).toBe(422);
    }
    await expect(
      site.pool.query(`update paper_totals set body = $2 where poll_id = $1`, [
        made.poll.id,
        rows[0].body,
      ]),
    ).rejects.toMatchObject({ constraint: 'paper_batch_is_signed' });
    expect(await sealPoll(site.db, site.config, by(), made.poll.id)).toEqual({
      ok: true,
      ballots: 2,
    });
    const counted = await countPoll(site.db, by(), made.poll.id);
    expect(counted.ok && counted.result).toMatchObject({ voters: 53, ballots: 52, totals: 50 });
    expect(counted.ok && counted.result.envelopes[0]!.support[0]).toMatchObject({ score: 41 });
  });

  it('R54 a bad file is told cell by cell, and nothing is written', async () => {
    const [first] = keyers;
    const made = await holdPoll('approval', approval);
    const at = totalsOf(made);
    const bad = file({ head: 'numero;bulletins', rows: ['-4', '60', '0', '5', '1', '2'] });
    await first.client.post(urls.adminUrnTotals(at), {
      valid: '50',
      blank: '',
      void: '0',
      file: bad,
    });
    expect(first.client.status).toBe(422);
    expect(first.client.html).toContain('id="blank-error"');
    await first.client.post(urls.adminUrnTotals(at), {
      valid: '50',
      blank: '0',
      void: '0',
      file: bad,
    });
    expect(first.client.status).toBe(422);
    expect(first.client.html).toContain('3 cases du fichier sont à corriger');
    expect(first.client.html).toMatch(/«\s-4\s» n’est pas un nombre entier/);
    expect(first.client.html).toContain('value="50"');
    await first.client.post(urls.adminUrnTotals(at), {
      valid: '9',
      blank: '0',
      void: '0',
      file: bad,
    });
    expect(first.client.html).toContain('id="valid-error"');
    await first.client.post(urls.adminUrnTotals(at), { valid: '50', blank: '0', void: '0' });
    expect(first.client.html).toContain('n’a pas été joint');
    const { rowCount } = await site.pool.query('select 1 from paper_totals where poll_id = $1', [
      made.poll.id,
    ]);
    expect(rowCount).toBe(0);
  });

  it('R54 Schulze, the transferable vote and Equal Shares refuse totals in words', async () => {
    const [first] = keyers;
    const made = await makePaperPoll(site, { kind: 'stv' });
    site.travel('11 days');
    await first.client.get(urls.adminPollUrn(made.at));
    expect(first.client.html).toContain('la règle de ce vote regarde chaque bulletin');
    await first.client.get(urls.adminUrnTotals(totalsOf(made)));
    expect(first.client.status).toBe(404);
  });
});
