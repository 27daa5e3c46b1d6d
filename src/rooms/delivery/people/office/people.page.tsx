import * as m from '../../../../paraglide/messages.js';
import { ButtonLink, ErrorSummary, type Problems } from '../../../../ui/form.tsx';
import { Column } from '../../../../ui/layout.tsx';
import { Notice } from '../../../../ui/notice.tsx';
import { PageHeader } from '../../../../ui/page-header.tsx';
import { urls } from '../../../../urls.ts';
import type { Meeting } from '../../../meetings/index.ts';
import type { Realisation } from '../../realisation.ts';
import type { Offer, Volunteer } from '../help.ts';
import type { Candidates, Member } from '../team.ts';
import type { Testimony } from '../testimony.ts';
import { partWords } from '../words.page.ts';
import { CommitteeSection } from './committee-section.page.tsx';
import { OffersSection } from './offers-section.page.tsx';
import { TeamSection } from './team-section.page.tsx';
import { TestimoniesSection } from './testimonies-section.page.tsx';

export interface PeopleProps {
  at: { edition: string; project: number };
  project: string;
  realisation: Realisation;
  isOfficer: boolean;
  candidates: Candidates;
  team: readonly Member[];
  /** What the form shows. */
  chosen: readonly Member[];
  /** The form shows who is proposed, not who was named. */
  isProposed: boolean;
  mark: string;
  /** Of the team, as the office calls them; holders by what they show. */
  memberNames: ReadonlyMap<string, string>;
  testimonies: readonly Testimony[];
  offers: readonly Offer[];
  committee: readonly Volunteer[];
  /** Of residents, as they call themselves. */
  names: ReadonlyMap<string, string>;
  /** To come. */
  meetings: readonly Meeting[];
  /** How many of the committee were invited, by meeting. */
  invited: ReadonlyMap<string, number>;
  typed: { id: string; words: string };
  problems: Problems;
  conflict: boolean;
  breadcrumb: { label: string; href: string }[];
}

/** Who follows a realisation, who tells of it, who helps, who watches over it: in one page for the office. */
export function PeoplePage(props: PeopleProps) {
  const { at, project, typed, problems, conflict } = props;
  return (
    <Column>
      <ErrorSummary
        problems={problems}
        labels={{
          ...Object.fromEntries(Object.entries(partWords).map(([part, words]) => [part, words()])),
          reason: m.together_return_reason(),
          answer: m.together_answer_words(),
        }}
        ids={{ reason: `reason-${typed.id}`, answer: `answer-${typed.id}` }}
        {...(conflict && { title: m.deliver_conflict_title() })}
      />
      {conflict && Object.keys(problems).length === 0 && (
        <Notice tone="warning" title={m.deliver_conflict_title()}>
          {m.together_team_conflict()}
        </Notice>
      )}
      <PageHeader
        title={m.together_office_title()}
        kicker={<bdi>{project}</bdi>}
        lead={m.together_office_lead()}
        breadcrumb={props.breadcrumb}
        actions={
          <ButtonLink kind="secondary" icon="eye" href={urls.delivery(at)}>
            {m.deliver_see_public()}
          </ButtonLink>
        }
      />
      <TeamSection {...props} />
      <TestimoniesSection {...props} />
      <OffersSection {...props} />
      <CommitteeSection {...props} />
    </Column>
  );
}
