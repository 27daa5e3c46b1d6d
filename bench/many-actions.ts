import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { dayInParis } from '../src/platform/clock/paris.ts';
import type { Database } from '../src/platform/database/database.ts';
import { createFund, moveEndowment, openFund, USUAL_STEPS } from '../src/rooms/funds/index.ts';
import type { ManyGroup, Movement } from './many-groups.ts';
import { writeTownText } from './town-words.ts';

export interface ManyActions {
  fund: { id: string; slug: string };
  /** Ids of actions that groups may be funded for. */
  fundable: readonly string[];
}

const THRESHOLD = 5;

/** An open fund, endowed with so many cents, and so many published actions, one in two fundable. */
export async function fillActions(
  db: Database,
  movement: Movement,
  groups: readonly ManyGroup[],
  { actions, endowed }: { actions: number; endowed: number },
): Promise<ManyActions> {
  const { organisationId, desk } = movement;
  const act = { organisationId, by: desk };
  const fund = await createFund(
    db,
    act,
    {
      name: 'Fonds commun',
      period: '2026',
      summary: 'Pour les actions des groupes.',
      presentation: 'Un fonds commun.',
      rules: 'Une action utile à tout le monde.',
      visibleTo: 'public',
      cap: 300_00,
      countProposer: false,
      allowRepeats: false,
      threshold: THRESHOLD,
    },
    { links: [], steps: USUAL_STEPS },
  );
  const countedOn = dayInParis(new Date());
  const given = { amount: endowed, words: 'Dotation votée', countedOn, once: randomUUID() };
  const done = await moveEndowment(db, act, fund.id, 'endowed', given);
  if (!done.ok) throw new Error(done.refusal);
  const opened = await openFund(db, act, fund.id);
  if (!opened.ok) throw new Error(opened.refusals.join());
  const fundable = await publishActions(db, organisationId, fund.id, groups, actions);
  return { fund, fundable };
}

async function publishActions(
  db: Database,
  organisationId: string,
  fundId: string,
  groups: readonly ManyGroup[],
  count: number,
): Promise<string[]> {
  const rows = Array.from({ length: count }, (_, at) => {
    const { title, body } = writeTownText(at + 1);
    const group = groups[(at * 11) % groups.length]!;
    const isFundable = at % 2 === 0;
    return {
      id: randomUUID(),
      number: at + 1,
      group_id: group.id,
      created_by: group.lead,
      state: isFundable ? 'fundable' : 'published',
      title,
      summary: body.slice(0, 180),
      description: body,
      kind: at % 3 === 0 ? 'union' : 'solidarity',
      maximum: 50_00 + ((at * 37) % 250) * 100,
      commitments: isFundable ? THRESHOLD : at % THRESHOLD,
    };
  });
  await sql`
    insert into fund_action (organisation_id, id, fund_id, number, group_id, created_by, state, title, summary,
      description, kind, maximum, commitments, submitted_at, published_at, fundable_at)
    select ${organisationId}::uuid, r.id, ${fundId}::uuid, r.number, r.group_id, r.created_by, r.state, r.title,
      r.summary, r.description, r.kind, r.maximum, r.commitments, at, at,
      case when r.state = 'fundable' then at end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, number int, group_id uuid, created_by uuid,
      state text, title text, summary text, description text, kind text, maximum bigint, commitments int),
      lateral (select palabre_now() - make_interval(mins => r.number) as at) published`.execute(db);
  await sql`insert into fund_action_line (organisation_id, action_id, position, label, amount)
    select organisation_id, id, 1, 'Matériel', maximum from fund_action
    where organisation_id = ${organisationId}`.execute(db);
  const commitments = rows.flatMap(({ id, commitments }, at) =>
    Array.from({ length: commitments }, (_, next) => {
      const group = groups[(at * 11 + 1 + next) % groups.length]!;
      return { action_id: id, group_id: group.id, committed_by: group.lead };
    }),
  );
  await sql`insert into fund_commitment (organisation_id, action_id, group_id, committed_by)
    select ${organisationId}::uuid, r.action_id, r.group_id, r.committed_by
    from jsonb_to_recordset(${JSON.stringify(commitments)}::jsonb)
      as r (action_id uuid, group_id uuid, committed_by uuid)`.execute(db);
  return rows.filter(({ state }) => state === 'fundable').map(({ id }) => id);
}
