import * as m from '../../../paraglide/messages.js';
import { Notice } from '../../../ui/notice.tsx';
import { urls } from '../../../urls.ts';
import { hasBegun } from '../../spaces/index.page.ts';
import type { Edition } from '../../spaces/index.ts';
import type { StudyCounts } from './study-list.ts';

interface Props {
  edition: Edition;
  counts: StudyCounts;
  now: Date;
  /** The list put to the vote is frozen: nothing is studied any more. */
  isOver: boolean;
}

/** What the study of an edition calls an officer for today, each with the list whose length it says (R197). */
export function StudyDue({ edition, counts, now, isOver }: Props) {
  if (isOver || edition.archivedAt !== null || edition.openedAt === null) return null;
  const at = { edition: edition.slug };
  const due = [
    { count: counts.returned, words: m.assign_due_returned, etat: 'rendues' },
    { count: counts.late, words: m.assign_due_late, etat: 'en-retard' },
    // before the study begins, ideas may well wait for it
    ...(hasBegun(edition, 'study', now)
      ? [{ count: counts.unassigned, words: m.assign_due_unassigned, etat: 'sans-service' }]
      : []),
  ].filter(({ count }) => count > 0);
  if (due.length === 0) return null;
  return (
    <Notice tone="warning" title={m.assign_due_study_title({ edition: edition.title })}>
      <ul>
        {due.map(({ count, words, etat }) => (
          <li key={etat}>
            <a href={urls.adminStudy(at, { etat })}>{words({ count })}</a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
