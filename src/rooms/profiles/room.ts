import * as m from '../../paraglide/messages.js';
import type { Room } from '../../platform/room.ts';
import { COUNT_JOB, eraseOwnAnswers, readOwnAnswers } from './fields/answer.store.ts';
import { fieldsRoutes } from './fields/fields.routes.tsx';
import { countFigures } from './fields/figure.store.ts';
import { figuresRoutes } from './fields/figures.routes.tsx';
import { ownProfileRoutes } from './fields/own-profile.routes.tsx';

export const profilesRoom: Room = {
  name: 'profiles',
  routes: [...fieldsRoutes, ...figuresRoutes, ...ownProfileRoutes],
  jobs: ({ db }) => ({
    [COUNT_JOB]: ({ organisationId }: { organisationId: string }) =>
      countFigures(db, organisationId),
  }),
  personalData: {
    columns: {},
    sections: [
      { key: 'profile-answers', title: m.profiles_personal_answers, read: readOwnAnswers },
    ],
    erase: eraseOwnAnswers,
  },
  notices: {
    'profile-field-added': { tone: 'success', words: m.profiles_notice_field_added },
    'profile-field-closed': { tone: 'success', words: m.profiles_notice_field_closed },
    'profile-answers-saved': { tone: 'success', words: m.profiles_notice_answers_saved },
    'profile-answers-erased': { tone: 'success', words: m.profiles_notice_answers_erased },
  },
};
