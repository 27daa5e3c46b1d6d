import * as m from '../../../paraglide/messages.js';
import { ChoiceLinks } from '../../../ui/ballot-parts.tsx';
import { ButtonForm } from '../../../ui/form.tsx';
import { formatMoney } from '../../../ui/format.ts';
import { Section } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { urls } from '../../../urls.ts';
import type { Ballot } from './ballot-entry.page.tsx';
import { type BallotView, writeView } from './ballot-view.ts';

interface Props {
  ballot: Ballot;
  view: BallotView;
}

/** A ballot for one district among several: which one, before anything else of it is shown. */
export function DistrictChoice({ ballot, view }: Props) {
  const districts = ballot.poll.settings.envelopes.filter(({ oneOf }) => oneOf);
  if (districts.length === 0) return null;
  const own = districts.find(({ key }) => key === view.district);
  const links = <DistrictLinks ballot={ballot} view={view} />;
  if (view.leavingFor !== null) return <Leaving ballot={ballot} view={view} />;
  if (!own)
    return (
      <Section title={m.ballot_district_title()} id="quartiers" lead={m.ballot_district_lead()}>
        {links}
      </Section>
    );
  return (
    <section class="own-district" id="quartiers">
      <h2>{m.ballot_district_yours({ district: own.label })}</h2>
      <details>
        <summary>{m.ballot_district_change()}</summary>
        {links}
      </details>
    </section>
  );
}

function DistrictLinks({ ballot, view }: Props) {
  const { poll, edition, frame } = ballot;
  const here = urls.vote({ edition: edition.slug });
  return (
    <ChoiceLinks
      label={m.ballot_district_title()}
      items={poll.settings.envelopes
        .filter(({ oneOf }) => oneOf)
        .map(({ key, label, amount }) => ({
          title: label,
          href: `${here}${writeView({ district: key })}#quartiers`,
          facts: [
            m.ballot_district_projects({
              count: frame.options.filter((option) => option.envelope === key).length,
            }),
            ...(amount > 0 ? [formatMoney(amount, edition.currency)] : []),
          ].join(' · '),
          current: key === view.district ? m.ballot_district_current() : undefined,
        }))}
    />
  );
}

/** Asked before choices are removed: nothing is ever lost by following a link. */
function Leaving({ ballot, view }: Props) {
  const { poll, frame, basket, edition, action } = ballot;
  const labelOf = (key: string | null) =>
    poll.settings.envelopes.find((one) => one.key === key)?.label ?? '';
  const [from, to] = [labelOf(view.district), labelOf(view.leavingFor)];
  const inside = new Set(
    frame.options.filter(({ envelope }) => envelope === view.district).map(({ key }) => key),
  );
  const count = basket.filter(({ key }) => inside.has(key)).length;
  return (
    <div id="quartiers">
      <Notice
        tone="warning"
        title={m.ballot_district_leave_title({ count, from })}
        actions={
          <>
            <ButtonForm
              action={action}
              kind="secondary"
              values={{ 'retirer-quartier': view.district ?? '', quartier: view.leavingFor ?? '' }}
            >
              {m.ballot_district_leave_button({ to })}
            </ButtonForm>
            <a href={`${urls.vote({ edition: edition.slug })}#quartiers`}>
              {m.ballot_district_stay({ from })}
            </a>
          </>
        }
      >
        <p>{m.ballot_district_leave({ from, to })}</p>
      </Notice>
    </div>
  );
}
