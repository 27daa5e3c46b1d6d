-- A network (« réseau », R140): a private space whose members hold mandates, with a showcase that everybody reads. A space may
-- stand in another one (R141): the four poles of a theme of work, siblings of each other.
alter table space
  drop constraint space_kind_check,
  add constraint space_kind_check check (kind in ('consultation', 'forum', 'congress', 'network')),
  add column parent_id uuid,
  -- who lets people in: its team, or the verification of their mandate
  add column admission text not null default 'team' check (admission in ('team', 'mandate')),
  add constraint space_parent foreign key (organisation_id, parent_id) references space (organisation_id, id),
  add constraint space_not_its_own_parent check (parent_id <> id),
  add constraint network_is_private check (kind <> 'network' or is_private),
  add constraint mandates_of_networks check (admission = 'team' or kind = 'network');
create index space_children on space (organisation_id, parent_id) where parent_id is not null;

-- One level: what stands in a space holds none itself, and a parent stands in none. Both rows are held while it is looked at.
create function space_keeps_one_level() returns trigger language plpgsql as $$
begin
  perform 1 from space where organisation_id = new.organisation_id and id in (new.id, new.parent_id) order by id for no key update;
  if exists (select 1 from space where organisation_id = new.organisation_id and id = new.parent_id and parent_id is not null)
    or exists (select 1 from space where organisation_id = new.organisation_id and parent_id = new.id) then
    raise exception 'spaces stand in each other on one level only' using errcode = 'check_violation', constraint = 'space_one_level';
  end if;
  return new;
end $$;
create trigger space_one_level before insert or update of parent_id on space
  for each row when (new.parent_id is not null) execute function space_keeps_one_level();

-- Until when somebody is a member: the end of the mandate that let them in. Null: as long as nobody takes them off the list.
alter table space_member add column ends_at timestamptz;

alter table component
  drop constraint component_kind_check,
  add constraint component_kind_check check (kind in (
    'ideas', 'official-proposals', 'contributions', 'needs', 'events', 'pages', 'survey', 'vote',
    'directory', 'library', 'reports', 'methods', 'solutions', 'positions', 'tools', 'statutes', 'dossiers', 'requests', 'topics',
    'mailing-list', 'mobilisations', 'assemblies'));

-- What a network holds is commented on and judged like all else.
alter table moderation_case drop constraint moderation_case_target_kind_check,
  add constraint moderation_case_target_kind_check check (target_kind in
    ('idea', 'meeting', 'comment', 'document', 'dossier', 'request', 'topic', 'petition'));
alter table moderation_act drop constraint moderation_act_target_kind_check,
  add constraint moderation_act_target_kind_check check (target_kind in
    ('idea', 'meeting', 'comment', 'document', 'dossier', 'request', 'topic', 'petition'));
alter table comment_tally drop constraint comment_tally_target_kind_check,
  add constraint comment_tally_target_kind_check check (target_kind in
    ('idea', 'meeting', 'document', 'dossier', 'request', 'topic', 'petition'));
alter table watched_text drop constraint watched_text_target_kind_check,
  add constraint watched_text_target_kind_check check (target_kind in
    ('idea', 'comment', 'meeting', 'document', 'dossier', 'request', 'topic', 'petition'));
