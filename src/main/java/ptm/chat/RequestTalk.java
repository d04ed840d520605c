package ptm.chat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import ptm.chat.ButtonAction.Refinement;
import ptm.filter.FilterSentence;
import ptm.filter.Preset;
import ptm.filter.TaskFinder;
import ptm.suggestion.Feedback;
import ptm.suggestion.Situation;
import ptm.suggestion.Suggestion;
import ptm.suggestion.SuggestionService;
import ptm.suggestion.Suggestions;
import ptm.task.Task;
import ptm.task.TaskId;
import ptm.task.TaskService;

/** Asked for tasks: hands back the right few, says why, and lets the question be turned. */
@Component
class RequestTalk {

    /** Lines of one message; the rest is counted. */
    private static final int LINES = 15;

    private final SuggestionService suggestions;
    private final ListingLines lines;
    private final TaskFinder finder;
    private final TaskService tasks;
    private final StaleLists stale;
    private final Views views;
    private final Speaker speaker;
    private final ChatProperties properties;

    RequestTalk(SuggestionService suggestions, ListingLines lines, TaskFinder finder, TaskService tasks,
            StaleLists stale, Views views,
            Speaker speaker,
            ChatProperties properties) {
        this.suggestions = suggestions;
        this.lines = lines;
        this.finder = finder;
        this.tasks = tasks;
        this.stale = stale;
        this.views = views;
        this.speaker = speaker;
        this.properties = properties;
    }

    /** The few that are best now. @param title said instead of the conditions, or empty */
    Effect list(Turn turn, Preset preset, String title) {
        return list(turn, preset, title, false, List.of());
    }

    /**
     * @param title  said instead of the conditions, or empty
     * @param all    whether everything that matches is listed as it is, or the best few are chosen
     * @param unread words that could not be used; they are named
     */
    Effect list(Turn turn, Preset preset, String title, boolean all, List<String> unread) {
        return () -> {
            stale.mark(turn);
            View view = views.add(turn.id(), turn.address(), turn.source(), listing(preset, title, all));
            run(turn, view, preset, Set.of(), unread);
            return null;
        };
    }

    Effect now(Turn turn) {
        return list(turn, Listings.now(), turn.say().text("request.askedNow"));
    }

    private static View.Listing listing(Preset preset, String title, boolean all) {
        return View.Listing.asked(Listings.print(preset), preset.request() == null ? "" : preset.request(), title,
                all);
    }

    /** A number of tasks instead of the tasks. */
    Effect count(Turn turn, Preset preset) {
        return () -> {
            long count = finder.count(turn.id(), Listings.withFuture(preset.where()), turn.now(), turn.zone());
            View view = views.add(turn.id(), turn.address(), turn.source(), listing(preset, "", true));
            MessageBuilder message = speaker.message(turn).line("request.answerCount",
                    Map.of("title", StaleLists.title(turn, preset, ""), "count", count));
            if (count > 0)
                message.button("button.show", new ButtonAction.Refine(view.id(), Refinement.BACK));
            speaker.show(view, message);
            return null;
        };
    }

    /** What to do next, after something was finished: the last question again, or what is best now. */
    @Nullable
    String next(Turn turn) {
        Optional<View> last = views.lastListing(turn.id(), turn.address());
        if (last.isEmpty())
            return now(turn).apply();
        View.Listing listing = (View.Listing) last.get().content();
        return list(turn, Listings.parse(listing.preset(), listing.request()), listing.title(), listing.all(),
                List.of())
                .apply();
    }

    private void run(Turn turn, View view, Preset preset, Set<TaskId> exclude, List<String> unread) {
        View.Listing asked = (View.Listing) view.content();
        Situation situation = new Situation(turn.now(), turn.zone(), exclude);
        Suggestions found = asked.all() ? everything(turn, preset, situation) : best(turn, preset, situation);
        View.Listing shown = answered(asked, found);
        views.save(view.with(shown));
        MessageBuilder message = speaker.message(turn);
        List<Task> listed = found.list().stream().map(Suggestion::task).toList();
        lines.head(turn, message, shown, found, exclude);
        if (!unread.isEmpty())
            message.line("request.unread", Map.of("words", String.join(", ", unread)));
        ListingLines.body(turn, message, listed, shown.reasons());
        lines.foot(turn, message, shown, preset, situation);
        ListingButtons.numbers(message, view, listed, 1, asked.all());
        if (found.loosened() != null)
            ListingButtons.alternatives(message.row(), view, found.loosened());
        else if (!listed.isEmpty())
            ListingButtons.tweaks(message.row(), view, found.preset(), asked.all());
        else
            ListingButtons.wayOut(message, view, asked, exclude);
        speaker.show(view, message);
    }

    private Suggestions best(Turn turn, Preset preset, Situation situation) {
        Suggestions found = suggestions.suggest(turn.account(), preset, situation);
        found.list().forEach(suggestion -> suggestions.feedback(suggestion.task().key(), Feedback.SHOWN));
        return found;
    }

    private Suggestions everything(Turn turn, Preset preset, Situation situation) {
        int most = preset.limit() == null ? LINES : Math.min(LINES, preset.limit());
        Suggestions found = suggestions.list(turn.account(), Listings.all(preset), most, situation);
        return found.loosened() == null
                ? new Suggestions(preset, found.list(), found.count(), null)
                : found;
    }

    private static View.Listing answered(View.Listing asked, Suggestions found) {
        List<TaskId> ids = found.list().stream().map(suggestion -> suggestion.task().id()).toList();
        Set<TaskId> all = new LinkedHashSet<>(asked.shownAll());
        all.addAll(ids);
        List<String> ladder = found.loosened() == null
                ? List.of()
                : found.loosened().alternatives().stream().limit(ListingButtons.ALTERNATIVES)
                        .map(alternative -> Listings.print(alternative.preset())).toList();
        return new View.Listing(Listings.print(found.preset()), asked.request(), asked.title(), ids,
                new ArrayList<>(all), ladder, found.list().stream().map(Suggestion::reason).toList(), found.count(),
                asked.all());
    }

    /** Turns the question of a list that stands already. */
    @Nullable
    String refine(Turn turn, View view, Refinement refinement) {
        if (!(view.content() instanceof View.Listing listing))
            return turn.say().text("toast.unknown");
        Preset preset = Listings.parse(listing.preset(), listing.request());
        switch (refinement) {
            case OTHERS -> run(turn, view, preset, new HashSet<>(listing.shownAll()), List.of());
            case EASIER -> again(turn, view, Listings.easier(preset));
            case SHORTER -> again(turn, view, Listings.shorter(preset));
            case LONGER -> again(turn, view, Listings.longer(preset));
            case BACK, NO_BREAK -> again(turn, view, preset);
            case CONDITIONS ->
                    same(turn, view, (message, listed) -> ListingButtons.conditions(turn, message, view, preset,
                            properties.panelLink("#tasks")));
        }
        return null;
    }

    private void again(Turn turn, View view, Preset preset) {
        View.Listing listing = (View.Listing) view.content();
        String text = Listings.print(preset);
        View.Listing asked = new View.Listing(text, listing.request(),
                text.equals(listing.preset()) ? listing.title() : "", listing.tasks(), List.of(), List.of(), List.of(),
                0, listing.all());
        run(turn, view.with(asked), preset, Set.of(), List.of());
    }

    /** The list as it was, with five of its buttons. @param from the first of their numbers */
    void page(Turn turn, View view, int from) {
        Preset preset = Listings.parse(((View.Listing) view.content()).preset(), null);
        same(turn, view, (message, listed) -> {
            boolean all = ((View.Listing) view.content()).all();
            ListingButtons.numbers(message, view, listed, from, all);
            ListingButtons.tweaks(message.row(), view, preset, all);
        });
    }

    /** The list as it was, with other buttons. */
    private void same(Turn turn, View view, BiConsumer<MessageBuilder, List<Task>> buttons) {
        View.Listing listing = (View.Listing) view.content();
        List<Task> listed = tasks.findAll(turn.id(), listing.tasks());
        MessageBuilder message = speaker.message(turn);
        ListingLines.title(turn, message, listing);
        ListingLines.body(turn, message, listed,
                listed.size() == listing.tasks().size() ? listing.reasons() : List.of());
        buttons.accept(message, listed);
        speaker.show(view, message);
    }

    @Nullable
    String dropCondition(Turn turn, View view, int index) {
        if (!(view.content() instanceof View.Listing listing))
            return turn.say().text("toast.unknown");
        Preset preset = Listings.parse(listing.preset(), listing.request());
        List<FilterSentence.Chip> chips = ListingButtons.chips(turn, preset);
        if (index >= chips.size())
            return turn.say().text("toast.already");
        again(turn, view, Listings.without(preset, chips.get(index).part()));
        return null;
    }

    @Nullable
    String takeAlternative(Turn turn, View view, int index) {
        if (!(view.content() instanceof View.Listing listing) || index >= listing.ladder().size())
            return turn.say().text("toast.unknown");
        again(turn, view, Listings.parse(listing.ladder().get(index), listing.request()));
        return null;
    }

    /** Why a task is not in a list. @param list the one that was asked for last, or null: then in what is best now */
    String whyNot(Turn turn, @Nullable View list, Task task) {
        Preset preset = list != null && list.content() instanceof View.Listing listing
                ? Listings.parse(listing.preset(), listing.request())
                : Listings.now();
        if (list != null && list.content().tasks().contains(task.id()))
            return turn.say().text("request.listed",
                    Map.of("title", task.title(), "number", list.content().tasks().indexOf(task.id()) + 1));
        String reason = suggestions.whyNot(turn.account(), task.key(), preset, Situation.at(turn.now(), turn.zone()));
        return reason.isEmpty() ? turn.say().text("request.fits", Map.of("title", task.title())) : reason;
    }
}
