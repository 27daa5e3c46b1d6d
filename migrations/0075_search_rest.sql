-- Meetings and the news of realisations are found by their words (R198), in the spelling and with the stems of 0067.
alter table meeting add column words tsvector generated always as (
  setweight(to_tsvector('palabre_fr', palabre_fold(title)), 'A')
    || setweight(to_tsvector('palabre_fr', palabre_fold(description)), 'B')
    || setweight(to_tsvector('palabre_fr', palabre_fold(place)), 'C')
) stored;
create index meeting_words on meeting using gin (organisation_id, words);

alter table realisation_post add column words tsvector generated always as (
  setweight(to_tsvector('palabre_fr', palabre_fold(title)), 'A')
    || setweight(to_tsvector('palabre_fr', palabre_fold(body)), 'B')
) stored;
create index realisation_post_words on realisation_post using gin (organisation_id, words);
