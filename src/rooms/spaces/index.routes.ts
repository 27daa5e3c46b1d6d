export { shareGround } from './maps/ground.routes.ts';
