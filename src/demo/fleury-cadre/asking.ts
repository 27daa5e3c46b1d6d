/** Services are asked, and answer. */
import {
  askOpinion,
  changeDueDay,
  findSheet,
  returnOpinion,
  writeOpinion,
} from '../../rooms/review/index.ts';
import { expectOk, type Story } from '../story.ts';
import type { ServiceKey } from '../town-hall.ts';
import { setFrench } from '../typography.ts';
import { type AskedText, asContent, opinions } from './opinions.ts';
import { actBy, findIdeaCalled, type Stage, serviceOf } from './stage.ts';

/** The office looks at the days once, when the study begins. */
const DUE_DAYS_SET = -12;

export function writeOpinions(story: Story, stage: Stage): void {
  for (const [title, asked] of Object.entries(opinions))
    for (const one of asked) writeAsked(story, stage, title, one);
}

function writeAsked(story: Story, stage: Stage, title: string, text: AskedText): void {
  const { place, edition, townHall } = stage;
  const { db, organisation } = place;
  const { service, asked, dueDay, given, draft, returned } = text;
  const { departmentId, referent } = serviceOf(stage, service);
  if (asked)
    story.at(stage.day(asked.day, '10:10'), async () => {
      const { id, number } = findIdeaCalled(stage, title);
      const done = await askOpinion(
        db,
        actBy(stage, townHall.officer),
        { id, number, editionId: edition.id },
        { departmentId, dueOn: stage.date(asked.dueDay), request: setFrench(asked.request) },
      );
      expectOk(done, `asking about ${title}`);
    });
  if (dueDay !== undefined)
    story.at(stage.day(DUE_DAYS_SET, '09:15'), async () => {
      const opinion = await findOpinionOf(stage, title, service);
      const days = { dueOn: stage.date(dueDay), seen: opinion.dueOn };
      expectOk(await changeDueDay(db, actBy(stage, townHall.officer), opinion.id, days), title);
    });
  for (const [act, said] of [
    ['save', draft],
    ['give', given],
  ] as const) {
    if (!said) continue;
    story.at(stage.day(said.day, '15:30'), async () => {
      const opinion = await findOpinionOf(stage, title, service);
      const content = asContent({ ...said, comment: setFrench(said.comment ?? '') });
      const saved = await writeOpinion(db, actBy(stage, referent), opinion.id, { act, content });
      expectOk(saved, `the opinion on ${title}`);
    });
  }
  if (returned)
    story.at(stage.day(returned.day, '11:25'), async () => {
      const { id, version } = await findOpinionOf(stage, title, service);
      const done = await returnOpinion(
        db,
        { organisationId: organisation.id, by: referent.id },
        id,
        {
          comment: setFrench(returned.comment),
          suggestedDepartmentId: serviceOf(stage, returned.suggests).departmentId,
          version,
        },
      );
      expectOk(done, `giving back ${title}`);
    });
}

async function findOpinionOf(stage: Stage, title: string, service: ServiceKey) {
  const { place, edition } = stage;
  const { id } = findIdeaCalled(stage, title);
  const sheet = await findSheet(place.db, place.organisation.id, { id, editionId: edition.id });
  const { departmentId } = serviceOf(stage, service);
  const opinion = sheet.opinions.find((one) => one.departmentId === departmentId);
  if (!opinion) throw new Error(`Nobody asked ${service} about « ${title} ».`);
  return opinion;
}
