import * as m from '../../../paraglide/messages.js';
import { listHolders } from '../../ideas/index.ts';
import { IdeaPart } from './idea-part.page.tsx';
import type { SheetPanel } from './sheet-panel.routes.ts';
import { summariseSheet } from './study.ts';

/** The idea as it was deposited, and what the file lacks. */
export const ideaPanel: SheetPanel = {
  id: 'idee',
  name: m.study_part_idea,
  async load({ visit, idea, sheet, departments, mayWrite }) {
    const { db, organisation } = visit;
    // readers of the office know the holder as everybody does; the officer writes to them
    const [holder] = mayWrite ? await listHolders(db, organisation.id, [idea.id]) : [];
    return (
      <IdeaPart
        id="idee"
        idea={idea}
        holder={holder ?? null}
        study={sheet.study}
        summary={summariseSheet(sheet.study, sheet.opinions)}
        departments={departments}
      />
    );
  },
};
