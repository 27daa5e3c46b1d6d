import { assignmentPanel, returnPart } from './assignment/panel.routes.tsx';
import { mergesPanel } from './merges/merges-panel.routes.tsx';
import { historyPanel } from './sheet/history-panel.routes.tsx';
import { ideaPanel } from './sheet/idea-panel.routes.tsx';
import { opinionsPanel } from './sheet/opinions-panel.routes.tsx';
import type { SheetPanel, TaskPart } from './sheet/sheet-panel.routes.ts';
import { studyPanel } from './sheet/study-panel.routes.tsx';
import { threadsPanel, threadsPart } from './threads/threads-panel.routes.tsx';

/** The page of an idea's file, from top to bottom: one line for each part that a folder brings. */
export const sheetPanels: readonly SheetPanel[] = [
  ideaPanel,
  opinionsPanel,
  assignmentPanel,
  studyPanel,
  threadsPanel,
  mergesPanel,
  historyPanel,
];

/** What folders add to the page of a department's task. */
export const taskParts: readonly TaskPart[] = [returnPart, threadsPart];
