import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeComponentBoard } from '../../../../tests/make/boards.ts';
import { giveSupport, makeIdea, TYPED_IDEA } from '../../../../tests/make/ideas.ts';
import { makePerson } from '../../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { routes } from '../../../site.tsx';
import { urls } from '../../../urls.ts';
import { BOARD_FAMILIES } from '../boards/board-address.page.ts';
import { findIdea } from '../idea.store.ts';
import type { Idea } from '../idea.ts';
import { findSimilar } from '../similar/draft.store.ts';
import { supportIdea } from '../support.store.ts';
import { withdrawIdea } from './withdrawal.store.ts';
import { LONGEST_REASON, refuseWithdrawal } from './withdrawal.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const read = async (idea: Idea) => (await findIdea(site.db, site.organisationId, idea.id))!;

/** One that somebody published where it may be withdrawn. */
async function publish(settings: { mayWithdraw?: boolean; mostSupports?: number } = {}) {
  const made = await makeComponentBoard(site, { settings: { mayWithdraw: true, ...settings } });
  const author = await makePerson(site);
  const idea = await makeIdea(site, made.board, { authorId: author.id });
  const at = { space: made.space.slug, component: made.component.slug, idea: idea.number };
  return { ...made, author, idea, withdraw: urls.spaceWithdrawIdea(at) };
}

describe('R116 withdrawing', () => {
  it('R116 W1 W14 asks once more, keeps it in sight with number, supports and reason, and bears being sent twice', async () => {
    const { author, idea, to, withdraw, board } = await publish();
    await giveSupport(site, idea.id, (await makePerson(site)).id);
    await author.client.get(to.idea({ idea: idea.number }));
    expect(author.client.html).toContain(withdraw);
    await author.client.get(withdraw);
    expect(author.client.main).toContain('Ce choix est définitif');
    expect((await read(idea)).withdrawal).toBeNull();
    const raison = 'Remplacée par <script>alert(1)</script> la n° 12';
    for (let twice = 0; twice < 2; twice += 1) {
      await author.client.post(withdraw, { raison });
      expect(author.client.status).toBe(200);
    }
    expect(author.client.main).toMatch(/Retirée par son auteur·rice le \d/);
    expect(author.client.main).toContain('la n° 12');
    expect(author.client.html).not.toContain('<script>alert');
    expect(author.client.html).not.toContain(withdraw);
    expect(author.client.main).toContain('1 soutien');
    const stands = await read(idea);
    expect([stands.number, stands.supportCount]).toEqual([idea.number, 1]);
    const { rows } =
      await sql`select from fact where subject_id = ${idea.id} and kind = 'idea.withdrawn'`.execute(
        site.db,
      );
    expect(rows).toHaveLength(1);
    await makeIdea(site, board, { title: 'Autre idée' });
    const reader = site.visitor();
    await reader.get(to.ideas({}));
    expect(reader.main).toContain(idea.title);
    expect(reader.main.match(/Retirée/g)).toHaveLength(1);
    expect(reader.main.match(/soutenir"/g)).toHaveLength(1);
  });

  it('R116 R115 R128 takes no support, no comment and no correction any more', async () => {
    const { author, idea, to, board } = await publish();
    const supporter = await makePerson(site);
    await giveSupport(site, idea.id, supporter.id);
    const act = { personId: author.id, reason: '' };
    expect(await withdrawIdea(site.db, site.organisationId, idea.id, act)).toEqual({ ok: true });
    const at = { idea: idea.number };
    const other = await makePerson(site);
    for (const [{ client }, path] of [
      [other, to.supportIdea(at)],
      [supporter, to.withdrawSupport(at)],
    ] as const) {
      await client.post(path);
      expect(client.status).toBe(409);
      expect(client.main).toContain('ses soutiens ne changent plus');
    }
    const text = { ...TYPED_IDEA, category: board.categories[0]!.slug };
    await author.client.post(to.editIdea(at), text);
    expect(author.client.status).toBe(422);
    await other.client.get(to.idea(at));
    expect(other.client.main).not.toContain('<textarea');
    expect((await read(idea)).supportCount).toBe(1);
    const similar = await findSimilar(site.db, site.organisationId, board, {
      title: idea.title,
      body: idea.body,
    });
    expect(similar).toEqual([]);
    const late = sql`insert into idea_support (organisation_id, idea_id, person_id)
      values (${site.organisationId}, ${idea.id}, ${other.id})`.execute(site.db);
    await expect(late).rejects.toMatchObject({
      constraint: 'idea_not_supported_after_withdrawal',
    });
    for (const change of [
      sql`withdrawal_reason = 'Autre'`,
      sql`withdrawn_at = null, withdrawal_reason = ''`,
    ])
      await expect(
        sql`update idea set ${change} where id = ${idea.id}`.execute(site.db),
      ).rejects.toMatchObject({ constraint: 'idea_stays_withdrawn' });
  });

  it('R116 W14 of supports and a withdrawal at once, no support comes after it', async () => {
    for (let round = 0; round < 6; round += 1) {
      const { author, idea } = await publish();
      const people = await Promise.all([makePerson(site), makePerson(site), makePerson(site)]);
      const support = ({ id }: { id: string }) =>
        supportIdea(site.db, {
          organisationId: site.organisationId,
          ideaId: idea.id,
          personId: id,
        });
      const [first, second, third] = people;
      const withdraw = () =>
        withdrawIdea(site.db, site.organisationId, idea.id, { personId: author.id, reason: '' });
      const [one, withdrawn, again, two, three] = await Promise.all([
        support(first!),
        withdraw(),
        withdraw(),
        support(second!),
        support(third!),
      ]);
      expect([withdrawn, again].filter(({ ok }) => ok)).toHaveLength(1);
      const given = [one, two, three].filter(({ ok }) => ok).length;
      expect((await read(idea)).supportCount).toBe(given);
      const { rows } = await sql<{ late: number }>`select count(*)::int as late
        from idea_support s join idea i on i.id = s.idea_id
        where i.id = ${idea.id} and s.supported_at > i.withdrawn_at`.execute(site.db);
      expect(rows[0]!.late).toBe(0);
      for (const refused of [one, two, three])
        if (!refused.ok) expect(refused.refusal).toBe('withdrawn');
    }
  });

  it('R100 a support on what was withdrawn takes none of those that one may give', async () => {
    const { author, idea, board } = await publish({ mostSupports: 1 });
    const { id } = await makePerson(site);
    await giveSupport(site, idea.id, id);
    await withdrawIdea(site.db, site.organisationId, idea.id, { personId: author.id, reason: '' });
    await giveSupport(site, (await makeIdea(site, board)).id, id);
  });

  it('R116 W3 nobody withdraws for others, nor where it is not offered, nor once it is over', async () => {
    const { author, idea, withdraw, space } = await publish();
    const { client } = await makePerson(site);
    for (const act of [() => client.get(withdraw), () => client.post(withdraw)]) {
      await act();
      expect(client.status).toBe(404);
    }
    await author.client.post(withdraw, { raison: 'é'.repeat(LONGEST_REASON + 1) });
    expect(author.client.status).toBe(422);
    expect(author.client.main).toContain('é'.repeat(LONGEST_REASON + 1));
    await sql`update space set closed_at = palabre_now() where id = ${space.id}`.execute(site.db);
    await author.client.post(withdraw, { raison: '' });
    expect(author.client.status).toBe(422);
    expect(author.client.main).toContain('tout reste tel qu’il était');
    expect((await read(idea)).withdrawal).toBeNull();
    const usual = await publish({ mayWithdraw: false });
    await usual.author.client.get(usual.to.idea({ idea: usual.idea.number }));
    expect(usual.author.client.html).not.toContain(usual.withdraw);
    await usual.author.client.post(usual.withdraw);
    expect(usual.author.client.status).toBe(404);
  });

  it('R116 says why not, one reason at a time', () => {
    const idea = { authorId: 'aicha', isWithdrawn: false };
    const at = { personId: 'aicha', isOpen: true, reason: '' };
    expect(refuseWithdrawal(idea, { mayWithdraw: true }, at)).toBeNull();
    expect(refuseWithdrawal({ ...idea, authorId: null }, { mayWithdraw: true }, at)).toBe(
      'not-the-author',
    );
    expect(refuseWithdrawal(idea, { mayWithdraw: false }, at)).toBe('not-offered');
  });
});

describe('R116 nothing is ever deleted', () => {
  it('R116 no address deletes an idea, by whatever method or word', async () => {
    const { author, idea, to, board } = await publish();
    const ofIdeas = routes.filter(({ address }) =>
      BOARD_FAMILIES.some(({ idea: one }) => address.pattern.startsWith(one.pattern)),
    );
    expect(ofIdeas.map(({ method }) => method).filter((one) => !/^(GET|POST)$/.test(one))).toEqual(
      [],
    );
    for (const word of ['supprimer', 'effacer', 'delete', 'suppression', 'detruire']) {
      await author.client.post(`${to.idea({ idea: idea.number })}/${word}`);
      expect([404, 405]).toContain(author.client.status);
    }
    for (const path of [to.idea({ idea: idea.number }), to.editIdea({ idea: idea.number })])
      for (const method of ['DELETE', 'PUT', 'PATCH']) {
        const answer = await site.fetch(
          new Request(`http://localhost${path}`, {
            method,
            headers: { cookie: `palabre=${author.client.cookies.get('palabre')}` },
          }),
        );
        expect([403, 404, 405], `${method} ${path}`).toContain(answer.status);
      }
    expect((await read(idea)).title).toBe(idea.title);
    expect(board.id).toBe(idea.editionId);
  });
});
