package ptm.chat;

import ptm.account.AccountId;
import ptm.account.Language;
import ptm.task.ChangeSetId;
import ptm.task.Field;
import ptm.task.TaskId;
import ptm.understanding.Topic;

/** Everything a button can mean. {@code view} is the id of the {@link View} the button stands under. */
sealed interface ButtonAction {

    /** Takes a change set back. */
    record Undo(long view, ChangeSetId changeSet) implements ButtonAction {}

    /** Takes an undo back: the change set is the undo's own. */
    record BringBack(long view, ChangeSetId changeSet) implements ButtonAction {}

    record OpenCard(long view, TaskId task) implements ButtonAction {}

    /** Back to the list, at the page that starts with this number. */
    record ShowPage(long view, int from) implements ButtonAction {}

    /** A value was read wrongly: it goes, and its card or its line is shown again. */
    record Reject(long view, TaskId task, Field field, boolean onCard) implements ButtonAction {}

    record Start(TaskId task) implements ButtonAction {}

    record Finish(long view, TaskId task) implements ButtonAction {}

    record PutAside(long view, TaskId task) implements ButtonAction {}

    record GiveReason(long view, TaskId task, AsideReason reason) implements ButtonAction {}

    record SetPlace(long view, TaskId task, Place place) implements ButtonAction {}

    /** It waits so many days. */
    record WaitDays(long view, TaskId task, int days) implements ButtonAction {}

    record Drop(long view, TaskId task) implements ButtonAction {}

    /** Asks for the steps of a task. */
    record Split(long view, TaskId task) implements ButtonAction {}

    /** Another list in place of this one. */
    record Refine(long view, Refinement refinement) implements ButtonAction {}

    /** Drops the condition of this number. */
    record DropCondition(long view, int condition) implements ButtonAction {}

    /** Runs the alternative of this number that the ladder offered. */
    record TakeAlternative(long view, int alternative) implements ButtonAction {}

    record SavePreset(long view) implements ButtonAction {}

    record RunPreset(long preset) implements ButtonAction {}

    /** What "next" offers after something was finished. */
    record Next() implements ButtonAction {}

    record Snooze(long view, TaskId task, Pause pause) implements ButtonAction {}

    record SnoozeAll(long view, Pause pause) implements ButtonAction {}

    record AskMoment(long view, TaskId task) implements ButtonAction {}

    /** Of the tasks that may be meant, this one; or with id 0 all of them, confirmed. */
    record Choose(long view, TaskId task) implements ButtonAction {}

    record CaptureAnyway(long view) implements ButtonAction {}

    /** What was reported done becomes a task that is done. */
    record KeepDone(long view) implements ButtonAction {}

    record StopThinking(long view, ChangeSetId changeSet) implements ButtonAction {}

    /** The clock of the person is so many minutes ahead of UTC. */
    record SetOffset(long view, int minutes) implements ButtonAction {}

    record AskPlace(long view) implements ButtonAction {}

    record SwitchLanguage(long view) implements ButtonAction {}

    record LetIn(AccountId who, Verdict verdict) implements ButtonAction {}

    /** Forgets the word that was taught there. */
    record Forget(long view) implements ButtonAction {}

    /** A session that ran too long to be believed was so many minutes, 0 for none. */
    record CountTime(long view, long session, int minutes) implements ButtonAction {}

    /** A session was shorter than its timer says. @param changeSet of the completion, for the undo beside it */
    record CorrectTime(long view, long session, int minutes, ChangeSetId changeSet) implements ButtonAction {}

    /** What now, asked with a tap. */
    record Now() implements ButtonAction {}

    /** Reads parked words once more. */
    record Retry(long view) implements ButtonAction {}

    /** The new tasks that say the same as open ones become one with them. */
    record Merge(long view) implements ButtonAction {}

    /** The words that became no task are tasks after all. */
    record AddLeftOut(long view) implements ButtonAction {}

    /** They are two things after all. */
    record KeepBoth(long view) implements ButtonAction {}

    /** A forgotten word means again what it did. */
    record Relearn(long view) implements ButtonAction {}

    /** A part of the day begins so many minutes after midnight. @param part the topic it was said under */
    record SetTime(Topic part, int minutes) implements ButtonAction {}

    /** This language, from now on. */
    record Speak(Language language) implements ButtonAction {}

    /** Whether a model may be asked about the person's words; 0 where no view shows it. */
    record SetAi(long view, boolean on) implements ButtonAction {}

    /** Why something was put aside. */
    enum AsideReason {
        TOO_LONG, NOT_HERE, NO_MOOD, BLOCKED
    }

    /** Where something can be done. */
    enum Place {
        HOME, OFFICE, ERRAND, OUTDOORS, COMPUTER, PHONE, ANY
    }

    /** How a list is asked for again. */
    enum Refinement {
        OTHERS, EASIER, SHORTER, LONGER, CONDITIONS, BACK, NO_BREAK
    }

    /** How long a reminder keeps quiet. */
    enum Pause {
        MINUTES_10, HOUR, EVENING, TOMORROW
    }

    /** What the owner says about a newcomer. */
    enum Verdict {
        LET_IN, DECLINE, BLOCK
    }
}
