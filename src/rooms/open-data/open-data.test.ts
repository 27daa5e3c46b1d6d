import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeEdition } from '../../../tests/make/editions.ts';
import { makeIdea } from '../../../tests/make/ideas.ts';
import { makeMeeting } from '../../../tests/make/meetings.ts';
import { makePerson } from '../../../tests/make/people.ts';
import { holdPoll } from '../../../tests/make/published.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { describeColumns } from '../../platform/sets/dictionary.ts';
import { formatsOf } from '../../platform/sets/formats.ts';
import { dataSets } from '../../site.tsx';
import { urls } from '../../urls.ts';
import { holdsVersion, READS, readFileName } from './open-data.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const publicSets = dataSets.filter(({ audience }) => audience === 'public');

/** Every column that the public may have: one more is written here by whoever decided that it names nobody. */
const ALLOWED: Record<string, string> = {
  services: 'nom ferme',
  editions:
    'edition titre resume enveloppe_euros depot_du depot_jusqu_au vote_du vote_jusqu_au archivee adresse',
  rencontres:
    'edition numero genre titre description debut fin lieu latitude longitude places annulee habitants_presents adresse',
  idees:
    'edition numero titre texte langue categorie lieu latitude longitude soutiens publiee_le suite regroupee motif adresse',
  decisions: 'edition numero_idee titre decision motif explication publiee_le adresse',
  projets:
    'edition numero titre resume categorie quartier lieu latitude longitude cout_euros adresse',
  scrutins:
    'edition titre bulletin regle ouvert_le clos_le votants bulletins blancs enveloppe_euros engage_euros reliquat_euros publie_le urne adresse',
  resultats: 'edition part numero titre cout_euros voix score laureat adresse',
  realisations:
    'edition numero titre theme service quartier lieu latitude longitude annee etape arret prochaine_echeance vote_euros engage_euros depense_euros en_retard quartier_prioritaire adresse',
  etapes: 'edition numero rang etape titre prevue franchie adresse',
  nouvelles: 'edition numero projet titre texte publiee_le adresse',
  bilans:
    'edition idees auteurs projets votants participation laureats part_realisee delai_median_jours enveloppe_euros engage_euros fonctionnement_euros publie_le chiffres adresse',
  questionnaires:
    'edition repondants rang question genre reponse personnes trop_peu publie_le adresse',
  actualites: 'edition numero titre resume texte publiee_le corrigee_le correction adresse',
};

const readCsv = async (key: string) => {
  const answer = await site.visitor().send(urls.dataFile({ file: `${key}.csv` }));
  expect(answer.status).toBe(200);
  return parse(await answer.text(), { delimiter: ';', bom: true, columns: true }) as Record<
    string,
    string
  >[];
};

describe('R192 R92 open data', () => {
  it('holds the columns that were decided on and no other, each explained in both languages', () => {
    const found = publicSets.map(({ key, columns }) => [
      key,
      columns.map((one) => one.key).join(' '),
    ]);
    expect(Object.fromEntries(found)).toEqual(ALLOWED);
    for (const { key, columns } of dataSets)
      for (const line of describeColumns(columns)) {
        expect(line.meaning.fr, `${key}.${line.key}`).not.toBe('');
        expect(line.meaning.en, `${key}.${line.key}`).not.toBe('');
        expect(line.example, `${key}.${line.key}`).not.toBe('');
      }
    expect(new Set(dataSets.map(({ key }) => key)).size).toBe(dataSets.length);
  });

  it('is a page of sets with their rows, and a page for each with every file and its dictionary', async () => {
    const edition = await makeEdition(site);
    await makeIdea(site, edition, { title: '=Un verger', supports: 2 });
    await makeMeeting(site, { editionId: edition.id });
    site.memory.forgetAll();
    const visitor = site.visitor();
    await visitor.get(urls.openData());
    for (const { key } of publicSets) expect(visitor.main).toContain(urls.dataSet({ set: key }));
    for (const set of publicSets) {
      await visitor.get(urls.dataSet({ set: set.key }));
      expect(visitor.status).toBe(200);
      for (const format of formatsOf(set.columns)) {
        const file = urls.dataFile({ file: `${set.key}.${format}` });
        expect(visitor.main).toContain(file);
        expect((await visitor.send(file)).status).toBe(200);
      }
    }
    const [idea] = await readCsv('idees');
    expect(idea).toMatchObject({
      edition: edition.slug,
      numero: '1',
      titre: "'=Un verger",
      soutiens: '2',
      suite: 'À l’étude',
      adresse: `http://localhost/editions/${edition.slug}/idees/1-un-verger`,
    });
    expect(await readCsv('rencontres')).toMatchObject([
      { edition: edition.slug, annulee: 'false' },
    ]);
    for (const bad of [
      'idees.pdf',
      'services.geojson',
      'inconnu.csv',
      'inscriptions.csv',
      'journal.json',
    ])
      expect((await visitor.send(urls.dataFile({ file: bad }))).status).toBe(404);
    expect((await visitor.send(urls.dataSet({ set: 'inscriptions' }))).status).toBe(404);
  });

  it('is always up to date: what changed is sent anew, what did not is 304, from any site', async () => {
    const edition = await makeEdition(site);
    const idea = await makeIdea(site, edition);
    const visitor = site.visitor();
    const path = urls.dataFile({ file: 'idees.json' });
    const first = await visitor.send(path);
    const tag = first.headers.get('etag')!;
    expect(first.headers.get('access-control-allow-origin')).toBe('*');
    expect(first.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(first.headers.get('set-cookie')).toBeNull();
    await first.text();
    const again = await visitor.send(path, undefined, { 'if-none-match': tag });
    expect([again.status, await again.text()]).toEqual([304, '']);
    // a support moves no date and no count of rows
    await site.pool.query('update idea set support_count = support_count + 1 where id = $1', [
      idea.id,
    ]);
    site.memory.forgetAll();
    const next = await visitor.send(path, undefined, { 'if-none-match': tag });
    expect(next.status).toBe(200);
    expect(next.headers.get('etag')).not.toBe(tag);
    await next.text();
    // an officer's session gets the same
    const { client } = await makePerson(site, { roles: ['officer'] });
    const officer = await client.send(path);
    expect(officer.headers.get('etag')).toBe(next.headers.get('etag'));
    await officer.text();
  });

  it('CORS is open for the files alone', async () => {
    const visitor = site.visitor();
    const open = [urls.dataZip(), urls.dataCatalogue(), urls.dataFile({ file: 'services.csv' })];
    for (const path of open) {
      const answer = await visitor.send(path);
      expect(answer.headers.get('access-control-allow-origin'), path).toBe('*');
      expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
      await answer.arrayBuffer();
    }
    const shut = [
      urls.home(),
      urls.openData(),
      urls.dataSet({ set: 'idees' }),
      urls.signIn(),
      urls.globalDeliveryCsv(),
      urls.agenda(),
    ];
    for (const path of shut) {
      const answer = await visitor.send(path, undefined, { origin: 'https://ailleurs.example' });
      expect(answer.headers.get('access-control-allow-origin'), path).toBeNull();
      expect(answer.headers.get('cross-origin-resource-policy'), path).toBe('same-origin');
    }
  });

  it('R192 everything is one zip with a README and the dictionary', async () => {
    const answer = await site.visitor().send(urls.dataZip());
    const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
    const names = [
      'LISEZMOI.txt',
      'dictionnaire.csv',
      ...publicSets.map(({ key }) => `${key}.csv`),
    ];
    expect(Object.keys(files).sort()).toEqual(names.sort());
    expect(strFromU8(files['LISEZMOI.txt']!)).toContain('Licence Ouverte');
    const lines = parse(strFromU8(files['dictionnaire.csv']!), { delimiter: ';', bom: true });
    const columns = publicSets.flatMap((set) => set.columns).length;
    expect(lines).toHaveLength(1 + columns);
    expect(strFromU8(files['idees.csv']!)).toContain('edition;numero;titre');
  });

  it('the catalogue is DCAT that a portal can harvest: every file at an address that answers', async () => {
    const visitor = site.visitor();
    const answer = await visitor.send(urls.dataCatalogue());
    expect(answer.headers.get('content-type')).toBe('application/ld+json');
    const catalogue = (await answer.json()) as {
      '@type': string;
      'dcat:dataset': {
        'dct:license': { '@id': string };
        'dcat:distribution': { 'dcat:downloadURL': { '@id': string } }[];
      }[];
    };
    expect(catalogue['@type']).toBe('dcat:Catalog');
    expect(catalogue['dcat:dataset']).toHaveLength(publicSets.length);
    for (const set of catalogue['dcat:dataset']) {
      expect(set['dct:license']['@id']).toContain('etalab');
      const [file] = set['dcat:distribution'];
      const { origin, pathname, search } = new URL(file!['dcat:downloadURL']['@id']);
      expect([origin, search]).toEqual(['http://localhost', '']);
      expect((await visitor.send(pathname)).status).toBe(200);
    }
  });

  it('R57 V15 a result is in no file before its publication, and in them after it', async () => {
    const held = { projects: [{ euros: 10_000 }, { euros: 20_000 }], ballots: [['1'], ['1', '2']] };
    const { edition } = await holdPoll(site, { ...held, until: 'counted' });
    const isOf = (one: Record<string, string>) => one.edition === edition.slug;
    expect((await readCsv('projets')).filter(isOf)).toHaveLength(2);
    for (const key of ['scrutins', 'resultats'])
      expect((await readCsv(key)).filter(isOf), key).toEqual([]);
    const published = await holdPoll(site, held);
    const rows = (await readCsv('resultats')).filter(
      (one) => one.edition === published.edition.slug,
    );
    expect(rows.map(({ numero, voix }) => [numero, voix])).toEqual([
      ['1', '2'],
      ['2', '1'],
    ]);
    const [poll] = (await readCsv('scrutins')).filter(
      (one) => one.edition === published.edition.slug,
    );
    expect(poll).toMatchObject({
      votants: '2',
      bulletins: '2',
      urne: expect.stringContaining('urne.zip'),
    });
  });

  it('twenty thousand ideas are sent in order, piece by piece, in memory that does not follow their number', async () => {
    const { fillIdeas } = await import('../../../tests/make/study.ts');
    const edition = await makeEdition(site);
    await fillIdeas(site, edition, 20_000);
    site.memory.forgetAll();
    for (const format of ['csv', 'xlsx', 'jsonl']) {
      const answer = await site.visitor().send(urls.dataFile({ file: `idees.${format}` }));
      const before = process.memoryUsage().heapUsed;
      const numbers: number[] = [];
      let [bytes, most] = [0, 0];
      for await (const piece of answer.body!) {
        bytes += piece.length;
        most = Math.max(most, process.memoryUsage().heapUsed);
        if (format === 'jsonl')
          for (const [, number] of Buffer.from(piece)
            .toString()
            .matchAll(/"numero":(\d+),"titre":"Idée/g))
            numbers.push(Number(number));
      }
      expect(bytes).toBeGreaterThan(300_000);
      expect(most - before).toBeLessThan(120 * 1024 * 1024);
      if (format !== 'jsonl') continue;
      expect(numbers.length).toBeGreaterThan(19_900);
      expect(numbers).toEqual([...numbers].sort((one, other) => one - other));
    }
  }, 120_000);

  it('whoever fetches without end is told to wait, and 304 costs nothing', async () => {
    const visitor = site.visitor();
    const path = urls.dataFile({ file: 'services.csv' });
    const tag = (await visitor.send(path)).headers.get('etag')!;
    let refused: Response | null = null;
    for (let times = 0; times <= READS.hits && !refused; times += READS.zipWeight) {
      const answer = await visitor.send(urls.dataZip());
      await answer.arrayBuffer();
      if (answer.status === 429) refused = answer;
    }
    expect(Number(refused!.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await visitor.send(path)).status).toBe(429);
    expect((await visitor.send(path, undefined, { 'if-none-match': tag })).status).toBe(304);
  });

  it('names of files and versions are read strictly', () => {
    expect(readFileName('idees.csv')).toEqual({ key: 'idees', extension: 'csv' });
    for (const bad of ['idees', '../x.csv', 'IDEES.csv', 'idees.csv.exe', ''])
      expect(readFileName(bad)).toBeNull();
    expect(holdsVersion('"a", W/"b"', 'W/"b"')).toBe(true);
    expect(holdsVersion('*', 'W/"b"')).toBe(true);
    expect(holdsVersion('"c"', 'W/"b"')).toBe(false);
    expect(holdsVersion(null, 'W/"b"')).toBe(false);
  });
});
