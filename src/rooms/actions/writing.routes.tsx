import * as m from '../../paraglide/messages.js';
import type { Form } from '../../platform/http/form.ts';
import { Refused } from '../../platform/http/refused.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../platform/http/visit.ts';
import { readEuros, writeEuros } from '../../platform/money/euros.ts';
import type { Problems } from '../../ui/form.tsx';
import { formatNumber } from '../../ui/format.ts';
import { urls } from '../../urls.ts';
import { inMovements } from '../groups/index.routes.ts';
import { listLines } from './action.store.ts';
import {
  type Action,
  checkAction,
  checkBudget,
  checkLengths,
  isWritable,
  LENGTHS,
  MOST_LINES,
  type WrittenAction,
} from './action.ts';
import { actionSegment } from './action-address.ts';
import { ActionFormPage } from './action-form.page.tsx';
import {
  countRows,
  isFilled,
  type LineRefusal,
  readKind,
  readLines,
  readRows,
  type TypedAction,
} from './action-form.ts';
import { budgetWords, FIELD_NAMES, sayWritten } from './action-words.page.ts';
import { actOf, loadOwnAction, type OwnAction } from './load.routes.ts';
import { saveText } from './proposal.store.ts';

/** The text of a proposal, saved as one types and when it is sent. */
export const writingRoutes: readonly Route[] = inMovements([
  get(urls.proposalText, 'signed-in', async (visit) => {
    const own = await loadWritable(visit);
    const { action, fund } = own;
    if (!isWritable(action)) return seeOther(visit, addressOf(action), 'action-not-writable');
    const lines = await listLines(visit.db, visit.organisation.id, action.id);
    const asked = Number(/^\d{1,2}$/.exec(visit.url.searchParams.get('lignes') ?? '')?.[0] ?? 0);
    // what keeps it from being handed in, beside its field, for whoever asks
    const isChecked = visit.url.searchParams.get('relire') === 'oui';
    const problems = isChecked ? sayWritten(checkAction(action, lines, fund.cap), fund.cap) : {};
    const typed = {
      texts: action,
      lines: lines.map(({ label, amount }) => ({ label, amount: writeEuros(amount) })),
    };
    return formPage(own, typed, problems, { asked, status: 200 });
  }),

  post(urls.proposalText, 'signed-in', async (visit) => {
    const own = await loadWritable(visit);
    const { action } = own;
    if (!isWritable(action)) return seeOther(visit, addressOf(action), 'action-not-writable');
    const form = await visit.form();
    const typed = readTyped(form);
    const { lines, problems } = readBudget(typed, own.fund.cap);
    const lengths = checkLengths(typed.texts);
    Object.assign(problems, sayWritten({ texts: lengths, kind: null, budget: null }, own.fund.cap));
    const asked = countRows(typed.lines.filter(isFilled).length) + 3;
    const version = Number(/^\d{1,9}$/.exec(form.text('version'))?.[0] ?? 0);
    if (Object.keys(problems).length > 0)
      return formPage(own, typed, problems, { unsaved: version === action.version });
    const written = { id: action.id, version };
    const saved = await saveText(visit.db, actOf(visit), written, typed.texts, lines);
    if (saved.ok) {
      if (form.text('geste') !== 'lignes')
        return seeOther(visit, addressOf(saved.action), 'action-saved');
      const at = { action: actionSegment(saved.action) };
      return seeOther(
        visit,
        `${urls.proposalText(at, { lignes: Math.min(asked, MOST_LINES) })}#budget`,
      );
    }
    const now = await loadOwnAction(visit);
    if (saved.refusal === 'not-writable')
      return seeOther(visit, addressOf(now.action), 'action-not-writable');
    return formPage(now, typed, { form: m.propose_problem_meanwhile() }, { status: 409 });
  }),

  /** What the page's script saves as one types: no page comes back. */
  post(urls.proposalAutosave, 'anyone', async (visit) => {
    const { visitor } = visit;
    if (!visitor) return new Response(null, { status: 401 });
    const { action, writes } = await loadOwnAction(visit as SignedInVisit<'action'>);
    if (!writes) return new Response(null, { status: 403 });
    const form = await visit.form();
    const typed = readTyped(form);
    const version = Number(/^\d{1,9}$/.exec(form.text('base'))?.[0] ?? 0);
    const { lines, refused } = readLines(typed.lines, readEuros);
    const saved = await saveText(
      visit.db,
      { organisationId: visit.organisation.id, by: visitor.id },
      { id: action.id, version },
      typed.texts,
      lines,
    );
    if (!saved.ok)
      return new Response(null, { status: saved.refusal === 'not-writable' ? 409 : 412 });
    return new Response(null, {
      status: 204,
      headers: {
        'x-saved-at': String(saved.action.version),
        // a line of the budget that is not whole is no line yet: the device keeps it
        ...(refused.length > 0 && { 'x-saved': 'in-part' }),
      },
    });
  }),
]);

const addressOf = (action: Action): string => urls.proposal({ action: actionSegment(action) });

/** 403 for who is in the group and does not speak for it (R2). */
async function loadWritable(visit: SignedInVisit<'action'>): Promise<OwnAction> {
  const own = await loadOwnAction(visit);
  if (!own.writes) throw new Refused(403, 'role');
  return own;
}

function readTyped(form: Form): TypedAction {
  const text = (field: keyof typeof FIELD_NAMES) => form.text(FIELD_NAMES[field]);
  const texts: WrittenAction = {
    title: text('title').replaceAll(/\s+/g, ' ').trim(),
    summary: text('summary'),
    kind: readKind(form.text('type')),
    description: text('description'),
    involvement: text('involvement'),
    inclusion: text('inclusion'),
    reproduction: text('reproduction'),
    steps: text('steps'),
    materials: text('materials'),
  };
  return { texts, lines: readRows((name) => form.text(name)) };
}

const lineWords: Record<LineRefusal, (number: number) => string> = {
  'label-missing': (number) => m.propose_problem_line_label({ number }),
  'label-too-long': (number) =>
    m.propose_problem_line_long({ number, max: formatNumber(LENGTHS.label) }),
  'no-amount': (number) => m.propose_problem_line_amount({ number }),
  'not-an-amount': (number) => m.propose_problem_line_digits({ number }),
  'negative-amount': (number) => m.propose_problem_line_negative({ number }),
  'amount-too-large': (number) => m.propose_problem_line_large({ number }),
};

/** Its lines, and what is wrong with them beside each field; the sum is under the cap here already (R9). */
function readBudget({ lines: rows }: TypedAction, cap: number) {
  const { lines, refused } = readLines(rows, readEuros);
  const problems: Problems = {};
  for (const { row, field, refusal } of refused)
    problems[`${field === 'label' ? 'depense' : 'montant'}-${row}`] = lineWords[refusal](row);
  const budget = checkBudget(lines, cap);
  if (budget) {
    const first = rows.findIndex(isFilled) + 1;
    problems[`montant-${first}`] ??= budgetWords[budget](cap);
  }
  return { lines, problems };
}

function formPage(
  { action, fund }: Pick<OwnAction, 'action' | 'fund'>,
  typed: TypedAction,
  problems: Problems,
  {
    asked = 0,
    status = 422,
    unsaved = false,
  }: { asked?: number; status?: 200 | 409 | 422; unsaved?: boolean } = {},
): Answer {
  const filled = typed.lines.findLastIndex(isFilled) + 1;
  const blank = { label: '', amount: '' };
  const budget = Array.from(
    { length: countRows(filled, asked) },
    (_, index) => typed.lines[index] ?? blank,
  );
  return page({
    title: m.propose_form_title(),
    section: 'groups',
    scripts: ['draft-autosave.js'],
    ...(Object.keys(problems).length > 0 && { status, faulty: true }),
    body: (
      <ActionFormPage
        action={action}
        cap={fund.cap}
        typed={typed}
        budget={budget}
        problems={problems}
        unsaved={unsaved}
      />
    ),
  });
}
