import type { Form } from '../../../platform/http/form.ts';
import { foldWords } from '../../ideas/index.ts';
import { USUAL_PRIORITY } from './guess.ts';
import { FIELDS, isFileStage, type ProgrammeMapping } from './mapping.ts';
import type { ProgrammeRun } from './programme.ts';

/** Values of the column of the stages that are shown, each with its meaning to be chosen. */
export const MOST_STAGES = 40;
/** Districts of a town are named one by one; a column of more values holds addresses. */
export const MOST_NAMES = 100;
const LONGEST_NAME = 60;

/** Columns are counted from 1 on the page; what is no column, or no stage, is left out. */
export function readForm(form: Form, run: ProgrammeRun): ProgrammeMapping {
  const mapping: ProgrammeMapping = {
    columns: {},
    editionTitle: form.text('editionTitle').slice(0, 100),
    editionSlug: form.text('editionSlug').slice(0, 60),
    stages: {},
    districts: {},
    priority: USUAL_PRIORITY,
  };
  for (const field of FIELDS) {
    const typed = form.text(field);
    const column = /^\d{1,3}$/.test(typed) ? Number(typed) - 1 : -1;
    if (column >= 0 && column < run.columns.length) mapping.columns[field] = column;
  }
  for (let index = 0; index < MOST_STAGES && form.has(`value-${index}`); index += 1) {
    const chosen = form.text(`stage-${index}`);
    if (isFileStage(chosen)) mapping.stages[foldWords(form.text(`value-${index}`))] = chosen;
  }
  for (let index = 0; index < MOST_NAMES && form.has(`district-value-${index}`); index += 1) {
    const name = form.text(`district-${index}`).replaceAll(/\s+/g, ' ').slice(0, LONGEST_NAME);
    if (name !== '') mapping.districts[foldWords(form.text(`district-value-${index}`))] = name;
  }
  return mapping;
}
