import type { Database } from '../../../platform/database/database.ts';
import type { Jobs } from '../../../platform/jobs/worker.ts';
import { forgetSpentCode, type Owner } from './app.store.ts';
import { forgetChallenge } from './passkey.store.ts';

/** What served for a few minutes is forgotten: nothing finer than a day stays bound to a person. */
export function factorJobs({ db }: { db: Database }): Jobs {
  return {
    'forget-spent-code': ({ mark, ...owner }: Owner & { mark: string }) =>
      forgetSpentCode(db, owner, mark),
    'forget-challenge': ({
      organisationId,
      challenge,
    }: {
      organisationId: string;
      challenge: string;
    }) => forgetChallenge(db, organisationId, challenge),
  };
}
