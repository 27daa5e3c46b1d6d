import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asHolder, donationFile, makeTreasury } from '../../../../tests/make/donation.ts';
import {
  type MadeGroup,
  type MadeMovement,
  makeGroup,
  makeMovement,
} from '../../../../tests/make/group.ts';
import type { MadePerson } from '../../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { auditLedger, importDonations, readBalances, readGroupMoney } from '../index.ts';

let site: TestSite;
let movement: MadeMovement;
let treasury: MadePerson;
let lilas: MadeGroup;
beforeAll(async () => {
  site = await openTestSite();
  movement = await makeMovement(site);
  treasury = await makeTreasury(site, movement);
  lilas = await makeGroup(site, movement, { name: 'Les Lilas Solidaires' });
}, 60_000);
afterAll(() => site.close());

const received = async (group = lilas.group) =>
  (await readGroupMoney(site.db, movement.id, [group.id])).get(group.id)!.received;
const solidarity = async () =>
  (await readBalances(site.db, movement.id, [{ kind: 'solidarity' }]))[0]!;
const countRows = async (table: string) =>
  Number(
    (
      await site.pool.query(`select count(*) from ${table} where organisation_id = $1`, [
        movement.id,
      ])
    ).rows[0].count,
  );

/** Says that a file is right; its import is done when this ends, and the browser stands before what it did. */
const importIt = async (client: MadePerson['client']) => {
  await client.post(client.path);
  await site.runJobs();
  await client.get(client.path);
};

/** Sends a file; the browser then stands before what it would do. */
const send = async (file: File, { client } = treasury) => {
  await client.post(urls.donationImport(), { fichier: file });
  return client;
};

describe('a file of donations', () => {
  it('R25 R22 is looked at first, then imported whole: totals by destination', async () => {
    const [before, fund] = [await received(), await solidarity()];
    const client = await send(
      donationFile([
        ['HA-1', '01/03/2026', '40,00', 'Les Lilas Solidaires'],
        ['HA-2', '2026-03-02', '1 200,50 €', 'les lilas solidaires'],
        ['HA-2', '2026-03-02', '10', 'Caisse nationale de solidarité'],
      ]),
    );
    expect(client.status).toBe(200);
    expect(client.main).toContain('3 dons sont prêts');
    expect(client.main).toMatch(/1\s240,50\s€/u);
    expect([await received(), await solidarity()]).toEqual([before, fund]);
    await importIt(client);
    expect(client.main).toContain('3 dons sont enregistrés');
    expect(client.main).toMatch(/1\s250,50\s€/u);
    expect([await received(), await solidarity()]).toEqual([before + 124_050, fund + 1000]);
    expect((await auditLedger(site.db, movement.id)).wrong).toEqual([]);
  });

  it('with a faulty line nothing is imported; each fault is told with its number and reason', async () => {
    const before = await countRows('donation');
    const client = await send(
      donationFile([
        ['F-1', '01/03/2026', '40', lilas.group.slug],
        ['F-2', '01/03/2099', '40', lilas.group.slug],
        ['F-3', '01/03/2026', '1e3', lilas.group.slug],
        ['F-4', '01/03/2026', '-5', lilas.group.slug],
        ['F-5', '01/03/2026', '4600.01', lilas.group.slug],
        ['F-6', '01/03/2026', '40', 'Groupe inconnu'],
        ['F-1', '01/03/2026', '40', lilas.group.slug],
        ["=cmd|'/c calc'!A1", '01/03/2026', '40', lilas.group.slug],
        ['', '01/03/2026', '40', '=HYPERLINK("http://x")'],
      ]),
    );
    expect(client.main).toContain('8 lignes sont à corriger');
    for (const words of [
      'à venir',
      'ne peut pas être lu',
      'pas négatif',
      'trop grand',
      'porte ce nom',
      'plus haut',
    ])
      expect(client.main, words).toContain(words);
    const lines = [...client.main.matchAll(/<th scope="row"[^>]*>(\d+)</g)].map(([, row]) => row);
    expect([...new Set(lines)]).toEqual(['3', '4', '5', '6', '7', '8', '9', '10']);
    await client.post(client.path);
    expect(client.status).toBe(422);
    expect(await countRows('donation')).toBe(before);
  });

  it('the same file never twice, not even renamed; nor a reference of another file', async () => {
    const lines = [['S-1', '01/03/2026', '40', lilas.group.slug]];
    const first = await send(donationFile(lines));
    await importIt(first);
    const before = await received();
    const again = await send(donationFile(lines, { name: 'autre-nom.csv' }));
    expect(again.main).toContain('déjà importé');
    await again.post(again.path);
    expect(again.status).toBe(422);
    const other = await send(
      donationFile([...lines, ['S-2', '01/03/2026', '1', lilas.group.slug]]),
    );
    expect(other.main).toContain('1 ligne est à corriger');
    expect(other.main).toContain('déjà enregistré');
    await other.post(other.path);
    expect(other.status).toBe(422);
    expect(await received()).toBe(before);
  });

  it('R25 two who import the same file at the same instant: it is in once, and the other is told', async () => {
    const lines = [['R-1', '01/03/2026', '7', lilas.group.slug]];
    const colleague = await makeTreasury(site, movement);
    const both = [treasury.client, colleague.client];
    await send(donationFile(lines));
    await send(donationFile(lines), colleague);
    const before = await received();
    await Promise.all(both.map((client) => client.send(client.path, {})));
    await site.runJobs();
    const told = await Promise.all(
      both.map(async (client) => (await client.get(client.path)).main),
    );
    expect(told.filter((words) => words.includes('1 don est enregistré'))).toHaveLength(1);
    expect(told.filter((words) => words.includes('déjà importé'))).toHaveLength(1);
    expect(await received()).toBe(before + 700);
  });

  it('two files that share a reference, at the same instant: one of them is in, whole', async () => {
    const act = { organisationId: movement.id, by: treasury.id };
    const files = ['a', 'b'].map((name) => ({
      fileName: `${name}.csv`,
      sha256: name.repeat(64),
      table: {
        columns: ['reference', 'date', 'montant', 'destination'],
        rows: [
          { row: 2, cells: [`${name}-1`, '2026-03-01', '3', lilas.group.slug] },
          { row: 3, cells: ['shared', '2026-03-01', '4', lilas.group.slug] },
        ],
      },
    }));
    const before = await received();
    const done = await Promise.all(
      files.map((file) => importDonations(site.db, act, async () => [asHolder(lilas.group)], file)),
    );
    expect(done.filter(({ ok }) => ok)).toHaveLength(1);
    // the other one saw it while it looked at its file, or when it wrote: either way, nothing of it is in
    const other = done.find((one) => !one.ok);
    expect(['reference-known', 'has-faults']).toContain(other?.ok === false && other.refusal);
    expect(await received()).toBe(before + 700);
  });

  it('W9 separators, marks, old encodings: as spreadsheets write them', async () => {
    const heading = 'référence;date;montant;destination';
    const text = `${heading}\r\nE-%;01/03/2026;"1,50";Été à Nîmes\r\n`;
    const nimes = await makeGroup(site, movement, { name: 'Été à Nîmes' });
    const variants: [string, Uint8Array][] = [
      ['1', Buffer.from(`\ufeff${text}`)],
      ['2', Buffer.from(text.replaceAll(';', '\t'))],
      ['3', Buffer.from(text.replaceAll(';', ','))],
      ['4', Buffer.from(text, 'latin1')],
      ['5', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ];
    for (const [name, bytes] of variants) {
      const own = Buffer.from(bytes);
      // each its own reference: a sign of one byte in every encoding but one
      const at = own.indexOf('%');
      own[at] = name.charCodeAt(0);
      const client = await send(donationFile([], { bytes: own }));
      expect(client.main, name).toContain('1 don est prêt');
      await importIt(client);
    }
    expect(await received(nimes.group)).toBe(5 * 150);
  });

  it('W8 what is no such file is refused in words', async () => {
    for (const [bytes, words] of [
      ['', 'vide'],
      ['nom;date\r\nA;B\r\n', 'n’a pas de colonne'],
      ['%PDF-1.7 a;b', ''],
    ] as const) {
      const client = await send(donationFile([], { bytes: Buffer.from(bytes) }));
      expect(client.status, bytes).toBe(422);
      expect(client.main).toContain(words);
    }
    await treasury.client.post(urls.donationImport(), { fichier: new File([], '') });
    expect(treasury.client.status).toBe(422);
  });

  it('W3 what somebody of another movement sent is not there; nor after a day', async () => {
    const client = await send(donationFile([['T-1', '01/03/2026', '1', lilas.group.slug]]));
    const other = await makeMovement(site);
    const stranger = await makeTreasury(site, other);
    expect((await stranger.client.get(client.path)).status).toBe(404);
    expect((await stranger.client.get(urls.donationFile({ file: '../../x' }))).status).toBe(404);
    const { path } = client;
    await site.pool.query(
      `update graphile_worker._private_jobs set run_at = now() - interval '1 minute'`,
    );
    await site.runJobs();
    expect((await client.get(path)).status).toBe(404);
  });

  it('R25 W9 twenty thousand lines are in at once', async () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => [
      `M-${at}`,
      '01/03/2026',
      '1',
      at % 2 ? 'CNS' : lilas.group.slug,
    ]);
    const [before, fund] = [await received(), await solidarity()];
    const client = await send(donationFile(rows));
    expect(client.main).toMatch(/20\s000 dons sont prêts/u);
    await client.post(client.path);
    expect(client.main).toMatch(/20\s000 dons à enregistrer/u);
    await importIt(client);
    expect(client.main).toMatch(/20\s000 dons sont enregistrés/u);
    expect([await received(), await solidarity()]).toEqual([before + 1_000_000, fund + 1_000_000]);
    expect((await auditLedger(site.db, movement.id)).wrong).toEqual([]);
  }, 120_000);
});
