import type { VNode } from 'preact';
import * as m from '../../../paraglide/messages.js';
import { listNicknames } from '../../identity/index.ts';
import type { SheetAt, SheetPanel } from './sheet-panel.routes.ts';
import { refuseStudy, summariseSheet } from './study.ts';
import { criteriaOf, typeStudy } from './study-form.routes.ts';
import { StudyPart, type TypedStudy } from './study-part.page.tsx';

/** What the office itself says: admissibility, and the figures it keeps. */
export const studyPanel: SheetPanel = {
  id: 'instruction',
  name: m.study_part_study,
  load: (at) => drawStudy(at),
};

/** `form`: as it came back, with what is wrong in words. */
export async function drawStudy(
  at: SheetAt,
  form?: {
    typed: TypedStudy;
    problems: Record<string, string>;
    conflict: boolean;
    version: number;
  },
): Promise<VNode> {
  const { visit, edition, idea, sheet, standing, mayWrite } = at;
  const { study } = sheet;
  const nicknames = await listNicknames(
    visit.db,
    visit.organisation.id,
    study.savedBy ? [study.savedBy] : [],
  );
  return (
    <StudyPart
      id="instruction"
      edition={edition}
      idea={idea}
      criteria={criteriaOf(edition)}
      study={study}
      summary={summariseSheet(study, sheet.opinions)}
      savedBy={nicknames.get(study.savedBy ?? '') ?? null}
      typed={form?.typed ?? typeStudy(study)}
      version={form?.version ?? study.version}
      problems={form?.problems ?? {}}
      conflict={form?.conflict ?? false}
      mayWrite={mayWrite && refuseStudy(standing) === null}
    />
  );
}
