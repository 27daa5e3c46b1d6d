-- Events of a space (R120–R123, R127): in one of its components, proposed by a participant, in a room or online, with
-- registrations here, elsewhere or none.
alter table meeting
  -- of kind events; null: the office's own, in an edition or in none
  add column component_id uuid,
  -- of the theme of that component
  add column category_id uuid,
  -- who proposed it, and runs it
  add column host_person uuid,
  -- street, number, town; `place` is the room. '' for meetings of the office, which say both in `place`
  add column address text not null default '',
  -- where one follows it from afar
  add column video_link text,
  -- where one registers, when that is elsewhere
  add column external_url text,
  -- of its words; null: the language of the organisation
  add column lang text,
  -- the form that made it: sent twice, it makes one
  add column made_from uuid,
  drop constraint meeting_place_check,
  add constraint meeting_somewhere check (place <> '' or video_link is not null),
  add constraint meeting_video_is_https check (video_link ~ '^https://[^[:space:]/]+[^[:space:]]*$'),
  add constraint meeting_elsewhere_is_https check (external_url ~ '^https://[^[:space:]/]+[^[:space:]]*$'),
  -- none, elsewhere, or here
  add constraint meeting_registers_once check (external_url is null or not takes_registrations),
  add constraint meeting_in_one_frame check (component_id is null or edition_id is null),
  add constraint meeting_of_space_has_host check ((component_id is null) = (host_person is null)),
  add constraint meeting_category_in_component check (category_id is null or component_id is not null),
  add constraint meeting_made_once unique (organisation_id, made_from),
  add constraint meeting_in_component foreign key (organisation_id, component_id)
    references component (organisation_id, id),
  add constraint meeting_of_category foreign key (organisation_id, category_id)
    references category (organisation_id, id),
  add constraint meeting_of_host foreign key (organisation_id, host_person)
    references person (organisation_id, id);
create index meeting_by_component on meeting (organisation_id, component_id, starts_at, id)
  where component_id is not null;
create index meeting_by_host on meeting (organisation_id, host_person) where host_person is not null;

-- Whether everybody may read what stands in a component: shown, of a public space that was opened.
create function is_public_component(organisation uuid, component uuid) returns boolean
  language sql stable parallel safe as $$
  select exists (select from component c
    join space s on s.organisation_id = c.organisation_id and s.id = c.space_id
    where c.organisation_id = $1 and c.id = $2 and c.hidden_at is null
      and not s.is_private and s.opened_at is not null)
$$;

-- What participants announced stays: it is cancelled, or hidden by moderation (R123).
create function keep_hosted_meeting() returns trigger language plpgsql as $$
begin
  raise exception 'an announced event of a space is never deleted'
    using errcode = 'check_violation', constraint = 'meeting_of_space_stays';
end $$;
create trigger keep_hosted_meeting before delete on meeting for each row
  when (old.component_id is not null and old.published_at is not null)
  execute function keep_hosted_meeting();
