import type { Room } from '../../platform/room.ts';
import { newsReaders } from './hearing.jobs.ts';
import { forgetActor } from './news.store.ts';
import { tellingJobs } from './telling.jobs.ts';

/** What is told to those who follow ideas, events, spaces and what stands in them. */
export const followingRoom: Room = {
  name: 'following',
  routes: [],
  jobs: tellingJobs,
  readers: newsReaders,
  personalData: {
    columns: { 'untold_news.actor_id': 'removed' },
    sections: [],
    erase: forgetActor,
  },
};
