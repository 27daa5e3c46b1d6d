import * as m from '../../../paraglide/messages.js';
import { type Locale, withLocale } from '../../../platform/locale/locale.ts';
import type { HaltKind, RealisationStep, Stage } from '../realisation.ts';
import { haltWords, sayDay, stageWords } from '../stage.page.tsx';

/** What happened to a realisation that those who follow it are told. */
export type News =
  | { kind: 'post'; title: string; body: string }
  | { kind: 'stage'; stage: Stage; title: string; description: string }
  | { kind: 'halt'; halt: HaltKind; reason: string }
  | { kind: 'resumed' }
  | { kind: 'plan'; step: RealisationStep }
  | { kind: 'frame' };

export interface ToldRealisation {
  organisation: string;
  project: string;
  /** Where it is read, with its host. */
  address: string;
}

/** One letter about one thing, in a reader's language: plain text. */
export function writeNews(
  news: News,
  { organisation, project, address }: ToldRealisation,
  locale: Locale,
): { subject: string; text: string } {
  return withLocale(locale, () => {
    const { subject, paragraphs } = tell(news, project);
    return {
      subject,
      text: [
        ...paragraphs.filter((one) => one !== ''),
        m.deliver_letter_page({ address }),
        organisation,
      ].join('\n\n'),
    };
  });
}

function tell(news: News, project: string): { subject: string; paragraphs: string[] } {
  switch (news.kind) {
    case 'post':
      return {
        subject: m.deliver_letter_post_subject({ project, title: news.title }),
        paragraphs: [m.deliver_letter_post({ project }), news.title, news.body],
      };
    case 'stage': {
      const stage = stageWords[news.stage]();
      return {
        subject: m.deliver_letter_stage_subject({ project, stage }),
        paragraphs: [m.deliver_letter_stage({ project, stage }), news.title, news.description],
      };
    }
    case 'halt': {
      const state = haltWords[news.halt]();
      return {
        subject: m.deliver_letter_halt_subject({ project, state }),
        paragraphs: [m.deliver_letter_halt({ project, state }), news.reason],
      };
    }
    case 'plan': {
      const { plannedOn, plannedIsMonth, doneOn } = news.step;
      const stage = stageWords[news.step.stage]();
      return {
        subject: m.together_letter_plan_subject({ project, stage }),
        paragraphs: [
          m.together_letter_plan({ project, stage }),
          doneOn === null
            ? m.together_letter_plan_date({ date: sayDay(plannedOn, plannedIsMonth) })
            : m.together_letter_plan_done({ date: sayDay(doneOn, news.step.doneIsMonth) }),
        ],
      };
    }
    case 'frame':
      return {
        subject: m.together_letter_frame_subject({ project }),
        paragraphs: [m.together_letter_frame({ project })],
      };
    case 'resumed':
      return {
        subject: m.deliver_letter_resumed_subject({ project }),
        paragraphs: [m.deliver_letter_resumed({ project })],
      };
  }
}
