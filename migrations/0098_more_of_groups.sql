-- More of groups: leads who lead one certified group of a kind only, leads who are invited by the office, the map.

-- « Les animateurs et animatrices n’animent pas un autre groupe certifié du même genre »: not asked where the movement
-- has said what it asks before.
alter table certification_criteria add column exclusive_leads boolean not null default false;

-- What an invitation makes of whoever accepts it: the office invites leads of groups that it brings in from a file.
alter table group_invitation add column role text not null default 'member' check (role in ('member', 'lead'));

-- Where groups are, département by département, without reading their texts.
create index action_group_places on action_group (organisation_id, county) include (latitude, longitude)
  where latitude is not null;
-- Who leads what: asked of each lead when a group is assessed.
create index group_member_leads on group_member (organisation_id, person_id, group_id) where role = 'lead';
create index action_group_warned on action_group (organisation_id, name_key, id) where warned_at is not null;
