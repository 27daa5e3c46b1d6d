import * as m from '../../../paraglide/messages.js';
import type { Problems } from '../../../ui/form.tsx';
import { type PictureProblem, sayPictureProblem } from '../posts/words.page.ts';
import { MOST_PHOTOS, type PhotoRefusal } from './inauguration.ts';

export type PhotoProblem = PhotoRefusal | Exclude<PictureProblem, 'too-many-pictures'>;

export const sayPhotoProblem = (problem: PhotoProblem): Problems =>
  problem === 'too-many-photos'
    ? { file: m.together_refused_photos({ max: MOST_PHOTOS }) }
    : sayPictureProblem(problem);
