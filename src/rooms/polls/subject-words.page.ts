import * as m from '../../paraglide/messages.js';
import type { Subject } from './settings.ts';

interface SubjectWords {
  /** One line of the ballot, as the head of a column. */
  one: () => string;
  lead: (said: { count: number; total: number }) => string;
  leadNone: (said: { total: number }) => string;
  winners: () => string;
  statWinners: (said: { count: number }) => string;
  /** « sur 12 soumis au vote » */
  statOf: (said: { number: string }) => string;
  won: () => string;
  lost: () => string;
  why: () => string;
}

/** What a result says differently of projects, of people and of questions. */
export const subjectWords: Record<Subject, SubjectWords> = {
  projects: {
    one: m.results_one_project,
    lead: m.results_lead_projects,
    leadNone: m.results_lead_none_projects,
    winners: m.results_winners_projects,
    statWinners: m.results_stat_winners_projects,
    statOf: m.results_stat_of_projects,
    won: m.results_won_project,
    lost: m.results_lost_project,
    why: m.results_why_projects,
  },
  people: {
    one: m.results_one_person,
    lead: m.results_lead_people,
    leadNone: m.results_lead_none_people,
    winners: m.results_winners_people,
    statWinners: m.results_stat_winners_people,
    statOf: m.results_stat_of,
    won: m.results_won_person,
    lost: m.results_lost_person,
    why: m.results_why_people,
  },
  questions: {
    one: m.results_one_question,
    lead: m.results_lead_questions,
    leadNone: m.results_lead_none_questions,
    winners: m.results_winners_questions,
    statWinners: m.results_stat_winners_questions,
    statOf: m.results_stat_of,
    won: m.results_won_question,
    lost: m.results_lost_question,
    why: m.results_why_questions,
  },
};
