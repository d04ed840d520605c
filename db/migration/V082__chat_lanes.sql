-- Which instance works on which thread, and until when. Unlogged: after a crash of the database no one does.
create unlogged table chat_lane (
    channel      text        not null,
    thread       text        not null,
    holder       uuid        not null,
    leased_until timestamptz not null,
    primary key (channel, thread)
);
