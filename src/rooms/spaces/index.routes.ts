export { shareGround } from './maps/ground.routes.ts';
export { goOn } from './setup/part.routes.tsx';
