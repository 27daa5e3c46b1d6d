import { openStorage } from '../platform/files/index.ts';
import {
  actOnPost,
  addPicture,
  haltRealisation,
  listRealisations,
  markFrame,
  REALISATION,
  STAGES,
  saveFrame,
  saveStep,
  writePost,
} from '../rooms/delivery/index.ts';
import { follow } from '../rooms/notifications/index.ts';
import { listBallotProjects } from '../rooms/projects/index.ts';
import type { Edition } from '../rooms/spaces/index.ts';
import type { ToldProject } from './content.ts';
import { inParis } from './edition.ts';
import { takePicture } from './pictures/index.ts';
import { actOf, type Member, type Place } from './place.ts';
import { expectOk, tellStory } from './story.ts';
import type { TownHall } from './town-hall.ts';
import { setFrench } from './typography.ts';

const UNTOLD = { title: '', description: '', doneOn: null, doneIsMonth: false };

/** Who led each winner, what it cost, what was told on the way, what stopped one; and somebody who follows some. */
export async function tellNews(
  place: Place,
  edition: Edition,
  townHall: TownHall,
  follower: Member,
  { told: toldProjects, from }: { told: Readonly<Record<string, ToldProject>>; from: string },
): Promise<void> {
  const { db, organisation } = place;
  const [realisations, projects] = await Promise.all([
    listRealisations(db, organisation.id, edition.id),
    listBallotProjects(db, organisation.id, edition.id),
  ]);
  const found = (title: string) => {
    const project = projects.find((one) => one.title === setFrench(title));
    const realisation = realisations.find(({ projectId }) => projectId === project?.id);
    if (!project || !realisation) throw new Error(`« ${title} » is followed by nobody.`);
    const named = {
      realisationId: realisation.id,
      editionId: edition.id,
      number: project.number,
      title: project.title,
    };
    return { realisation, named };
  };
  await tellStory(place, (story) => {
    for (const [title, told] of Object.entries(toldProjects)) {
      const { realisation, named } = found(title);
      const service = townHall.services.get(told.service);
      if (!service) throw new Error(`No service ${told.service}.`);
      const cents = (share: number) => Math.round((realisation.votedCost * share) / 1000) * 1000;
      story.at(inParis(from), async () => {
        const frame = {
          departmentId: service.departmentId,
          mode: told.mode,
          committedCost: cents(told.committed),
          spentCost: cents(told.spent),
          outcome: setFrench(told.outcome ?? ''),
        };
        const act = actOf(place, townHall.officer);
        expectOk(await saveFrame(db, act, named, frame, markFrame(realisation)), title);
        const target = { kind: REALISATION, id: realisation.id };
        await follow(db, organisation.id, target, follower.id);
      });
      const act = actOf(place, service.referent);
      for (const news of told.news)
        story.at(inParis(`${news.on} 11:30`), () => publish(place, act, named, news));
      const { later, halted } = told;
      if (later)
        story.at(inParis(`${later.on} 17:05`), async () => {
          for (const stage of STAGES.filter((one) => later.months[one])) {
            const step = { ...UNTOLD, plannedOn: later.months[stage]!, plannedIsMonth: true };
            expectOk(await saveStep(db, act, named, stage, step), title);
          }
        });
      if (halted)
        story.at(inParis(`${halted.on} 17:10`), async () => {
          const { how, reason } = halted;
          expectOk(await haltRealisation(db, act, named, how, setFrench(reason)), title);
        });
    }
  });
}

async function publish(
  place: Place,
  act: { organisationId: string; by: string | null },
  named: { realisationId: string; editionId: string; number: number; title: string },
  { title, body, picture }: ToldProject['news'][number],
): Promise<void> {
  const { db, folders } = place;
  const text = { title: setFrench(title), body: setFrench(body) };
  const id = await writePost(db, act, named.realisationId, text);
  if (picture) {
    const alt = setFrench(picture.alt);
    const upload = await takePicture(picture.scene);
    expectOk(await addPicture(db, openStorage(folders), act, id, upload, alt), title);
  }
  await actOnPost(db, act, named, id, 'publish');
}
