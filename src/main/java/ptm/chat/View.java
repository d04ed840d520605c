package ptm.chat;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

import ptm.account.AccountId;
import ptm.task.ChangeSetId;
import ptm.task.TaskId;

/**
 * What stands under one message of the bot: its buttons name it, a newer state of it replaces the message.
 *
 * @param source the channel's id of the person's message it answers, absent where it answers none
 */
record View(AccountId account, long id, Address address, @Nullable String source, Content content) {

    /** The message's name within its thread. */
    String key() {
        return "view:" + id;
    }

    View with(Content content) {
        return new View(account, id, address, source, content);
    }

    /** What a message shows. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    @JsonSubTypes({ @JsonSubTypes.Type(value = Capture.class, name = "capture"),
        @JsonSubTypes.Type(value = Listing.class, name = "listing"),
        @JsonSubTypes.Type(value = Plan.class, name = "plan"),
        @JsonSubTypes.Type(value = Lookup.class, name = "lookup"),
        @JsonSubTypes.Type(value = Single.class, name = "single"),
        @JsonSubTypes.Type(value = Several.class, name = "several"),
        @JsonSubTypes.Type(value = Saying.class, name = "saying"),
        @JsonSubTypes.Type(value = Greeting.class, name = "greeting"),
        @JsonSubTypes.Type(value = Settings.class, name = "settings") })
    sealed interface Content {
        /** The tasks it lists, in the order of their numbers. */
        default List<TaskId> tasks() {
            return List.of();
        }
    }

    /**
     * The tasks that one message became.
     *
     * @param changeSet     what the undo below it takes back: the capture, or the latest rewording of its words
     * @param forwardedFrom who wrote the words first, empty where that is hidden, absent of a person's own words
     * @param removed       titles of tasks that a rewording took away, by their id
     * @param thinkingOf    how many tasks enrichment has to go through, 0 when it is over
     * @param thought       how many it went through
     * @param twins         open tasks that were there before and say the same, by the id of the new one
     * @param leftOut       words of it that became no task
     */
    record Capture(ChangeSetId changeSet, List<TaskId> tasks, @Nullable String forwardedFrom, boolean edited,
            Map<Long, String> removed, int thought, int thinkingOf, Map<Long, Long> twins, List<String> leftOut)
            implements
                Content {
        Capture thinking(int thought, int thinkingOf) {
            return new Capture(changeSet, tasks, forwardedFrom, edited, removed, thought, thinkingOf, twins,
                    leftOut);
        }

        Capture listing(List<TaskId> ids) {
            return new Capture(changeSet, ids, forwardedFrom, edited, removed, thought, thinkingOf, twins,
                    leftOut);
        }

        Capture apart() {
            return new Capture(changeSet, tasks, forwardedFrom, edited, removed, thought, thinkingOf, Map.of(),
                    leftOut);
        }

        Capture complete() {
            return new Capture(changeSet, tasks, forwardedFrom, edited, removed, thought, thinkingOf, twins,
                    List.of());
        }
    }

    /**
     * A list that answers a request.
     *
     * @param preset   in the text form of a filter, with order and limit
     * @param request  the words it was read from, empty where a button or command asked
     * @param title    said in place of the conditions, empty where they speak for themselves
     * @param shownAll every task that was shown under this message so far: "others" leaves them out
     * @param ladder   the alternatives that were offered, in text form
     * @param reasons  why each task is there, in the order of the tasks
     * @param count    how many fit in all
     * @param all      whether all that fit are listed as they are, instead of the best few
     */
    record Listing(String preset, String request, String title, List<TaskId> tasks, List<TaskId> shownAll,
            List<String> ladder, List<String> reasons, long count, boolean all) implements Content {

        /** A question that was not answered yet. */
        static Listing asked(String preset, String request, String title, boolean all) {
            return new Listing(preset, request, title, List.of(), List.of(), List.of(), List.of(), 0, all);
        }
    }

    /**
     * Tasks one after the other that fill some time.
     *
     * @param preset   as of a listing; its minutes are the time there was
     * @param until    when the time ends, in seconds since 1970
     * @param breaks   whether there are rests in between
     * @param shownAll every task that was planned under this message so far
     */
    record Plan(String preset, String request, long until, boolean breaks, List<TaskId> tasks, List<TaskId> shownAll)
            implements
                Content {}

    /**
     * Tasks as they are, with no choice made among them.
     *
     * @param title what was looked for, in words
     * @param count how many there are in all
     */
    record Lookup(String title, List<TaskId> tasks, long count) implements Content {}

    /** One task: a timer, something finished, put aside, or a reminder. */
    record Single(TaskId task) implements Content {
        @Override
        public List<TaskId> tasks() {
            return List.of(task);
        }
    }

    /** Tasks without more: those of an edit, or missed reminders. */
    record Several(List<TaskId> tasks) implements Content {}

    /** Words that wait for a choice: which task is meant, or whether they are a task after all. */
    record Saying(String text, List<TaskId> tasks) implements Content {}

    /** The first words of the bot, with the clock and the language to choose. */
    record Greeting() implements Content {}

    /** How the person likes it. */
    record Settings() implements Content {}
}
