import type { Jobs } from '../../platform/jobs/worker.ts';
import type { JobTools } from '../../platform/room.ts';
import { closeVote } from './vote.store.ts';
import { findAssemblyOfVote } from './vote-rows.store.ts';

/** Boxes of a secret vote are sealed and counted a little after their close; whoever runs the assembly may ask for it as well. */
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
});
