-- Newsletters are written to readers of a space, of a theme, or of a language, too.
alter table newsletter add column space_id uuid;
alter table newsletter add column theme_id uuid;
alter table newsletter add column language text not null default '';
alter table newsletter drop constraint newsletter_segment_check;
alter table newsletter add constraint newsletter_segment_check
  check (segment in ('all', 'edition', 'category', 'district', 'winners', 'space', 'theme', 'language'));
alter table newsletter drop constraint newsletter_segment_whole;
alter table newsletter add constraint newsletter_segment_whole check (
  (segment in ('all', 'space', 'theme', 'language')) = (edition_id is null)
  and (segment = 'category') = (category_id is not null) and (segment = 'district') = (district <> '')
  and (segment = 'space') = (space_id is not null) and (segment = 'theme') = (theme_id is not null)
  and (segment = 'language') = (language <> ''));
alter table newsletter add foreign key (organisation_id, space_id) references space (organisation_id, id);
-- a theme may be taken away, and is held by no letter: then nobody is written to

-- Until when supports were told to who holds the idea: once a day, as a number.
create table supports_round (
  organisation_id uuid primary key references organisation (id),
  told_until timestamptz not null
);
create index idea_support_by_time on idea_support (organisation_id, supported_at);
