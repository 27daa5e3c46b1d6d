import { address } from './platform/http/address.ts';

/** Public events. A part of `urls`, which everybody asks. */
export const urlsOfMeetings = {
  /** `quand=passes`, `edition`, `genre`, `apres`: the meeting after which the page begins. */
  agenda: address('/agenda'),
  /** The same as a calendar that agenda programs follow: `edition`, `genre`. */
  agendaFeed: address('/agenda.ics'),
  meeting: address('/agenda/:meeting'),
  meetingIcs: address('/agenda/:meeting/agenda.ics'),
  meetingRegister: address('/agenda/:meeting/inscription'),
  meetingWithdraw: address('/agenda/:meeting/desinscription'),
  /** By its host, or the team of its space. */
  meetingChange: address('/agenda/:meeting/modifier'),
  meetingCancel: address('/agenda/:meeting/annuler'),
  meetingClose: address('/agenda/:meeting/cloturer'),
  /** The programme of a congress, session by session. */
  programme: address('/agenda/:meeting/programme'),
  ownProgramme: address('/agenda/:meeting/mon-programme'),
  ownProgrammeIcs: address('/agenda/:meeting/mon-programme.ics'),
  newSession: address('/agenda/:meeting/seances/nouvelle'),
  changeSession: address('/agenda/:meeting/seances/:session/modifier'),
  cancelSession: address('/agenda/:meeting/seances/:session/annuler'),
  sessionSignUp: address('/agenda/:meeting/seances/:session/inscription'),
  sessionGiveUp: address('/agenda/:meeting/seances/:session/desinscription'),
  /** `apres`: the person after whom the page begins. */
  sessionPeople: address('/agenda/:meeting/seances/:session/inscrits'),
  sessionCsv: address('/agenda/:meeting/seances/:session/inscrits.csv'),
  /** `quand=passes`, `categorie`, `cadre` (of the map), `apres`: the event after which the page begins. */
  spaceEvents: address('/espaces/:space/evenements/:component'),
  spaceEventsFeed: address('/espaces/:space/evenements/:component/agenda.ics'),
  proposeEvent: address('/espaces/:space/evenements/:component/proposer'),
  themeFeed: address('/espaces/:space/themes/:theme/agenda.ics'),
  /** From a mail; the token is the right to it. */
  registrationConfirm: address('/agenda/inscriptions/:token/confirmer'),
  registrationWithdraw: address('/agenda/inscriptions/:token/annuler'),
  /** Where one is expected, and what one is registered for. */
  ownAgenda: address('/mon-espace/agenda'),
  /** What somebody of the town is expected at, as agenda programs read it; the token is the right to it. */
  ownAgendaFeed: address('/mon-espace/agenda/:token/agenda.ics'),
  adminMeetings: address('/administration/agenda'),
  /** `edition`, `genre`, `sujet`: what the form begins with. */
  adminNewMeeting: address('/administration/agenda/nouveau'),
  adminMeeting: address('/administration/agenda/:meeting'),
  adminMeetingChange: address('/administration/agenda/:meeting/modifier'),
  adminMeetingPublish: address('/administration/agenda/:meeting/publier'),
  adminMeetingCancel: address('/administration/agenda/:meeting/annuler'),
  adminMeetingRemove: address('/administration/agenda/:meeting/supprimer'),
  adminMeetingCsv: address('/administration/agenda/:meeting/inscrits.csv'),
  adminRegistrationRemove: address(
    '/administration/agenda/:meeting/inscrits/:registration/retirer',
  ),
  adminMeetingPresence: address('/administration/agenda/:meeting/presences'),
  adminMeetingReport: address('/administration/agenda/:meeting/bilan'),
  adminMeetingPhotos: address('/administration/agenda/:meeting/photos'),
  adminMeetingPhotoRemove: address('/administration/agenda/:meeting/photos/:photo/retirer'),
} as const;
