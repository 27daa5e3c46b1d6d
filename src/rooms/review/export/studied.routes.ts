import type { IdeaColumns } from '../../../platform/room.ts';
import { STUDIED_COLUMNS } from './studied.page.ts';
import { readStudied } from './studied.store.ts';

/** The study of ideas, beside each in the office's export of them. */
export const studiedColumns: IdeaColumns = {
  columns: STUDIED_COLUMNS,
  async read(db, organisationId, ideaIds) {
    const lines = await readStudied(db, organisationId, ideaIds);
    return (ideaId) => {
      const line = lines.get(ideaId);
      return STUDIED_COLUMNS.map((column) => (line ? column.write(line) : ''));
    };
  },
};
