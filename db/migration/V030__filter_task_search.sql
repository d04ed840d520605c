-- What questions about tasks need: words in every form of both languages, names with case and ё/е aside, indexes.

-- Folding is the same in every database, whatever its own locale: ICU's root rules are named. SearchWords.java and
-- NameField.java fold in the same way.
create function folded(words text) returns text
    language sql immutable strict parallel safe
    return translate(lower(normalize(words, nfc) collate "und-x-icu"), 'ё', 'е');

create function folded(names text[]) returns text[]
    language sql immutable strict parallel safe
    return array(select folded(name) from unnest(names) as name);

-- Without stop words: «no», «на» and "to" are words that people search for.
create text search dictionary ptm_english_stem (template = snowball, language = english);
create text search dictionary ptm_russian_stem (template = snowball, language = russian);
-- Words as they stand, and their stems: of Latin letters by English rules, of Cyrillic ones by Russian rules.
create text search configuration ptm_raw (copy = simple);
create text search configuration ptm_stem (copy = simple);
alter text search configuration ptm_stem
    alter mapping for asciiword, asciihword, hword_asciipart with ptm_english_stem;
alter text search configuration ptm_stem
    alter mapping for word, hword, hword_part with ptm_russian_stem;

-- Letters and digits alone, so that the parser finds no addresses, hosts or versions that a query's words would miss.
create function search_words(words text) returns text
    language sql immutable strict parallel safe
    return regexp_replace(folded(words) collate "und-x-icu", '[^[:alnum:]]+', ' ', 'g');

-- ꙮ stands between texts, so that no phrase reaches from one into the next. Cut where a vector could grow too large.
create function task_search_text(title text, description text, source text, subtasks jsonb) returns text
    language sql immutable parallel safe
    return left(concat_ws(' ꙮ ', search_words(left(title, 1000)), search_words(left(description, 100000)),
        search_words(left(source, 100000)),
        (select string_agg(search_words(left(step.value #>> '{}', 1000)), ' ꙮ ')
         from jsonb_path_query(subtasks, '$[*].*') as step(value)
         where jsonb_typeof(step.value) = 'string')), 100000);

-- Raw words first, then stems. A stemmed word keeps its stem apart by position only, which no query minds.
create function task_search_vector(words text) returns tsvector
    language sql immutable strict parallel safe
    return to_tsvector('ptm_raw', words || ' ꙮ') || to_tsvector('ptm_stem', words);

alter table task add column search tsvector not null default '';

create function task_search_keep() returns trigger
    language plpgsql as
$$
begin
    new.search := task_search_vector(task_search_text(new.title, new.description, new.source, new.subtasks));
    return new;
end
$$;

create trigger task_search_insert before insert on task
    for each row execute function task_search_keep();
create trigger task_search_update before update of title, description, source, subtasks on task
    for each row when (old.title is distinct from new.title or old.description is distinct from new.description
        or old.source is distinct from new.source or old.subtasks is distinct from new.subtasks)
    execute function task_search_keep();

create index task_search_words on task using gin (search);
create index task_open on task (account_id, id) where status = 'open' and deleted_at is null;
create index task_open_due_day on task (account_id, due_day) where status = 'open' and due_day is not null;
create index task_open_due_at on task (account_id, due_at) where status = 'open' and due_at is not null;
create index task_created on task (account_id, created_at);
create index task_done on task (account_id, done_at) where done_at is not null;

create table preset (
    account_id bigint      not null references account on delete cascade,
    id         bigint      not null generated always as identity,
    name       text,
    request    text,
    filter     jsonb       not null, -- CONTRACT §2
    ordering   jsonb       not null,
    limit_to   integer     check (limit_to between 1 and 500),
    pinned     boolean     not null default false,
    primary key (account_id, id)
);
