-- Messages to people: one row for each key of a thread, with its newest content.
-- id       names this content; a new content of the same key gets a new one
-- position the id of its first content: where the message stands in the thread
-- sent_id  the content that was delivered, or given up, last: the row waits to be sent while it differs from id
create table chat_outbox (
    account_id      bigint      not null,
    channel         text        not null,
    thread          text        not null,
    key             text        not null,
    id              bigint      not null,
    position        bigint      not null,
    message         text        not null,
    put_at          timestamptz not null,
    sent_id         bigint,
    channel_message text,
    attempts        integer     not null default 0,
    maybe_sent      boolean     not null default false,
    not_before      timestamptz,
    primary key (account_id, channel, thread, key)
);
create unique index chat_outbox_position on chat_outbox (account_id, position);
create index chat_outbox_log on chat_outbox (account_id, channel, thread, id);
create index chat_outbox_unsent on chat_outbox (channel, thread) where sent_id is distinct from id;
