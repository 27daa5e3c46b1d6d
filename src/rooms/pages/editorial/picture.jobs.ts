import { openStorage } from '../../../platform/files/index.ts';
import type { Jobs } from '../../../platform/jobs/worker.ts';
import type { Tools } from '../../../platform/room.ts';
import { forgetUnplaced } from './picture.store.ts';

/** Pictures that were sent and never placed disappear, as files of other drafts do. */
export const pictureJobs = ({ db, config }: Tools): Jobs => ({
  'forget-unplaced-picture': (picture: Parameters<typeof forgetUnplaced>[2]) =>
    forgetUnplaced(db, openStorage(config), picture),
});
