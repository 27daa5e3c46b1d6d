import type { Tx } from '../../../platform/database/database.ts';

/** Writes letters in the transaction of what they tell: they leave if and only if it is kept. */
export type Letters<About = void> = (tx: Tx, about: About) => Promise<void>;

/** For seeds: nobody is written to. */
export const NO_LETTERS = async (): Promise<void> => {};
