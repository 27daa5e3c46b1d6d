import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BOARD_KINDS, makeBoard } from '../../../../tests/make/boards.ts';
import { makeIdea, TYPED_IDEA } from '../../../../tests/make/ideas.ts';
import { makePerson } from '../../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { choosePair, numberVersions } from './versions.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

describe.each(BOARD_KINDS)('R200 versions of an idea on a board: %s', (kind) => {
  it('R200 W1 shows everybody what was corrected, any two versions; none of what is hidden', async () => {
    const { board, to } = await makeBoard(site, kind);
    const { client, id } = await makePerson(site);
    const idea = await makeIdea(site, board, {
      authorId: id,
      title: 'Un banc au soleil',
      lang: 'de',
    });
    const at = { idea: idea.number };
    const reader = site.visitor();
    await reader.get(to.ideaVersions(at));
    expect(reader.path).toBe(to.idea({ idea: '1-un-banc-au-soleil' }));
    expect(reader.html).not.toContain('/versions');
    const text = { ...TYPED_IDEA, body: idea.body, lang: 'de', act: 'save' };
    const category = (place: number) => board.categories[place]!.slug;
    await client.post(to.editIdea(at), {
      ...text,
      title: 'Un banc à l’ombre <b>',
      category: category(0),
    });
    site.seeChanges();
    await reader.get(to.idea(at));
    expect(reader.main).toMatch(/<a href="[^"]+\/versions">modifiée le/);
    await reader.get(to.ideaVersions(at));
    expect(reader.main).toContain('<del>');
    expect(reader.main).toContain('lang="de"');
    expect(reader.html).not.toContain('ombre <b>');
    expect(reader.main).not.toContain('<select');
    await client.post(to.editIdea(at), {
      ...text,
      title: 'Un banc à l’ombre',
      category: category(1),
    });
    await reader.get(to.ideaVersions(at, { de: 1, a: 3 }));
    expect(reader.main).toContain(board.categories[1]!.name);
    await reader.get(to.ideaVersions(at, { de: 'x', a: 99 }));
    expect(reader.main).toMatch(/<option value="2" selected/);
    await sql`update idea set hidden_at = palabre_now() where id = ${idea.id}`.execute(site.db);
    await reader.get(to.ideaVersions(at));
    expect(reader.status).toBe(410);
    expect(reader.html).not.toContain('banc');
  });
});

describe('R200 which versions', () => {
  const text = { title: 'Un', body: '', categoryId: 'a', lang: 'fr' };
  const moments = ['2026-11-01', '2026-11-02', '2026-11-03'].map((day) => new Date(day));
  const versions = numberVersions({ ...text, title: 'Trois', publishedAt: moments[0]! }, [
    { ...text, replacedAt: moments[1]! },
    { ...text, title: 'Deux', replacedAt: moments[2]! },
  ]);
  const pair = (query: string) =>
    choosePair(versions, new URLSearchParams(query)).map(({ number }) => number);

  it('R200 each began when the one before was replaced; the older one comes first', () => {
    expect(versions.map(({ title, at }) => [title, at])).toEqual([
      ['Un', moments[0]],
      ['Deux', moments[1]],
      ['Trois', moments[2]],
    ]);
    expect(pair('')).toEqual([2, 3]);
    expect(pair('de=1&a=3')).toEqual([1, 3]);
    expect(pair('de=3&a=1')).toEqual([1, 3]);
    expect(pair('de=2&a=2')).toEqual([2, 3]);
    expect(pair('de=7')).toEqual([2, 3]);
  });
});
