export { holdServerLock } from './lock.ts';
export {
  type EmbeddedPostgres,
  locatePostgres,
  type StartOptions,
  startPostgres,
} from './start.ts';
