import { createHash } from 'node:crypto';
import * as m from '../../paraglide/messages.js';
import { readStatements } from '../../platform/bank/read-statements.ts';
import {
  STATEMENT_BYTES,
  type Statement,
  type StatementRefusal,
} from '../../platform/bank/statement.ts';
import { countHit } from '../../platform/http/limits.ts';
import { found } from '../../platform/http/refused.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../platform/http/visit.ts';
import { withLocale } from '../../platform/locale/locale.ts';
import { isUuid } from '../../platform/text/uuid.ts';
import type { Problems } from '../../ui/form.tsx';
import { urls } from '../../urls.ts';
import { inMovements } from '../groups/index.routes.ts';
import { countOpenLines, listLines } from './line.store.ts';
import { actOf } from './load.routes.ts';
import { listPayerAccounts, openPayerAccount } from './payer-account.store.ts';
import { readPayer } from './payment.ts';
import { findStatement, importStatements, listStatements, matchLines } from './statement.store.ts';
import {
  COLUMN_FIELDS,
  type ColumnName,
  StatementPage,
  StatementsPage,
  type TypedFile,
} from './statements.page.tsx';
import { sayReturn } from './words.page.ts';

const FILES_AN_HOUR = 60;
const LINES_SHOWN = 2000;

const fileProblems: Record<StatementRefusal, (inputs: { row: number }) => string> = {
  'file-empty': m.payments_file_empty,
  'file-too-large': m.payments_file_too_large,
  'file-kind': m.payments_file_kind,
  'file-damaged': m.payments_file_damaged,
  'file-active': m.payments_file_active,
  'no-statement': m.payments_file_nothing,
  'too-many-movements': m.payments_file_too_many,
  'other-currency': m.payments_file_currency,
  'unreadable-amount': m.payments_file_amount,
  'unreadable-day': m.payments_file_day,
  'unknown-columns': m.payments_file_columns,
};

/** Statements of the bank, brought in as files. */
export const statementRoutes: readonly Route[] = inMovements([
  get(urls.bankStatements, 'finance', (visit) => statementsPage(visit)),

  post(
    urls.bankStatements,
    'finance',
    async (visit) => {
      const { db, visitor, organisation } = visit;
      await countHit(db, { key: `statement:${visitor.id}`, hits: FILES_AN_HOUR, seconds: 3600 });
      const form = await visit.form();
      const columns: Partial<Record<ColumnName, string>> = {};
      for (const column of Object.keys(COLUMN_FIELDS) as ColumnName[]) {
        const named = form.text(COLUMN_FIELDS[column]);
        if (named !== '') columns[column] = named;
      }
      const typed: TypedFile = { payer: form.text('compte'), headings: [], columns };
      const [file] = form.files('fichier');
      if (!file) return statementsPage(visit, typed, { fichier: m.payments_file_missing() });
      const bytes = Buffer.from(await file.arrayBuffer());
      const read = readStatements(bytes, columns);
      if (!read.ok) {
        const words = fileProblems[read.refusal]({ row: read.row ?? 0 });
        return statementsPage(
          visit,
          { ...typed, headings: read.columns ?? [] },
          { fichier: words },
        );
      }
      const own = await findOwn(visit, read.statements, readPayer(typed.payer));
      if (own.length === 0)
        return statementsPage(visit, typed, { fichier: m.payments_file_other_account() });
      const imported = await importStatements(db, actOf(visit), {
        format: read.format,
        name: file.name.normalize('NFC').replaceAll(/[\p{Cc}\p{Cf}]/gu, ''),
        sha256: createHash('sha256').update(bytes).digest('hex'),
        statements: own,
      });
      if (!imported.ok)
        return statementsPage(visit, typed, { fichier: m.payments_file_same() }, 409);
      // groups read the reason in the language of the organisation
      await matchLines(db, actOf(visit), (code) =>
        withLocale(organisation.defaultLocale, () => sayReturn(code)),
      );
      const open = await countOpenLines(db, organisation.id);
      return seeOther(
        visit,
        open > 0 ? urls.bankLines() : urls.bankStatements(),
        imported.fresh > 0 ? 'statement-imported' : 'statement-known',
      );
    },
    { bodyLimit: STATEMENT_BYTES + 64 * 1024 },
  ),

  get(urls.bankStatement, 'finance', async ({ db, organisation, params }) => {
    const statement = found(
      isUuid(params.statement) ? await findStatement(db, organisation.id, params.statement) : null,
      'bank-statement',
    );
    return page({
      title: m.payments_statement_title({ file: statement.fileName }),
      section: 'finances',
      body: (
        <StatementPage
          statement={statement}
          lines={await listLines(db, organisation.id, statement.id, LINES_SHOWN)}
        />
      ),
    });
  }),
]);

/** Those of accounts that pay; a file that does not say whose it is, is of the account that somebody chose. */
async function findOwn(
  { db, config, organisation }: SignedInVisit,
  statements: readonly Statement[],
  chosen: 'usual' | 'campaign',
) {
  const accounts = await listPayerAccounts(db, organisation.id);
  const opened = new Map<string, string>();
  for (const { kind, ibanLast4 } of accounts) {
    const details = await openPayerAccount(db, config, organisation.id, kind);
    if (details) opened.set(details.iban, ibanLast4);
    if (kind === chosen) opened.set('', ibanLast4);
  }
  return statements.flatMap((one) => {
    const accountLast4 = opened.get(one.iban);
    return accountLast4 === undefined ? [] : [{ ...one, accountLast4 }];
  });
}

async function statementsPage(
  { db, organisation }: SignedInVisit,
  typed: TypedFile = { payer: '', headings: [], columns: {} },
  problems: Problems = {},
  status: 409 | 422 = 422,
): Promise<Answer> {
  const [accounts, statements, open] = await Promise.all([
    listPayerAccounts(db, organisation.id),
    listStatements(db, organisation.id),
    countOpenLines(db, organisation.id),
  ]);
  return page({
    title: m.payments_statements_title(),
    section: 'finances',
    ...(Object.keys(problems).length > 0 && { status, faulty: true }),
    body: <StatementsPage {...{ accounts, statements, open, typed, problems }} />,
  });
}
