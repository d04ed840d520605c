package ptm.chat;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import ptm.task.TaskId;

/** Numbered buttons under a list: five at a time, and one that goes on to the next five. */
final class Pages {

    /** Tasks on one page of buttons. */
    static final int SIZE = 5;

    private Pages() {}

    /** Puts one button of a task under a message. */
    interface Numbered {
        void accept(int number, TaskId task);
    }

    /** A card behind each number. @param stands whether a task is still there; the number of one that is not is left out */
    static void cards(MessageBuilder message, View view, List<TaskId> ids, int from, Predicate<TaskId> stands) {
        numbers(message, view, ids, from, (number, id) -> {
            if (stands.test(id))
                message.button("button.cardNumber", Map.of("number", Integer.toString(number)),
                        new ButtonAction.OpenCard(view.id(), id));
        });
    }

    /** @param from the first number of the page, from 1; beyond the list is the first page again */
    static void numbers(MessageBuilder message, View view, List<TaskId> ids, int from, Numbered each) {
        int first = from < 1 || from > ids.size() ? 1 : from;
        int last = Math.min(ids.size(), first + SIZE - 1);
        message.row();
        for (int number = first; number <= last; number++)
            each.accept(number, ids.get(number - 1));
        if (ids.size() > SIZE)
            message.button("button.more", new ButtonAction.ShowPage(view.id(), last == ids.size() ? 1 : last + 1));
    }

    /** The first number of the page that a task is on. */
    static int of(List<TaskId> ids, TaskId id) {
        int index = Math.max(0, ids.indexOf(id));
        return index - index % SIZE + 1;
    }
}
