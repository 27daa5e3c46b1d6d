import type { Room } from '../../platform/room.ts';

/** The shared money of a movement: accounts, entries that nobody rewrites, and the desk that looks after them. */
export const ledgerRoom: Room = {
  name: 'ledger',
  routes: [],
};
