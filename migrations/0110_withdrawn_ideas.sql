-- What its author withdrew stays in sight as such, for good (R116): it is never deleted, and nothing of it changes any more.
alter table idea
  add column withdrawn_at timestamptz,
  add column withdrawal_reason text not null default '',
  add constraint idea_withdrawal_has_a_moment check (withdrawal_reason = '' or withdrawn_at is not null),
  add constraint idea_withdrawal_reason_fits check (char_length(withdrawal_reason) <= 1000);

create function keep_withdrawn() returns trigger language plpgsql as $$
begin
  if (new.withdrawn_at, new.withdrawal_reason, new.title, new.body, new.lang, new.category_id, new.support_count)
      is distinct from
      (old.withdrawn_at, old.withdrawal_reason, old.title, old.body, old.lang, old.category_id, old.support_count) then
    raise exception 'an idea that was withdrawn stays as it is'
      using errcode = 'check_violation', constraint = 'idea_stays_withdrawn';
  end if;
  return new;
end $$;
create trigger idea_stays_withdrawn before update on idea
  for each row when (old.withdrawn_at is not null) execute function keep_withdrawn();

-- Of a support and a withdrawal at the same instant the first one wins: whoever supports holds the row that is withdrawn.
create function refuse_support_of_withdrawn() returns trigger language plpgsql as $$
declare
  withdrawn timestamptz;
begin
  select i.withdrawn_at into withdrawn from idea i
    where i.organisation_id = new.organisation_id and i.id = new.idea_id for share;
  if withdrawn is not null then
    raise exception 'an idea that was withdrawn takes no support'
      using errcode = 'check_violation', constraint = 'idea_not_supported_after_withdrawal';
  end if;
  return new;
end $$;
create trigger idea_not_supported_after_withdrawal before insert on idea_support
  for each row execute function refuse_support_of_withdrawn();
