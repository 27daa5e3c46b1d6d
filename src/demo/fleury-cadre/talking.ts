/** Notes, exchanges, the team of a study, and ideas that are brought together. */
import {
  answerMerge,
  insertMessage,
  proposeMerge,
  setTeamMember,
  tellHolders,
} from '../../rooms/review/index.ts';
import type { Member } from '../place.ts';
import { expectOk, type Story } from '../story.ts';
import { setFrench } from '../typography.ts';
import { actBy, findIdeaCalled, type Stage, type StudiedIdea, serviceOf } from './stage.ts';
import { merges, talk, teams } from './talk.ts';

const DAYS_TO_ANSWER = 14;

export function writeTalk(story: Story, stage: Stage): void {
  const { place, edition, townHall } = stage;
  const { db, organisation } = place;
  const at = ({ id }: StudiedIdea) => ({
    organisationId: organisation.id,
    editionId: edition.id,
    ideaId: id,
  });
  for (const [title, service] of Object.entries(teams))
    story.at(stage.day(-7, '09:50'), async () => {
      const idea = findIdeaCalled(stage, title);
      const { officer } = townHall;
      const members = [
        ['holder', idea.authorId!],
        ['officer', officer.id],
        ['technician', serviceOf(stage, service).referent.id],
      ] as const;
      await db.transaction().execute(async (tx) => {
        for (const [part, id] of members) await setTeamMember(tx, at(idea), part, id, officer.id);
      });
    });
  for (const [title, messages] of Object.entries(talk))
    for (const { channel, day, time, by, body, mentions = [] } of messages)
      story.at(stage.day(day, time), async () => {
        const idea = findIdeaCalled(stage, title);
        const member = (who: typeof by): Pick<Member, 'id'> => {
          if (who === 'holder') return { id: idea.authorId! };
          return who === 'officer' ? townHall.officer : serviceOf(stage, who).referent;
        };
        const isService = by !== 'holder' && by !== 'officer';
        await db.transaction().execute((tx) =>
          insertMessage(tx, at(idea), {
            channel,
            side: by === 'holder' ? 'holder' : isService ? 'department' : 'office',
            departmentId: isService ? serviceOf(stage, by).departmentId : null,
            by: member(by).id,
            isRelayed: false,
            body: setFrench(body),
            mentioned: mentions.map((who) => member(who).id),
          }),
        );
      });
}

export function writeMerges(story: Story, stage: Stage): void {
  const { place, edition, townHall } = stage;
  const { db, organisation } = place;
  const about = { organisation, origin: 'http://localhost' };
  for (const { day, title, words, ideas, accepted } of merges) {
    let mergeId = '';
    story.at(stage.day(day, '11:00'), async () => {
      const ids = ideas.map((one) => findIdeaCalled(stage, one).id);
      const proposal = {
        title: setFrench(title),
        words: setFrench(words),
        leadIdeaId: ids[0]!,
        answerBy: stage.date(day + DAYS_TO_ANSWER),
        ideaIds: ids,
      };
      const act = actBy(stage, townHall.officer);
      const proposed = await proposeMerge(db, act, edition.id, proposal, [], (tx, merge) =>
        tellHolders(tx, about, merge),
      );
      mergeId = expectOk(proposed, title).id;
    });
    for (const [idea, days] of Object.entries(accepted))
      story.at(stage.day(day + days, '19:30'), async () => {
        const { id, authorId } = findIdeaCalled(stage, idea);
        const done = await answerMerge(
          db,
          { organisationId: organisation.id, by: authorId! },
          mergeId,
          { ideaIds: [id], answer: 'accepted', words: '', isRelayed: false },
          (tx, merge) => tellHolders(tx, about, merge),
        );
        expectOk(done, `${title}: ${idea}`);
      });
  }
}
