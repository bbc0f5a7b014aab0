-- What a delivery is about: a message, or a task.
alter table hook_deliveries add column kind text not null default 'message';
