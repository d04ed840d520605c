package ptm.chat;

import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import ptm.filter.FilterSentence;
import ptm.filter.Preset;
import ptm.task.Task;
import ptm.task.TaskService;

/** The list that stands above a new one: it says that it is no longer the newest, and lets go of its buttons. */
@Component
class StaleLists {

    private final TaskService tasks;
    private final Views views;
    private final Speaker speaker;

    StaleLists(TaskService tasks, Views views, Speaker speaker) {
        this.tasks = tasks;
        this.views = views;
        this.speaker = speaker;
    }

    void mark(Turn turn) {
        views.lastList(turn.id(), turn.address()).filter(older -> !older.content().tasks().isEmpty())
                .ifPresent(older -> {
                    MessageBuilder message =
                            speaker.message(turn).line("request.title", Map.of("title", title(turn, older)));
                    lines(turn, message, tasks.findAll(turn.id(), older.content().tasks()));
                    speaker.show(older, message.line("request.stale"));
                });
    }

    private static String title(Turn turn, View view) {
        return switch (view.content()) {
            case View.Listing listing -> title(turn, Listings.parse(listing.preset(), null), listing.title());
            case View.Plan plan -> title(turn, Listings.parse(plan.preset(), null), "");
            case View.Lookup lookup -> lookup.title();
            default -> throw new IllegalArgumentException("no list");
        };
    }

    /** What a list is called. @param title said instead of the conditions, empty where they speak for themselves */
    static String title(Turn turn, Preset preset, String title) {
        if (!title.isEmpty())
            return title;
        String said = FilterSentence.describe(preset.where(), preset.order(), preset.limit(),
                turn.account().language()).title();
        return said.isBlank() ? turn.say().text("request.everything") : said;
    }

    static void lines(Turn turn, MessageBuilder message, List<Task> found) {
        TaskLines lines = new TaskLines(turn.say());
        int number = 1;
        for (Task task : found)
            message.line(lines.line(number++, task, false));
    }
}
