-- What new accounts announce may wait until somebody has read it, as what they say does (decision 082).

-- An event that waits keeps its row and its number, hidden and unpublished: no list, map, feed nor search knows of it.
alter table meeting add column held_at timestamptz,
  -- somebody has read it, and it stays unseen
  add column refused_at timestamptz,
  add constraint meeting_held_unseen check (held_at is null or hidden_at is not null),
  add constraint meeting_refused_held check (refused_at is null or held_at is not null);

alter table watched_text drop constraint watched_text_target_kind_check,
  add constraint watched_text_target_kind_check check (target_kind in ('idea', 'comment', 'meeting'));
