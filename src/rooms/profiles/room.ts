import * as m from '../../paraglide/messages.js';
import type { Room } from '../../platform/room.ts';
import { COUNT_JOB, eraseOwnAnswers, readOwnAnswers } from './fields/answer.store.ts';
import { fieldsRoutes } from './fields/fields.routes.tsx';
import { countFigures } from './fields/figure.store.ts';
import { figuresRoutes } from './fields/figures.routes.tsx';
import { ownProfileRoutes } from './fields/own-profile.routes.tsx';
import { endOwnLabel } from './officials/official.store.ts';
import { officialsRoutes } from './officials/officials.routes.tsx';
import {
  eraseClosing,
  PROFILE_COLUMNS,
  readOwnClosing,
  readOwnLabels,
} from './public/profile.store.ts';
import { publicProfileRoutes } from './public/public-profile.routes.tsx';

export const profilesRoom: Room = {
  name: 'profiles',
  routes: [
    ...fieldsRoutes,
    ...figuresRoutes,
    ...ownProfileRoutes,
    ...officialsRoutes,
    ...publicProfileRoutes,
  ],
  jobs: ({ db }) => ({
    [COUNT_JOB]: ({ organisationId }: { organisationId: string }) =>
      countFigures(db, organisationId),
  }),
  personalData: {
    columns: PROFILE_COLUMNS,
    sections: [
      { key: 'profile-answers', title: m.profiles_personal_answers, read: readOwnAnswers },
      { key: 'official-labels', title: m.profiles_personal_labels, read: readOwnLabels },
      { key: 'closed-profile', title: m.profiles_personal_closing, read: readOwnClosing },
    ],
    async erase(tx, owner) {
      await eraseClosing(tx, owner);
      await endOwnLabel(tx, owner);
      return eraseOwnAnswers(tx, owner);
    },
  },
  notices: {
    'profile-field-added': { tone: 'success', words: m.profiles_notice_field_added },
    'profile-field-closed': { tone: 'success', words: m.profiles_notice_field_closed },
    'profile-answers-saved': { tone: 'success', words: m.profiles_notice_answers_saved },
    'profile-answers-erased': { tone: 'success', words: m.profiles_notice_answers_erased },
    'official-given': { tone: 'success', words: m.profiles_notice_official_given },
    'official-taken-back': { tone: 'success', words: m.profiles_notice_official_taken },
    'profile-closed': { tone: 'success', words: m.profiles_notice_closed },
    'profile-opened': { tone: 'success', words: m.profiles_notice_opened },
  },
};
