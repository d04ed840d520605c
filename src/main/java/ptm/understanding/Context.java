package ptm.understanding;

import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

import ptm.account.AccountId;
import ptm.account.Language;
import ptm.account.TimesOfDay;
import ptm.filter.Filter;
import ptm.task.Task;
import ptm.task.TaskId;
import ptm.task.TaskTitle;

/**
 * What the conversation and the person add to the meaning of words.
 *
 * @param language   the person's; an utterance may be in the other one
 * @param shown      the tasks of the last list the person saw, in its order, so that "2" has a meaning
 * @param vocabulary the person's own names and words
 * @param titles     the person's tasks to recognise by their words, fetched when first asked for
 * @param lessons    tasks the person corrected or finished, fetched when first asked for
 * @param chosen     the person's tasks that a filter holds for, of those that are not deleted
 */
public record Context(AccountId account, Language language, ZoneId zone, TimesOfDay times, List<TaskId> shown,
        Vocabulary vocabulary, Supplier<List<TaskTitle>> titles, Supplier<List<Task>> lessons,
        Function<Filter, List<TaskTitle>> chosen) {

    /** Of a person whose tasks no filter can be asked for. */
    public Context(AccountId account, Language language, ZoneId zone, TimesOfDay times, List<TaskId> shown,
            Vocabulary vocabulary, Supplier<List<TaskTitle>> titles, Supplier<List<Task>> lessons) {
        this(account, language, zone, times, shown, vocabulary, titles, lessons, _ -> List.of());
    }
}
