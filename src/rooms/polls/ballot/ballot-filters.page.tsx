import * as m from '../../../paraglide/messages.js';
import { Select } from '../../../ui/field.tsx';
import { Hidden, SubmitButton } from '../../../ui/form.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { urls } from '../../../urls.ts';
import type { Ballot } from './ballot-entry.page.tsx';
import { type BallotView, writeView } from './ballot-view.ts';

/** Above so many options, one may narrow the list. */
const MANY = 12;

interface Props {
  ballot: Ballot;
  view: BallotView;
  shown: number;
  total: number;
  /** Within the form of the whole ballot, which then sends the answers along. */
  inForm: boolean;
}

/** The list narrowed by theme and area. What is chosen elsewhere stays chosen. */
export function BallotFilters(props: Props) {
  const { ballot, view, total, inForm } = props;
  const categories = listNames(ballot, 'category');
  const zones = listNames(ballot, 'zone');
  const narrowed = view.category !== '' || view.zone !== '';
  if (!narrowed && (total <= MANY || (categories.length < 2 && zones.length < 2))) return null;
  const here = urls.vote({ edition: ballot.edition.slug });
  const fields = (
    <div class="ballot-filters">
      {categories.length > 1 && (
        <Select
          name="theme"
          label={m.ballot_filter_category()}
          options={categories}
          value={view.category}
          empty={m.ballot_filter_all()}
        />
      )}
      {zones.length > 1 && (
        <Select
          name="secteur"
          label={m.ballot_filter_zone()}
          options={zones}
          value={view.zone}
          empty={m.ballot_filter_all()}
        />
      )}
      <SubmitButton kind="secondary" {...(inForm && { name: 'vers', value: 'liste' })}>
        {m.ballot_filter_show()}
      </SubmitButton>
    </div>
  );
  return (
    <div class="filters">
      <details open={narrowed}>
        <summary>
          <Icon name="filter" />
          {m.ballot_filter_title()}
          <Icon name="chevron-down" class="turn" />
        </summary>
        {inForm ? (
          fields
        ) : (
          <form method="get" action={here}>
            {view.district && <Hidden name="quartier" value={view.district} />}
            {fields}
          </form>
        )}
      </details>
      {narrowed && (
        <p role="status">
          {props.shown === 0
            ? m.ballot_filter_none()
            : m.ballot_filter_shown({
                count: props.shown,
                total,
                subject: ballot.poll.settings.subject,
              })}{' '}
          <a href={`${here}${writeView({ district: view.district })}`}>{m.ballot_filter_clear()}</a>
        </p>
      )}
    </div>
  );
}

function listNames({ frame }: Ballot, by: 'category' | 'zone') {
  const names = new Set(frame.options.flatMap((option) => option[by] ?? []));
  return [...names]
    .sort((a, b) => a.localeCompare(b))
    .map((name) => ({ value: name, label: name }));
}
