import * as m from '../../paraglide/messages.js';
import { column, editionColumn, placeColumns } from '../../platform/sets/columns.ts';
import { describeSet } from '../../platform/sets/data-set.ts';
import { urls } from '../../urls.ts';
import {
  type MeetingRow,
  meetingRows,
  type RegistrationRow,
  registrationRows,
} from './meeting-rows.store.ts';
import { kindWords, meetingSegment, profileWords } from './meeting-words.page.ts';

export const meetingSet = describeSet<MeetingRow>({
  key: 'rencontres',
  title: m.opendata_meetings,
  meaning: m.opendata_meetings_meaning,
  source: meetingRows,
  columns: [
    editionColumn(),
    column('numero', 'integer', m.opendata_column_meeting_number, '4', ({ number }) => number),
    column('genre', 'text', m.opendata_column_meeting_kind, 'Atelier', ({ kind }) =>
      kindWords[kind](),
    ),
    column(
      'titre',
      'text',
      m.opendata_column_meeting_title,
      'Atelier d’idées',
      ({ title }) => title,
    ),
    column(
      'description',
      'text',
      m.opendata_column_description,
      'Venez avec vos idées.',
      ({ description }) => description || null,
    ),
    column(
      'debut',
      'instant',
      m.opendata_column_starts,
      '2026-03-14T13:00:00.000Z',
      ({ startsAt }) => startsAt,
    ),
    column(
      'fin',
      'instant',
      m.opendata_column_ends,
      '2026-03-14T15:00:00.000Z',
      ({ endsAt }) => endsAt,
    ),
    ...placeColumns<MeetingRow>(),
    column('places', 'integer', m.opendata_column_capacity, '40', ({ capacity }) => capacity),
    column(
      'annulee',
      'boolean',
      m.opendata_column_cancelled,
      'false',
      ({ isCancelled }) => isCancelled,
    ),
    column(
      'habitants_presents',
      'integer',
      m.opendata_column_residents,
      '31',
      ({ residents }) => residents,
    ),
    column(
      'adresse',
      'address',
      m.opendata_column_address,
      'https://…/agenda/4-atelier-d-idees',
      (meeting, { origin }) => origin + urls.meeting({ meeting: meetingSegment(meeting) }),
    ),
  ],
});

/** For the office: who comes. */
export const registrationSet = describeSet<RegistrationRow>({
  key: 'inscriptions',
  audience: 'office',
  isPersonal: true,
  title: m.opendata_registrations,
  meaning: m.opendata_registrations_meaning,
  source: registrationRows,
  columns: [
    column('numero', 'integer', m.opendata_column_meeting_number, '4', ({ number }) => number),
    column(
      'titre',
      'text',
      m.opendata_column_meeting_title,
      'Atelier d’idées',
      ({ title }) => title,
    ),
    column(
      'debut',
      'instant',
      m.opendata_column_starts,
      '2026-03-14T13:00:00.000Z',
      ({ startsAt }) => startsAt,
    ),
    column('nom', 'text', m.opendata_column_person_name, 'Lucienne Aubry', ({ name }) => name),
    column(
      'courriel',
      'text',
      m.opendata_column_email,
      'lucienne@exemple.fr',
      ({ email }) => email,
    ),
    column('profil', 'text', m.opendata_column_profile, 'Habitant·e', ({ profile }) =>
      profileWords[profile](),
    ),
    column('a_une_place', 'boolean', m.opendata_column_seated, 'true', ({ isSeated }) => isSeated),
    column(
      'inscrit_le',
      'instant',
      m.opendata_column_registered,
      '2026-03-02T09:30:00.000Z',
      (row) => row.changedAt,
    ),
  ],
});
