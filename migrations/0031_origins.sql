-- An idea that came on paper, from a workshop or in a file has no account behind it: it is signed with the words
-- that may be shown (« Atelier du 12 mars », a nickname), or with nothing.
alter table idea
  alter column author_id drop not null,
  add column channel text not null default 'web' check (channel in ('web', 'paper', 'workshop', 'import')),
  add column signature text not null default '',
  add constraint idea_has_an_author_or_an_origin check (author_id is not null or channel <> 'web');
