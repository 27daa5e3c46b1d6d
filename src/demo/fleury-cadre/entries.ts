/** Ideas that come in without an account: on paper, from a workshop, in a file. */
import {
  enterIdea,
  guessCategories,
  guessColumns,
  importLines,
  insertImport,
  insertWorkshop,
  listIdeasForOffice,
  readTable,
  saveMapping,
  startImport,
} from '../../rooms/ideas/index.ts';
import { routeIdea } from '../../rooms/review/index.ts';
import { expectCount, expectOk, type Story } from '../story.ts';
import { setFrench } from '../typography.ts';
import { notebook, onPaper, workshop } from './entered.ts';
import type { Stage } from './stage.ts';

type Origin = Parameters<typeof enterIdea>[1]['origin'];

export function writeEntries(story: Story, stage: Stage): void {
  const { place, edition, townHall } = stage;
  const { db, organisation } = place;
  const { ambassador } = townHall;
  story.at(stage.day(-41, '10:40'), () =>
    enter(stage, onPaper, onPaper.signature, {
      channel: 'paper',
      name: onPaper.name,
      email: '',
      mailbox: '',
      phone: onPaper.phone,
      postalAddress: '3 rue du Vieux-Pont, 45400 Fleury-sur-Braye',
      locale: 'fr',
      consentOn: stage.date(-41),
      consentFileId: null,
    }),
  );
  story.at(stage.day(-33, '14:10'), async () => {
    const { ideas, ...held } = workshop;
    const act = { organisationId: organisation.id, by: ambassador.id };
    const workshopId = await insertWorkshop(db, act, edition.id, {
      ...held,
      title: setFrench(held.title),
      notes: setFrench(held.notes),
      heldOn: stage.date(-33),
    });
    for (const idea of ideas)
      await enter(stage, idea, 'École du Lavoir', { channel: 'workshop', workshopId });
  });
  story.at(stage.day(-16, '17:20'), () => importNotebook(stage));
}

async function enter(
  stage: Stage,
  text: { category: string; title: string; body: string },
  signature: string,
  origin: Origin,
): Promise<void> {
  const { place, edition, townHall } = stage;
  const categoryId = edition.categories.find(({ name }) => name === text.category)!.id;
  const entered = await enterIdea(place.db, {
    organisationId: place.organisation.id,
    editionId: edition.id,
    by: townHall.ambassador.id,
    isOfficer: false,
    title: setFrench(text.title),
    body: setFrench(text.body),
    categoryId,
    lang: 'fr',
    signature,
    origin,
  });
  const { id, number } = expectOk(entered, text.title);
  stage.ideas.set(text.title, { id, number, authorId: null });
  await routeIdea(place.db, place.organisation.id, edition, { id, number, categoryId });
}

/** The officer loads a file: three lines are ideas, the fourth names a category that does not exist. */
async function importNotebook(stage: Stage): Promise<void> {
  const { place, edition, townHall } = stage;
  const { db, organisation } = place;
  const of = { organisationId: organisation.id, editionId: edition.id };
  const columns = ['Numéro', 'Catégorie', 'Titre', 'Texte'];
  const cell = (words: string) => `"${setFrench(words)}"`;
  const lines = [columns, ...notebook.lines].map((line) => line.map(cell).join(';'));
  const { table } = expectOk(await readTable(Buffer.from(lines.join('\r\n'))), notebook.fileName);
  const by = townHall.officer.id;
  const id = await insertImport(db, of, by, notebook.fileName, table);
  const run = { ...of, id };
  const values = notebook.lines.map(([, category]) => category);
  await saveMapping(db, run, {
    columns: guessColumns(columns),
    fixed: {},
    categoryId: null,
    categories: guessCategories(values, edition.categories),
    signature: notebook.signature,
    lang: 'fr',
  });
  expectOk(await startImport(db, run, by), 'the notebook');
  const done = await importLines(db, run);
  expectCount('ideas of the notebook', done?.added ?? 0, 3);
  expectCount('odd lines of the notebook', done?.odd ?? 0, 1);
  await keepImported(stage);
}

/** What a file brought has the last numbers of the edition. */
async function keepImported({ place, edition, ideas }: Stage): Promise<void> {
  const { db, organisation } = place;
  const cursor = Math.max(...[...ideas.values()].map(({ number }) => number));
  const imported = await listIdeasForOffice(db, organisation.id, edition.id, { cursor });
  for (const { id, number, title, categoryId } of imported.ideas) {
    const line = notebook.lines.find((one) => setFrench(one[2]) === title);
    ideas.set(line?.[2] ?? title, { id, number, authorId: null });
    await routeIdea(db, organisation.id, edition, { id, number, categoryId });
  }
}
