/** A word for every state of somebody on the roll, and for every reason why an act at the desk is not done. */
import * as m from '../../../paraglide/messages.js';
import type { BirthDateRefusal } from '../../electorate/index.ts';
import type { PaperRefusal, TakenBack } from '../box/paper-vote.store.ts';
import type { DeclaredRefusal, EnvelopeRefusal, RollState } from './desk.ts';

/** `pointName`: of the point where they voted; null: it is gone. */
export function stateWords(state: RollState, pointName: string | null): string {
  const point = pointName ?? m.desk_state_some_point();
  switch (state.kind) {
    case 'not-voted':
      return m.desk_state_not_voted();
    case 'online':
      return m.desk_state_online();
    case 'kiosk':
      return m.desk_state_kiosk({ point });
    case 'paper':
      return m.desk_state_paper({ point });
    case 'refused':
      return m.desk_state_refused();
  }
}

export type DeskRefusal =
  | PaperRefusal
  | Extract<TakenBack, { ok: false }>['refusal']
  | EnvelopeRefusal
  | DeclaredRefusal
  | BirthDateRefusal
  | 'birth-date-missing'
  | 'nothing-to-search'
  | 'nobody-there'
  | 'not-offered'
  | 'too-young'
  | 'state-changed'
  | 'no-kiosk'
  | 'nothing-to-take-back';

const words: Record<DeskRefusal, () => string> = {
  'poll-not-open-yet': m.polls_refused_waiting,
  'poll-closed': m.polls_refused_closed,
  'poll-locked': m.polls_locked,
  'box-out-of-reach': m.polls_refused_box,
  'ballot-copied': m.polls_refused_form,
  'already-cast': m.desk_refused_state_changed,
  'key-used-for-another-ballot': m.desk_refused_state_changed,
  'voted-on-paper': m.desk_refused_on_paper,
  'declared-invalid': m.desk_state_refused,
  'voted-online': m.desk_refused_online,
  'mark-used': m.desk_refused_mark_used,
  'envelope-used': m.desk_refused_envelope_used,
  'envelope-missing': m.desk_refused_envelope_missing,
  'envelope-wrong': m.desk_refused_envelope_wrong,
  'no-paper-here': m.desk_refused_no_paper_here,
  'names-missing': m.desk_refused_names_missing,
  'names-too-long': m.desk_refused_names_too_long,
  'address-missing': m.desk_refused_address_missing,
  'in-register': m.desk_refused_in_register,
  'birth-date-missing': m.desk_refused_birth_missing,
  'birth-date-unreadable': m.desk_refused_birth_unreadable,
  'birth-date-impossible': m.desk_refused_birth_impossible,
  'not-born-yet': m.desk_refused_not_born,
  'too-old': m.desk_refused_too_old,
  'nothing-to-search': m.desk_refused_nothing_to_search,
  'nobody-there': m.desk_refused_nobody_there,
  'not-offered': m.desk_refused_not_offered,
  'too-young': m.desk_refused_too_young,
  'state-changed': m.desk_refused_state_changed,
  'no-kiosk': m.desk_refused_no_kiosk,
  'nothing-to-take-back': m.desk_refused_nothing_to_take_back,
};

export const refusalWords = (refusal: DeskRefusal): string => words[refusal]();

/** `YYYY-MM-DD` as a birth date is read aloud over a desk. */
export function birthWords(birthDate: string): string {
  const [year, month, day] = birthDate.split('-');
  return `${day}/${month}/${year}`;
}
