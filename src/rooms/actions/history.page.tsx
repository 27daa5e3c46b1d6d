import * as m from '../../paraglide/messages.js';
import { formatList } from '../../ui/format.ts';
import { Section } from '../../ui/layout.tsx';
import { List } from '../../ui/list.tsx';
import { DateText, Prose } from '../../ui/text.tsx';
import { urls } from '../../urls.ts';
import type { Action } from './action.ts';
import { actionSegment } from './action-address.ts';
import { actWords, criterionWords } from './action-words.page.ts';
import type { ActionAct } from './examination.ts';
import type { Version } from './version.ts';

interface Props {
  action: Action;
  acts: readonly ActionAct[];
  versions: readonly Version[];
  nicknames: ReadonlyMap<string, string>;
  /** Cents: of the fund. */
  cap: number;
}

/** Each time it was handed in, and what was decided, the newest first. */
export function History({ action, acts, versions, nicknames, cap }: Props) {
  const nameOf = (id: string) => nicknames.get(id) ?? m.propose_somebody();
  const at = { action: actionSegment(action) };
  return (
    <>
      {versions.length > 0 && (
        <Section title={m.propose_versions()} id="versions">
          <List label={m.propose_versions()}>
            {versions.map(({ number, submittedAt, submittedBy }) => (
              <p key={number}>
                {m.propose_version_title({ number })}
                {' · '}
                <DateText at={submittedAt} shape="moment" />
                {' · '}
                <bdi>{nameOf(submittedBy)}</bdi>
                {number > 1 && (
                  <>
                    <br />
                    <a href={urls.proposalVersion({ ...at, version: number })}>
                      {m.propose_version_compare()}{' '}
                      <span class="visually-hidden">
                        {m.propose_version_differences({ from: number - 1, to: number })}
                      </span>
                    </a>
                  </>
                )}
              </p>
            ))}
          </List>
        </Section>
      )}
      {acts.length > 0 && (
        <Section title={m.propose_history()} id="historique">
          <List label={m.propose_history()}>
            {acts.map((act) => (
              <div key={act.id}>
                <p>
                  <strong>{actWords[act.kind]()}</strong>
                  {' · '}
                  <DateText at={act.at} shape="moment" />
                  {act.byPersonId && (
                    <>
                      {' · '}
                      <bdi>{nameOf(act.byPersonId)}</bdi>
                    </>
                  )}
                </p>
                {act.unmet.length > 0 && (
                  <p class="hint">
                    {m.propose_act_unmet({
                      criteria: formatList(act.unmet.map((one) => criterionWords[one](cap))),
                    })}
                  </p>
                )}
                {act.words && <Prose text={act.words} />}
              </div>
            ))}
          </List>
        </Section>
      )}
    </>
  );
}
