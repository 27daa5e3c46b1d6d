import { dayInParis, readDay, readTime, toInstant } from '../../../platform/clock/paris.ts';
import { readNow } from '../../../platform/database/database.ts';
import { post, type Route } from '../../../platform/http/route.ts';
import { seeOther } from '../../../platform/http/visit.ts';
import { urls } from '../../../urls.ts';
import { findPromotionPause } from '../../organisations/index.ts';
import { checkReason } from '../news.ts';
import { actOf } from '../office/office-visit.routes.tsx';
import { loadNewsletter, showConfirm } from './newsletter-visit.routes.tsx';
import { PLAN_NAMES, planWords, sendWords } from './newsletter-words.page.ts';
import { checkPlan } from './plan.ts';
import { planSending, unplanSending } from './planning.store.ts';

/** Where no hour is typed. */
const USUAL_TIME = '08:00';

/** A newsletter leaves at a day and hour that the office chooses, changes or gives up until then (R41). */
export const planRoutes: readonly Route[] = [
  post(urls.adminNewsletterPlan, 'communicator', async (visit) => {
    const newsletter = await loadNewsletter(visit);
    const { db, organisation } = visit;
    const address = urls.adminNewsletter({ newsletter: newsletter.id });
    if (newsletter.sending) return seeOther(visit, address, 'newsletter-sent-already');
    const form = await visit.form();
    const part = (name: string) => form.text(`${PLAN_NAMES.date}-${name}`);
    const moment = {
      day: part('day'),
      month: part('month'),
      year: part('year'),
      time: part('time'),
    };
    const reason = form.text(PLAN_NAMES.reason);
    const [day, time] = [readDay(moment), readTime(moment.time || USUAL_TIME)];
    const sendsAt = day && time ? toInstant({ day, time }) : null;
    const now = await readNow(db);
    const pause = sendsAt && (await findPromotionPause(db, organisation.id, dayInParis(sendsAt)));
    const refusal = checkPlan(
      { sendsAt, explained: checkReason(reason) === null },
      { now, paused: pause !== null },
    );
    const typed = { moment, reason };
    if (refusal || !sendsAt) {
      const { field, words } = planWords[refusal ?? 'date-unreadable'];
      return showConfirm(visit, newsletter, {
        plan: typed,
        planPause: pause,
        problems: { [field]: words() },
      });
    }
    const at = { id: newsletter.id, version: Number(form.text('version')) || 0 };
    const pauseReason = pause ? reason : '';
    const done = await planSending(db, actOf(visit), at, { sendsAt, pauseReason });
    if (done === 'changed-meanwhile') {
      const { field, words } = sendWords[done];
      return showConfirm(visit, await loadNewsletter(visit), {
        plan: typed,
        planPause: pause,
        problems: { [field]: words() },
        conflict: true,
      });
    }
    return seeOther(visit, address, `newsletter-${done}`);
  }),

  post(urls.adminNewsletterUnplan, 'communicator', async (visit) => {
    const newsletter = await loadNewsletter(visit);
    const done = await unplanSending(visit.db, actOf(visit), newsletter.id);
    const address = urls.adminNewsletter({ newsletter: newsletter.id });
    return seeOther(visit, address, `newsletter-${done}`);
  }),
];
