-- What a notice is about: an alert, by the id of its message, or a task.
alter table notices add column kind text not null default 'alert';
