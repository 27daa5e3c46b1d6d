import * as m from '../../../paraglide/messages.js';
import { dayInParis } from '../../../platform/clock/paris.ts';
import { listNicknames } from '../../identity/index.ts';
import { OpinionsPart } from './opinions-part.page.tsx';
import type { SheetPanel } from './sheet-panel.routes.ts';
import { summariseSheet } from './study.ts';

/** What the departments say, side by side. */
export const opinionsPanel: SheetPanel = {
  id: 'avis',
  name: m.study_part_opinions,
  async load({ visit, sheet, departments, mayWrite, now }) {
    const authors = sheet.opinions.flatMap(({ savedBy }) => savedBy ?? []);
    return (
      <OpinionsPart
        id="avis"
        opinions={sheet.opinions}
        summary={summariseSheet(sheet.study, sheet.opinions)}
        departments={departments}
        nicknames={await listNicknames(visit.db, visit.organisation.id, authors)}
        today={dayInParis(now)}
        mayOpen={mayWrite}
      />
    );
  },
};
