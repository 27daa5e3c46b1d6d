import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type MadePerson, makePerson } from '../../../../tests/make/people.ts';
import { publish } from '../../../../tests/make/poll.ts';
import { castFor, type MadePoll, makePoll } from '../../../../tests/make/polls.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';

let site: TestSite;
let made: MadePoll;
let at: { edition: string };
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());
beforeEach(async () => {
  site.travel(null);
  made = await makePoll(site, { terms: { profile: 'P0' } });
  at = { edition: made.edition.slug };
});

async function finish(): Promise<void> {
  site.travel('6 days');
  await publish(site, { organisationId: site.organisationId, by: null }, made.poll.id);
  site.memory.forgetAll();
}

/** What a name and a set of projects share on the page, one line a ballot. */
function readList(main: string): string[] {
  const body = /<tbody[\s\S]*<\/tbody>/.exec(main)?.[0] ?? '';
  return body.split('</tr>').flatMap((row) => {
    const words = row
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim();
    return words === '' ? [] : [words];
  });
}

describe('the list of a public vote', () => {
  let odile: MadePerson;
  let noor: MadePerson;
  beforeEach(async () => {
    odile = await makePerson(site, { nickname: `Odile ${made.edition.slug}` });
    noor = await makePerson(site, { nickname: `Noor ${made.edition.slug}` });
    await castFor(site, made.poll, odile.id, [1, 3]);
    await castFor(site, made.poll, noor.id, [2]);
  });

  it('V15 is not there before the publication, for anyone, nor ever for a secret poll', async () => {
    const secret = await makePoll(site);
    const secretAt = { edition: secret.edition.slug };
    await castFor(site, secret.poll, odile.id, [1]);
    const readers = [
      site.visitor(),
      odile.client,
      (await makePerson(site, { roles: ['officer'] })).client,
      (await makePerson(site, { roles: ['administrator'] })).client,
    ];
    const expectAbsent = async (edition: { edition: string }) => {
      for (const reader of readers) {
        for (const address of [urls.publicVotes(edition), urls.publicVotesCsv(edition)]) {
          await reader.get(address);
          expect(reader.status, address).toBe(404);
          expect(reader.main).not.toMatch(/Noor|Projet d’essai/);
        }
      }
    };
    await expectAbsent(at);
    site.travel('6 days');
    await expectAbsent(at);
    const act = { organisationId: site.organisationId, by: null };
    await publish(site, act, made.poll.id);
    await publish(site, act, secret.poll.id);
    await expectAbsent(secretAt);
    await readers[0]!.get(urls.publicVotes(at));
    expect(readers[0]!.status).toBe(200);
  });

  it('R57 says who voted what once the result is published, with links from its pages', async () => {
    await finish();
    const reader = site.visitor();
    await reader.get(urls.publicVotes(at));
    expect(readList(reader.main)).toEqual([
      `Noor ${at.edition} Projet d’essai 2`,
      `Odile ${at.edition} Projet d’essai 1 Projet d’essai 3`,
    ]);
    expect(reader.main).toContain('voici ses 2 bulletins');
    expect(reader.main).toContain('les noms publics et les votes sont publiés ensemble');
    await reader.get(urls.publicVotes(at, { recherche: 'ODÎLE' }));
    expect(readList(reader.main)).toEqual([
      `Odile ${at.edition} Projet d’essai 1 Projet d’essai 3`,
    ]);
    await reader.get(urls.publicVotes(at, { recherche: '%' }));
    expect(reader.main).toContain('Aucun nom public ne ressemble à cela');
    await reader.get(urls.results(at));
    expect(reader.main).toContain(`href="${urls.publicVotes(at)}"`);
  });

  it('R193 keeps the names of the day of the publication, and forgets that of an erased account', async () => {
    await finish();
    await site.pool.query(`update person set nickname = 'Autre nom' where id = $1`, [noor.id]);
    const reader = site.visitor();
    await reader.get(urls.publicVotes(at));
    expect(readList(reader.main)[0]).toContain('Noor');
    for (const table of ['session', 'charter_acceptance', 'mail_proof'])
      await site.pool.query(`delete from ${table} where person_id = $1`, [odile.id]);
    await site.pool.query('delete from person where id = $1', [odile.id]);
    site.memory.forgetAll();
    await reader.get(urls.publicVotes(at));
    expect(readList(reader.main)).toEqual([
      `Noor ${at.edition} Projet d’essai 2`,
      'Compte supprimé Projet d’essai 1 Projet d’essai 3',
    ]);
    expect(reader.html).not.toContain('Odile');
  });

  it('R58 puts the public name beside each ballot of the bundle, and none in that of a secret poll', async () => {
    const ballots = async (edition: string) => {
      const answer = await site.visitor().send(urls.resultBundle({ edition }));
      const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
      return strFromU8(files['ballots.jsonl']!)
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { voter?: string; choices: string[] });
    };
    const secret = await makePoll(site);
    await castFor(site, secret.poll, odile.id, [1]);
    await finish();
    await publish(site, { organisationId: site.organisationId, by: null }, secret.poll.id);
    const named = (await ballots(at.edition)).map(({ voter, choices }) => [voter, choices]);
    expect(new Map(named as [string, string[]][])).toEqual(
      new Map([
        [`Odile ${at.edition}`, ['1', '3']],
        [`Noor ${at.edition}`, ['2']],
      ]),
    );
    for (const ballot of await ballots(secret.edition.slug))
      expect(ballot).not.toHaveProperty('voter');
  });
});

describe('a long list of a public vote', () => {
  it('R192 turns its pages of 50 both ways, each ballot once, and holds them all in its file', async () => {
    await finish();
    // as if 112 people had voted: what a publication leaves of them
    await site.pool.query(
      `with vote as (select n, lpad(to_hex(n), 64, '0') as mark from generate_series(0, 111) n),
        sealed as (insert into sealed_ballot (organisation_id, poll_id, commitment, nonce, choices)
          select $1, $2, mark, mark, jsonb_build_array((n % 5 + 1)::text) from vote)
        insert into public_ballot (organisation_id, poll_id, commitment, nickname)
        select $1, $2, mark, concat(case when n % 3 = 0 then 'elodie ' else 'Élodie ' end, lpad(n::text, 3, '0'))
        from vote order by random()`,
      [site.organisationId, made.poll.id],
    );
    const reader = site.visitor();
    const follow = async (rel: 'prev' | 'next') => {
      const link = new RegExp(`<a[^>]*href="([^"]+)"[^>]*rel="${rel}"`).exec(reader.main)?.[1];
      if (!link) return false;
      await reader.get(link.replaceAll('&amp;', '&'));
      return true;
    };
    await reader.get(urls.publicVotes(at, { recherche: 'elodie' }));
    const pages = [readList(reader.main)];
    while (await follow('next')) pages.push(readList(reader.main));
    expect(pages.map(({ length }) => length)).toEqual([50, 50, 12]);
    expect(new Set(pages.flat()).size).toBe(112);
    // in order of the names, accents and capitals apart
    const numbers = pages.flat().map((line) => Number(/lodie (\d+)/.exec(line)![1]));
    expect(numbers).toEqual(Array.from({ length: 112 }, (_, number) => number));
    const back = [readList(reader.main)];
    while (await follow('prev')) back.unshift(readList(reader.main));
    expect(back).toEqual(pages);

    await reader.get(urls.publicVotesCsv(at));
    expect(reader.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(reader.headers.get('content-disposition')).toBe(
      `attachment; filename="votes-${at.edition}.csv"`,
    );
    const rows = parse(reader.html, { bom: true, columns: true, delimiter: ';' }) as Record<
      string,
      string
    >[];
    expect(rows).toHaveLength(112);
    expect(rows[0]).toMatchObject({
      'nom public': 'elodie 000',
      numéro: '1',
      choix: 'Projet d’essai 1',
    });
  });

  it('W8 holds back a name that a spreadsheet would run', async () => {
    const labels = ['=HYPERLINK("http://mal.example";"Cliquez")', 'Une question ?'];
    made = await makePoll(site, {
      terms: { profile: 'P0', settings: { subject: 'questions' }, labels, maximumChoices: 2 },
    });
    at = { edition: made.edition.slug };
    const { id, nickname } = await makePerson(site, { nickname: `-Ève ${at.edition}` });
    await castFor(site, made.poll, id, [1, 2]);
    await finish();
    const reader = site.visitor();
    await reader.get(urls.publicVotesCsv(at));
    const rows = parse(reader.html, { bom: true, delimiter: ';' }) as string[][];
    expect(rows.slice(1).map(([name, , choice]) => [name, choice])).toEqual([
      [`'${nickname}`, `'${labels[0]}`],
      [`'${nickname}`, labels[1]],
    ]);
  });
});
