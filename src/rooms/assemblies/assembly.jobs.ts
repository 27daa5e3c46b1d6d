import { originOf } from '../../platform/http/origin.ts';
import type { Jobs } from '../../platform/jobs/worker.ts';
import type { JobTools } from '../../platform/room.ts';
import { findComponentById, findSpaceById, listSpaceReaders } from '../consultations/index.ts';
import { findMeeting } from '../meetings/index.ts';
import { findOrganisation } from '../organisations/index.ts';
import { tellVoters } from './assembly.mails.ts';
import { findAssemblyById, listItems, listVoters } from './assembly.store.ts';
import type { AssemblyNews } from './assembly-writing.store.ts';
import { closeVote } from './vote.store.ts';
import { findAssemblyOfVote } from './vote-rows.store.ts';

/** Letters of one transaction. */
const BATCH = 500;

/** What goes on by itself: boxes are counted after their close, and those on the roll are told. */
export const assemblyJobs = ({ db, config }: JobTools): Jobs => ({
  'count-assembly-vote': async ({
    organisationId,
    voteId,
  }: {
    organisationId: string;
    voteId: string;
  }) => {
    const assembly = await findAssemblyOfVote(db, organisationId, voteId);
    if (assembly) await closeVote(db, config, { organisationId, by: null }, assembly, voteId);
  },

  // heard twice, each is told once
  'tell-assembly': async ({ organisationId, assemblyId, news }: AssemblyNews) => {
    const assembly = await findAssemblyById(db, organisationId, assemblyId);
    const organisation = assembly && (await findOrganisation(db, organisationId));
    if (!assembly || !organisation) return;
    const [space, component, meeting, items, voters] = await Promise.all([
      findSpaceById(db, organisationId, assembly.spaceId),
      findComponentById(db, organisationId, assembly.componentId),
      findMeeting(db, organisationId, { id: assembly.meetingId }),
      listItems(db, organisationId, assembly.id),
      listVoters(db, organisationId, assembly.id),
    ]);
    if (!space || !component || !meeting) return;
    const origin = originOf(organisation.host, config);
    const told = { organisation, origin, space, component, assembly, meeting, items };
    const ids = voters.map(({ personId }) => personId);
    for (let at = 0; at < ids.length; at += BATCH)
      await db.transaction().execute(async (tx) => {
        const some = ids.slice(at, at + BATCH);
        await tellVoters(
          tx,
          news,
          told,
          await listSpaceReaders(tx, organisationId, space.id, some),
        );
      });
  },
});
