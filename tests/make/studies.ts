import { sql } from 'kysely';
import type { Idea } from '../../src/rooms/ideas/index.ts';
import { type OpinionContent, writeOpinion } from '../../src/rooms/review/index.ts';
import type { TestSite } from '../site-client.ts';

export const FAVOURABLE: OpinionContent = {
  technical: 'yes',
  legal: 'yes',
  financial: 'with-conditions',
  verdict: 'favourable',
  comment: '',
  capitalCost: 1_250_000,
  yearlyCost: 80_000,
  delayMonths: 12,
};

/** A department is asked about an idea. */
export async function makeOpinion(
  site: Pick<TestSite, 'db'>,
  idea: Pick<Idea, 'id' | 'editionId'>,
  departmentId: string,
  { dueOn = '2100-01-01', given }: { dueOn?: string; given?: Partial<OpinionContent> } = {},
): Promise<string> {
  const { rows } = await sql<{ id: string; organisation_id: string }>`
    insert into opinion (organisation_id, edition_id, idea_id, department_id, due_on)
    select organisation_id, edition_id, id, ${departmentId}, ${dueOn} from idea where id = ${idea.id}
    returning id, organisation_id`.execute(site.db);
  const { id, organisation_id: organisationId } = rows[0]!;
  if (given) {
    const content = { ...FAVOURABLE, ...given };
    const written = await writeOpinion(site.db, { organisationId, by: null }, id, {
      act: 'give',
      content,
    });
    if (!written.ok) throw new Error(`makeOpinion: ${written.refusal}`);
  }
  return id;
}
