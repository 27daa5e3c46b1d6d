-- Ideas brought together (R47): proposed by the office, accepted or declined by each holder, undone before the list freezes.
create table merge (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  edition_id uuid not null,
  title text not null check (title <> ''),
  -- what the holders are told: why, and what it would change
  words text not null default '',
  -- the idea whose sheet is studied for all
  lead_idea_id uuid not null,
  -- the last day to answer
  answer_by date not null,
  proposed_by uuid not null,
  proposed_at timestamptz not null default palabre_now(),
  outcome text check (outcome in ('accepted', 'declined', 'withdrawn')),
  settled_at timestamptz,
  undone_by uuid,
  undone_at timestamptz,
  undo_reason text not null default '',
  primary key (organisation_id, id),
  constraint merge_settled_once check ((outcome is null) = (settled_at is null)),
  constraint merge_undone_was_accepted check (undone_at is null or (outcome = 'accepted' and undo_reason <> '')),
  foreign key (organisation_id, edition_id) references edition (organisation_id, id),
  foreign key (organisation_id, lead_idea_id) references idea (organisation_id, id)
);
create index merge_by_edition on merge (organisation_id, edition_id, proposed_at desc, id);

create table merge_member (
  organisation_id uuid not null,
  merge_id uuid not null,
  idea_id uuid not null,
  answer text check (answer in ('accepted', 'declined')),
  -- a holder, or the office for somebody who answered another way, or for an idea that nobody holds
  answered_by uuid,
  answered_at timestamptz,
  is_relayed boolean not null default false,
  words text not null default '',
  -- proposed or accepted; no more once declined, withdrawn or undone
  live boolean not null default true,
  primary key (organisation_id, merge_id, idea_id),
  constraint merge_answer_has_its_time check ((answer is null) = (answered_at is null)),
  foreign key (organisation_id, merge_id) references merge (organisation_id, id),
  foreign key (organisation_id, idea_id) references idea (organisation_id, id)
);
-- an idea stands in one merge at a time, proposed or accepted, also when two officers propose at once
create unique index merge_one_per_idea on merge_member (organisation_id, idea_id) where live;

-- What the frozen list was made from does not change any more.
create function refuse_merge_of_frozen_list() returns trigger language plpgsql as $$
begin
  perform 1 from edition e where e.organisation_id = new.organisation_id and e.id = new.edition_id for share;
  if exists (select 1 from project_list l where l.organisation_id = new.organisation_id and l.edition_id = new.edition_id) then
    raise exception 'the list is frozen' using errcode = 'check_violation', constraint = 'merge_list_is_frozen';
  end if;
  return new;
end $$;
create trigger merge_before_the_freeze before insert or update on merge
  for each row execute function refuse_merge_of_frozen_list();
