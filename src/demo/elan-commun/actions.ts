import { keepFile, openStorage } from '../../platform/files/index.ts';
import {
  type Action,
  beginAction,
  decideAction,
  findActionById,
  saveText,
  setPicture,
  submitAction,
  type WrittenAction,
  writeMessage,
} from '../../rooms/actions/index.ts';
import { listOpenFunds } from '../../rooms/funds/index.ts';
import { scenes, takePicture } from '../pictures/index.ts';
import type { Member, Place } from '../place.ts';
import { expectOk, type Story } from '../story.ts';
import { setFrench } from '../typography.ts';
import { type ActionTold, actionsTold } from './action-texts.ts';
import { speakerOf } from './speakers.ts';

interface Told {
  reviewer: Member;
  day: (before: number, time: string) => Date;
}

/** What the groups propose to the fund, and what is decided of it. */
export function liveActions(story: Story, place: Place, told: Told): void {
  for (const action of actionsTold) liveAction(story, place, told, action);
}

function liveAction(
  story: Story,
  place: Place,
  { reviewer, day }: Told,
  { group, text, scene, lines: written, story: course }: ActionTold,
): void {
  const { db, organisation } = place;
  const review = { organisationId: organisation.id, by: reviewer.id };
  const lines = written.map(({ label, amount }) => ({ label: setFrench(label), amount }));
  let action: Action;
  const refresh = async () => {
    action = (await findActionById(db, organisation.id, action.id))!;
  };
  const decide = async (decision: Parameters<typeof decideAction>[3]) => {
    expectOk(await decideAction(db, review, action.id, decision), text.title);
  };
  const write = async (words: WrittenAction) => {
    const { act } = await speakerOf(place, group);
    action = expectOk(await saveText(db, act, action, setText(words), lines), words.title).action;
  };
  const submit = async () => {
    const { act } = await speakerOf(place, group);
    action = expectOk(await submitAction(db, act, action), text.title).action;
  };
  story.at(day(course.begun, '20:10'), async () => {
    const { groupId, act } = await speakerOf(place, group);
    const [fund] = await listOpenFunds(db, organisation.id);
    const begun = await beginAction(db, act, { fundId: fund!.id, groupId });
    action = expectOk(begun, text.title).action;
    await write(text);
    if (!scene) return;
    const upload = await takePicture(scene);
    await db.transaction().execute(async (tx) => {
      const kept = { alt: setFrench(scenes[scene].alt), uploadedBy: act.by };
      const storage = openStorage(place.folders);
      const { fileId } = await keepFile(tx, storage, organisation.id, upload, kept);
      await setPicture(tx, act, action.id, fileId);
    });
  });
  const { returned, refused, submitted, published } = course;
  if (submitted === undefined) return;
  const completed = returned?.completed;
  story.at(day(submitted, '21:05'), async () => {
    // sent in a hurry: what the reviewer asks for was one line
    if (completed) await write({ ...text, reproduction: text.reproduction || HURRIED });
    await submit();
  });
  if (returned) {
    const { at, words, unmet, answer } = returned;
    story.at(day(at, '11:20'), async () => {
      await decide({ act: 'changes-requested', words: setFrench(words), unmet, version: 1 });
    });
    story.at(day(at, '19:45'), async () => {
      await refresh();
      const { act } = await speakerOf(place, group);
      await writeMessage(db, act, action, { side: 'group', words: setFrench(answer) });
    });
  }
  if (completed)
    story.at(day(completed.at, '20:30'), async () => {
      await refresh();
      await write({ ...text, ...completed.text });
      await submit();
    });
  if (published !== undefined)
    story.at(day(published, '10:40'), () =>
      decide({ act: 'published', words: '', unmet: [], version: completed ? 2 : 1 }),
    );
  if (refused)
    story.at(day(refused.at, '10:15'), () =>
      decide({
        act: 'refused',
        words: setFrench(refused.words),
        unmet: refused.unmet,
        version: 1,
      }),
    );
}

const HURRIED = 'À faire devant n’importe quel supermarché.';

const setText = (text: WrittenAction): WrittenAction => ({
  ...text,
  title: setFrench(text.title),
  summary: setFrench(text.summary),
  description: setFrench(text.description),
  involvement: setFrench(text.involvement),
  inclusion: setFrench(text.inclusion),
  reproduction: setFrench(text.reproduction),
  steps: setFrench(text.steps),
  materials: setFrench(text.materials),
});
