import { openStorage } from '../../platform/files/index.ts';
import {
  type Action,
  addReportPicture,
  commitGroup,
  listActionsOfGroup,
  supportAction,
  withdrawCommitment,
  writeReport,
} from '../../rooms/actions/index.ts';
import { listOpenFunds } from '../../rooms/funds/index.ts';
import { listCertifiedGroups } from '../../rooms/groups/index.ts';
import { addDays } from '../../rooms/spaces/index.ts';
import {
  type Budget,
  decideBudget,
  openBudget,
  saveBudget,
  submitBudget,
  validateBudget,
} from '../../rooms/spending/index.ts';
import { scenes, takePicture } from '../pictures/index.ts';
import type { Member, Place } from '../place.ts';
import { expectOk, type Story } from '../story.ts';
import { setFrench } from '../typography.ts';
import { type CommitmentTold, commitmentsTold } from './commitment-texts.ts';
import { speakerOf } from './speakers.ts';

interface Told {
  /** Who decides of budgets, and members who say that they like an action. */
  treasury: Member;
  members: readonly Member[];
  today: string;
  day: (before: number, time: string) => Date;
}

/** What groups promise of the actions of others, tell of them, and ask of the fund for them. */
export function liveCommitments(story: Story, place: Place, told: Told): void {
  Object.entries(commitmentsTold).forEach(([title, commitments], at) => {
    for (const commitment of commitments) liveCommitment(story, place, told, title, commitment);
    story.at(told.day(9 - at, '20:50'), async () => {
      const { id: actionId } = await findTitled(place, title);
      for (const { id: by } of told.members.slice(at, at + 9 - at * 2))
        await supportAction(place.db, { organisationId: place.organisation.id, by, actionId });
    });
  });
}

async function findTitled({ db, organisation }: Place, title: string): Promise<Action> {
  const [fund] = await listOpenFunds(db, organisation.id);
  for (const group of await listCertifiedGroups(db, organisation.id))
    for (const action of await listActionsOfGroup(db, organisation.id, group.id))
      if (action.fundId === fund!.id && action.title === setFrench(title)) return action;
  throw new Error(`The demo promises an action: ${title}`);
}

function liveCommitment(
  story: Story,
  place: Place,
  { day, today, treasury }: Told,
  title: string,
  { group, at, adaptation = '', planned, withdrawn, reports = [], budget }: CommitmentTold,
): void {
  const { db } = place;
  const acting = async () => {
    const { groupId, act } = await speakerOf(place, group);
    const { id: actionId } = await findTitled(place, title);
    return { ...act, groupId, actionId };
  };
  const what = `${group}, ${title}`;
  story.at(day(at, '20:40'), async () => {
    const written = {
      adaptation: setFrench(adaptation),
      plannedFrom: planned ? addDays(today, planned[0]) : null,
      plannedTo: planned ? addDays(today, planned[1]) : null,
    };
    expectOk(await commitGroup(db, await acting(), written), what);
  });
  if (withdrawn !== undefined)
    story.at(day(withdrawn, '21:15'), async () => {
      expectOk(await withdrawCommitment(db, await acting()), what);
    });
  for (const { at: told, heldOn, picture, ...report } of reports)
    story.at(day(told, '18:20'), async () => {
      const act = await acting();
      const written = {
        ...report,
        worked: setFrench(report.worked),
        harder: setFrench(report.harder),
        heldOn: addDays(today, -heldOn),
      };
      const { id } = expectOk(await writeReport(db, act, written), what);
      if (!picture) return;
      const storage = openStorage(place.folders);
      const { alt } = scenes[picture];
      await addReportPicture(db, storage, act, id, await takePicture(picture), setFrench(alt));
    });
  if (budget) liveBudget(story, place, { day, treasury, acting, what, budget });
}

interface Asked extends Pick<Told, 'day' | 'treasury'> {
  acting: () => Promise<{ organisationId: string; by: string; groupId: string; actionId: string }>;
  what: string;
  budget: NonNullable<CommitmentTold['budget']>;
}

function liveBudget(
  story: Story,
  { db, organisation }: Place,
  { day, treasury, acting, what, budget }: Asked,
): void {
  const desk = { organisationId: organisation.id, by: treasury.id };
  let asked: Budget;
  story.at(day(budget.at, '19:10'), async () => {
    const { groupId, actionId, ...act } = await acting();
    const opened = expectOk(await openBudget(db, act, { groupId, actionId }), what).budget;
    const written = {
      explanation: setFrench(budget.explanation),
      lines: budget.lines.map(({ label, amount }) => ({ label: setFrench(label), amount })),
    };
    const saved = expectOk(await saveBudget(db, act, opened, written), what).budget;
    asked = expectOk(await submitBudget(db, act, saved), what).budget;
  });
  const { validated, infoAsked } = budget;
  if (validated !== undefined)
    story.at(day(validated, '09:40'), async () => {
      expectOk(await validateBudget(db, desk, asked.id), what);
    });
  if (infoAsked)
    story.at(day(infoAsked.at, '09:55'), async () => {
      const words = setFrench(infoAsked.words);
      expectOk(await decideBudget(db, desk, asked.id, 'ask-info', words), what);
    });
}
