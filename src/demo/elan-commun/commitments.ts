import { openStorage } from '../../platform/files/index.ts';
import {
  addReportPicture,
  commitGroup,
  listActionsOfGroup,
  supportAction,
  writeReport,
} from '../../rooms/actions/index.ts';
import { listCertifiedGroups, listGroupLeaders } from '../../rooms/groups/index.ts';
import { takePicture } from '../pictures/index.ts';
import type { Place } from '../place.ts';
import { expectOk, type Story } from '../story.ts';
import { setFrench } from '../typography.ts';
import { type CommittedText, commitmentsTold } from './commitment-texts.ts';

type Day = (before: number, time: string) => Date;

/** Groups that commit to the actions of others, in the order of the story, and what one of them tells. */
export function liveCommitments(story: Story, place: Place, day: Day): void {
  for (const told of commitmentsTold)
    for (const committed of told.groups) liveCommitment(story, place, day, told, committed);
}

interface OfGroup {
  groupId: string;
  /** Whoever speaks first for it, then the other leads and managers. */
  people: readonly string[];
}

async function findSpeaker({ db, organisation }: Place, name: string): Promise<OfGroup> {
  const groups = await listCertifiedGroups(db, organisation.id);
  const group = groups.find((one) => one.name === setFrench(name));
  if (!group) throw new Error(`The demo commits a group that is not certified: ${name}`);
  const leaders = await listGroupLeaders(db, organisation.id, group.id);
  return { groupId: group.id, people: leaders.map(({ personId }) => personId) };
}

function liveCommitment(
  story: Story,
  place: Place,
  day: Day,
  action: { group: string; title: string },
  { group, on, adaptation, planned, report }: CommittedText,
): void {
  const { db, organisation, folders } = place;
  const organisationId = organisation.id;
  const dayOf = (before: number) => day(before, '12:00').toISOString().slice(0, 10);
  const act = async () => {
    const proposer = await findSpeaker(place, action.group);
    const actions = await listActionsOfGroup(db, organisationId, proposer.groupId);
    const found = actions.find(({ title }) => title === setFrench(action.title));
    if (!found) throw new Error(`The demo commits to an action that is not there: ${action.title}`);
    const { groupId, people } = await findSpeaker(place, group);
    return { act: { organisationId, by: people[0]!, groupId, actionId: found.id }, people };
  };
  story.at(day(on, '20:40'), async () => {
    const { act: speaking, people } = await act();
    const written = {
      adaptation: setFrench(adaptation),
      plannedFrom: planned ? dayOf(planned[0]) : null,
      plannedTo: planned ? dayOf(planned[1]) : null,
    };
    expectOk(await commitGroup(db, speaking, written), action.title);
    const { actionId } = speaking;
    for (const by of people) await supportAction(db, { organisationId, by, actionId });
  });
  if (!report) return;
  story.at(day(report.told, '18:20'), async () => {
    const { act: speaking } = await act();
    const { worked, harder, picture } = report;
    const told = expectOk(
      await writeReport(db, speaking, {
        heldOn: dayOf(report.held),
        place: setFrench(report.place),
        people: report.people,
        worked: setFrench(worked),
        harder: setFrench(harder),
      }),
      action.title,
    );
    const upload = await takePicture(picture.scene);
    const alt = setFrench(picture.alt);
    await addReportPicture(db, openStorage(folders), speaking, told.id, upload, alt);
  });
}
