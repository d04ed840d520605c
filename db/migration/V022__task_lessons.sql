-- What the estimator learns from: finished, or with a person's own word about effort, scales or names. Asked for with
-- every message, so it must not be searched for among all that was only ever guessed. Tasks.LESSON is the same words.
create index task_lesson on task (account_id, id)
    where deleted_at is null and (status = 'done' or jsonb_path_exists(
        provenance - array['title', 'description', 'status', 'start', 'due', 'hiddenUntil', 'waitsFor', 'reminders',
            'reviews', 'links'], '$.*.by ? (@ == "user")'));

create index task_timed on task (account_id, done_at)
    where deleted_at is null and status = 'done' and minutes is not null and spent_minutes > 0;
