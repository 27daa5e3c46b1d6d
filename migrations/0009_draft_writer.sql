-- The open page that saved a draft last, while one types; null: a form that was sent. What another page
-- still holds of an older text is refused rather than written over a newer one.
alter table idea_draft add column saved_by text;
