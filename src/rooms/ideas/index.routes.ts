export { findSeenBoards } from './boards/board-load.routes.ts';
export { readText } from './idea-form.routes.ts';
export { type PlacePart, readPlacePart } from './place/place-form.routes.ts';
