import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestSite, type TestSite } from '../../tests/site-client.ts';
import { listBallotProjects } from '../rooms/projects/index.ts';
import { findEdition } from '../rooms/spaces/index.ts';
import { urls } from '../urls.ts';
import { runImport } from './import.ts';
import { readDistricts } from './pabulib-districts.ts';

const project = (cells: Record<string, string>) => ({ cells: new Map(Object.entries(cells)) });

describe('the districts of a Pabulib file', () => {
  it('are the distinct names, in order of appearance, from the first column that says one', () => {
    const projects = [
      project({ neighborhood: 'Le port', district: 'Sud' }),
      project({ name: 'Partout' }),
      project({ neighborhood: 'Halles', subunit: 'Nord' }),
      project({ subunit: 'Sud' }),
    ];
    const { districts, districtOf } = readDistricts(projects);
    expect(districts).toEqual(['Sud', 'Halles']);
    expect(projects.map(districtOf)).toEqual(['Sud', '', 'Halles', 'Sud']);
  });

  it('are none when there are more places than an edition may have districts', () => {
    const places = Array.from({ length: 100 }, (_, at) => project({ district: `Place ${at}` }));
    expect(readDistricts(places).districts).toHaveLength(100);
    const more = [...places, project({ district: 'Une de trop' })];
    const { districts, districtOf } = readDistricts(more);
    expect(districts).toEqual([]);
    expect(more.map(districtOf).every((name) => name === '')).toBe(true);
  });
});

describe('palabre import pabulib brings them in', () => {
  let site: TestSite;
  let folder: string;
  beforeAll(async () => {
    site = await openTestSite();
    folder = await mkdtemp(join(tmpdir(), 'palabre-districts-'));
  });
  afterAll(async () => {
    await site.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('R58 for the edition, its projects and whoever filters them', async () => {
    const path = join(folder, 'par-quartier.pb');
    const long = 'Jolimont / Soupetard / Roseraie / Gloire / Gramont / Amouroux et encore au-delà';
    await writeFile(
      path,
      `META
key;value
description;Par quartier
country;France
unit;Ici
instance;2024
num_projects;3
num_votes;2
budget;100
vote_type;approval
rule;greedy
PROJECTS
project_id;cost;name;district
1;50;Un verger;${long}
2;40;Un banc;
3;30;Une mare;Sud
VOTES
voter_id;vote
a;1,2
b;1
`,
    );
    const out: string[] = [];
    const said = { out: (line: string) => out.push(line), err: (line: string) => out.push(line) };
    expect(await runImport(['pabulib', path], site, said), out.join('\n')).toBe(0);
    const edition = (await findEdition(site.db, site.organisationId, 'par-quartier'))!;
    expect(edition.districts).toEqual([long, 'Sud']);
    const projects = await listBallotProjects(site.db, site.organisationId, edition.id);
    expect(projects.map(({ district, place }) => [district, place])).toEqual([
      [long, long],
      ['', ''],
      ['Sud', 'Sud'],
    ]);
    const visitor = site.visitor();
    await visitor.get(urls.projects({ edition: edition.slug }, { quartier: 'Sud' }));
    expect(visitor.html).toContain('Une mare');
    expect(visitor.html).not.toContain('Un verger');
  });
});
