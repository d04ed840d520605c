package ptm.chat;

import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import ptm.filter.Page;
import ptm.filter.PageRequest;
import ptm.filter.Preset;
import ptm.filter.TaskFinder;
import ptm.task.Task;
import ptm.task.TaskId;
import ptm.task.TaskService;

/** Shows tasks as they are, with no choice made among them: today's, the latest, or what some words find. */
@Component
class LookupTalk {

    /** Lines of one message; the rest is counted. */
    private static final int LINES = 15;
    private static final int WORDS = 100;

    private final TaskFinder finder;
    private final TaskService tasks;
    private final StaleLists stale;
    private final Views views;
    private final Speaker speaker;
    private final ChatProperties properties;

    LookupTalk(TaskFinder finder, TaskService tasks, StaleLists stale, Views views, Speaker speaker,
            ChatProperties properties) {
        this.finder = finder;
        this.tasks = tasks;
        this.stale = stale;
        this.views = views;
        this.speaker = speaker;
        this.properties = properties;
    }

    Effect today(Turn turn) {
        return list(turn, Listings.today(), turn.say().text("request.today"), turn.say().line("lookup.noneToday"));
    }

    Effect inbox(Turn turn) {
        return list(turn, Listings.inbox(), turn.say().text("request.inbox"), turn.say().line("lookup.noneLately"));
    }

    /** @param words up to what a filter can hold */
    Effect find(Turn turn, String words) {
        String quoted = turn.say().quoted(words.length() <= WORDS ? words : words.substring(0, WORDS) + "…");
        return list(turn, Listings.find(words), quoted,
                turn.say().line("lookup.noneFound", Map.of("words", quoted)));
    }

    private Effect list(Turn turn, Preset preset, String title, List<Span> none) {
        return () -> {
            Page found = finder.find(turn.id(), preset.where(), preset.order(), PageRequest.first(LINES), turn.now(),
                    turn.zone());
            if (found.tasks().isEmpty()) {
                speaker.reply(turn, speaker.message(turn).line(none));
                return null;
            }
            stale.mark(turn);
            List<TaskId> ids = found.tasks().stream().map(Task::id).toList();
            show(turn, views.add(turn.id(), turn.address(), turn.source(),
                    new View.Lookup(title, ids, found.count())), 1);
            return null;
        };
    }

    /** @param from the first number of the page of buttons */
    void show(Turn turn, View view, int from) {
        View.Lookup shown = (View.Lookup) view.content();
        List<Task> found = tasks.findAll(turn.id(), shown.tasks());
        MessageBuilder message =
                speaker.message(turn).line("lookup", Map.of("title", shown.title(), "count", shown.count()));
        StaleLists.lines(turn, message, found);
        if (shown.count() > shown.tasks().size())
            message.line("capture.more", Map.of("shown", shown.tasks().size(), "count", shown.count()));
        Pages.cards(message, view, found.stream().map(Task::id).toList(), from, id -> true);
        speaker.show(view, message.row().link("button.open", properties.panelLink("#tasks")));
    }
}
