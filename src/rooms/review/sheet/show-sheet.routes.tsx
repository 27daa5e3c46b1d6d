import type { VNode } from 'preact';
import { readNow } from '../../../platform/database/database.ts';
import { found } from '../../../platform/http/refused.ts';
import { mayIn } from '../../../platform/http/route.ts';
import { type Page, page, type SignedInVisit } from '../../../platform/http/visit.ts';
import { findIdeaByNumber } from '../../ideas/index.ts';
import { listDepartments } from '../../organisations/index.ts';
import { findOfficeEdition } from '../../spaces/index.routes.ts';
import { readNumber } from '../../spaces/index.ts';
import { sheetPanels } from '../panels.routes.ts';
import { SheetPage } from './sheet.page.tsx';
import type { SheetAt } from './sheet-panel.routes.ts';
import { readStanding } from './standing.store.ts';
import { findSheet } from './study.store.ts';

/** The file that an address names, for somebody who may read the office of that edition; 404 otherwise. */
export async function loadSheet(visit: SignedInVisit<'edition' | 'idea'>): Promise<SheetAt> {
  const { db, organisation, params, visitor } = visit;
  const edition = await findOfficeEdition(visit, 'reader');
  const number = found(readNumber(params.idea), 'idea');
  const idea = found(await findIdeaByNumber(db, organisation.id, edition.id, number), 'idea');
  const [sheet, standing, departments, now] = await Promise.all([
    findSheet(db, organisation.id, idea),
    readStanding(db, organisation.id, edition, idea.id),
    listDepartments(db, organisation.id, { closed: true }),
    readNow(db),
  ]);
  return {
    visit,
    edition,
    idea,
    sheet,
    standing,
    now,
    departments: new Map(departments.map((department) => [department.id, department])),
    mayWrite: mayIn('officer', visitor, edition.id),
  };
}

/**
 * The page of a file. `replaced`: the part whose form came back, with the summary of its problems, in the place of what
 * it usually shows.
 */
export async function showSheet(
  at: SheetAt,
  replaced?: { id: string; body: VNode; summary: VNode; status: 409 | 422 },
): Promise<Page> {
  const parts = await Promise.all(
    sheetPanels.map(async ({ id, name, load }) => ({
      id,
      name: name(),
      body: replaced?.id === id ? replaced.body : await load(at),
    })),
  );
  return page({
    title: at.idea.title,
    section: 'admin',
    ...(replaced && { status: replaced.status, faulty: true }),
    body: (
      <SheetPage
        edition={at.edition}
        idea={at.idea}
        sheet={at.sheet}
        standing={at.standing}
        summary={replaced?.summary ?? null}
        parts={parts.flatMap(({ body, ...part }) => (body ? [{ ...part, body }] : []))}
      />
    ),
  });
}
