import { readNow } from '../../../platform/database/database.ts';
import { findFile } from '../../../platform/files/index.ts';
import { UPLOAD_LIMIT } from '../../../platform/http/form.ts';
import { found } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { closeCriteria } from '../criteria-form.routes.ts';
import { type Edition, hasBegun } from '../edition.ts';
import {
  listDifferences,
  readSettings,
  readTyped,
  SETTINGS_NAMES,
  typeSettings,
} from '../edition-form.routes.ts';
import {
  conflictWords,
  problemWords,
  type SettingsProblems,
  savingWords,
  type Typed,
} from '../edition-form-words.page.ts';
import { type EditionSettings, settingsOf } from '../edition-settings.ts';
import { changeSettings, markFields, markSettings } from '../edition-writing.store.ts';
import { closeEnvelopes, proposeRows } from '../envelope-form.routes.ts';
import { findOrphans, followNames, shareAnew } from '../envelopes.ts';
import { actOf, findEditionToChange, unlessFaulty } from '../office-visit.routes.ts';
import { writeRules } from '../rules/rules-words.page.ts';
import { forgetDecisionFile, readDecisionFile } from './decision-file.routes.ts';
import { PreviewButton } from './help-fields.page.tsx';
import { PartFields } from './part-fields.page.tsx';
import { PartFrame } from './part-frame.page.tsx';
import { keepPart } from './part-kept.store.ts';
import { partHref, partWords } from './part-words.page.ts';
import {
  FIELDS,
  findSettingsPart,
  isOfPart,
  type Part,
  partAfter,
  type SettingsPart,
} from './parts.ts';
import { RulesPreview } from './rules-fields.page.tsx';

/** One part of the settings on each page: before the opening a step of the wizard, later a form by itself. */
export const partRoutes: readonly Route[] = [
  get(urls.adminEditionPart, 'officer', async (visit) => {
    const part = found(findSettingsPart(visit.params.part));
    const edition = await findEditionToChange(visit);
    return partPage(visit, edition, part, proposeRows(typeSettings(settingsOf(edition)), edition));
  }),

  post(
    urls.adminEditionPart,
    'officer',
    async (visit) => {
      const part = found(findSettingsPart(visit.params.part));
      const edition = await findEditionToChange(visit);
      const form = await visit.form();
      const mark = form.text('mark');
      const typed = closeCriteria(
        closeEnvelopes({
          ...typeSettings(settingsOf(edition)),
          ...readTyped(
            form,
            SETTINGS_NAMES.filter((name) => isOfPart(part, name)),
          ),
        }),
      );
      const voteHasBegun = hasBegun(edition, 'vote', await readNow(visit.db));
      const read = readSettings(typed, edition, voteHasBegun);
      if (form.text('act') === 'preview')
        return partPage(visit, edition, part, typed, { mark, preview: read.settings });
      const problems = problemWords({
        ...(part === 'places' && findOrphans(mergePart(edition, part, read.settings))),
        ...ofPart(part, read.problems),
      });
      const file = part === 'rules' ? await readDecisionFile(visit, edition, form) : null;
      if (file && !file.ok) problems.decisionFile = file.problem;
      if (Object.keys(problems).length > 0) {
        if (file?.ok) await file.undo();
        return partPage(visit, edition, part, typed, { mark, problems });
      }
      const wanted = {
        ...read.settings,
        ...(file?.ok && { councilDecisionFile: file.fileId }),
      };
      const saved = await savePart(visit, edition, part, wanted, mark);
      if (!saved.ok) {
        if (file?.ok) await file.undo();
        if (saved.refusal !== 'changed-meanwhile')
          return partPage(visit, edition, part, typed, {
            mark,
            problems: savingWords(saved.refusal),
          });
        const theirs = typeSettings(settingsOf(saved.edition));
        const differences = listDifferences(typeSettings(wanted), theirs);
        return partPage(visit, saved.edition, part, typed, {
          problems: conflictWords(
            Object.fromEntries(
              Object.entries(differences).filter(([field]) => isOfPart(part, field)),
            ),
          ),
          conflict: true,
        });
      }
      if (file?.ok) await forgetDecisionFile(visit, edition, saved.edition);
      return goOn(visit, saved.edition, part, form.text('act') === 'leave');
    },
    { bodyLimit: UPLOAD_LIMIT },
  ),
];

/** What others save in other parts at this very moment is kept: only a change of this part is a conflict. */
async function savePart(
  visit: SignedInVisit,
  edition: Edition,
  part: SettingsPart,
  wanted: EditionSettings,
  mark: string,
): ReturnType<typeof changeSettings> {
  let before = edition;
  for (;;) {
    if (mark !== markFields(before, FIELDS[part]))
      return { ok: false, refusal: 'changed-meanwhile', edition: before };
    const settings = mergePart(before, part, wanted);
    const by = actOf(visit);
    const written = await changeSettings(visit.db, by, before.id, settings, markSettings(before));
    if (written.ok || written.refusal !== 'changed-meanwhile') return written;
    before = written.edition;
  }
}

/** The settings as they are, with one part as it is wanted; envelopes follow the districts they pay for. */
function mergePart(before: Edition, part: SettingsPart, wanted: EditionSettings): EditionSettings {
  const own = Object.fromEntries(FIELDS[part].map((field) => [field, wanted[field]]));
  const settings: EditionSettings = { ...settingsOf(before), ...own };
  if (part !== 'places') return settings;
  const names = { ...before, categories: before.categories.map(({ name }) => name) };
  const envelopes = followNames(settings.envelopes, names, settings);
  return {
    ...settings,
    envelopes:
      before.openedAt === null
        ? shareAnew(envelopes, before.districts.length, settings.districts)
        : envelopes,
  };
}

function ofPart(part: SettingsPart, problems: SettingsProblems): SettingsProblems {
  return Object.fromEntries(Object.entries(problems).filter(([field]) => isOfPart(part, field)));
}

/** To the next part while an edition is being prepared; otherwise back to where all parts are. */
export async function goOn(
  visit: SignedInVisit,
  edition: Edition,
  part: Part,
  leaves: boolean,
): Promise<Response> {
  const at = { edition: edition.slug };
  if (edition.openedAt !== null)
    return seeOther(
      visit,
      urls.adminEditionSettings(at),
      part === 'calendar' ? 'edition-calendar-changed' : 'edition-settings-changed',
    );
  await keepPart(visit.db, actOf(visit), edition.id, part);
  if (leaves) return seeOther(visit, urls.adminEditionSettings(at), 'edition-part-kept');
  const next = partAfter(part);
  return seeOther(visit, next ? partHref(next, edition.slug) : urls.adminEditionOpen(at));
}

interface Shown {
  problems?: Problems;
  /** Of the version that was being changed; that of the edition as it is now, unless said. */
  mark?: string;
  conflict?: boolean;
  /** What is shown as it would be read; as it is kept, unless said. */
  preview?: EditionSettings;
}

async function partPage(
  { db, organisation }: SignedInVisit,
  edition: Edition,
  part: SettingsPart,
  typed: Typed,
  {
    problems = {},
    mark = markFields(edition, FIELDS[part]),
    conflict = false,
    preview = settingsOf(edition),
  }: Shown = {},
): Promise<Answer> {
  const file =
    part === 'rules' && edition.councilDecisionFile !== null
      ? await findFile(db, organisation.id, edition.councilDecisionFile)
      : null;
  return page({
    title: partWords[part].name(),
    section: 'admin',
    ...unlessFaulty(problems),
    ...(conflict && { status: 409, faulty: true }),
    body: (
      <PartFrame
        edition={edition}
        part={part}
        problems={problems}
        mark={mark}
        conflict={conflict}
        upload={part === 'rules'}
        {...((part === 'help' || part === 'rules') && { more: <PreviewButton /> })}
        {...(part === 'rules' && {
          after: (
            <RulesPreview
              articles={writeRules({
                organisation: organisation.name,
                currency: edition.currency,
                settings: preview,
                phases: edition.phases,
              })}
            />
          ),
        })}
      >
        <PartFields
          part={part}
          edition={edition}
          typed={typed}
          problems={problems}
          decisionFile={
            file && { name: file.name, href: urls.file({ file: `${file.fileId}.pdf` }) }
          }
        />
      </PartFrame>
    ),
  });
}
