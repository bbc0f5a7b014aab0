-- The files that stand in a message, as it tells of them; absent where there are none or it was withdrawn.
alter table messages add column attachments jsonb;
