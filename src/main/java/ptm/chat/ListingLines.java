package ptm.chat;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;

import ptm.filter.Filter;
import ptm.filter.FilterSentence;
import ptm.filter.Preset;
import ptm.filter.TaskFinder;
import ptm.suggestion.Situation;
import ptm.suggestion.SuggestionService;
import ptm.suggestion.Suggestions;
import ptm.task.Task;
import ptm.task.TaskId;

/** The lines of a list that answers a request: what was asked, what was found, and what is not in it. */
@Component
class ListingLines {

    /** Appointments named where there is nothing to do now. */
    private static final int AHEAD = 3;

    private final TaskFinder finder;
    private final SuggestionService suggestions;

    ListingLines(TaskFinder finder, SuggestionService suggestions) {
        this.finder = finder;
        this.suggestions = suggestions;
    }

    void head(Turn turn, MessageBuilder message, View.Listing listing, Suggestions found, Set<TaskId> exclude) {
        Suggestions.Loosened loosened = found.loosened();
        if (found.list().isEmpty())
            nothing(turn, message, found.preset(), listing.all(), exclude);
        else if (loosened == null)
            title(turn, message, listing);
        else if (!loosened.instead().isEmpty())
            message.line("request.wider", Map.of("condition", loosened.dropped(), "wider", loosened.instead()));
        else if (loosened.dropped().equals(FilterSentence.describe(Listings.MATTERS, turn.account().language())))
            message.line("request.withoutImpact");
        else
            message.line("request.without", Map.of("condition", loosened.dropped()));
    }

    private void nothing(Turn turn, MessageBuilder message, Preset preset, boolean all, Set<TaskId> exclude) {
        if (!exclude.isEmpty())
            message.line("request.noOthers");
        else if (count(turn, Listings.OPEN) == 0 && Listings.isOfOpen(preset.where()))
            message.line("request.noTasks");
        else if (all)
            message.line(noneOf(turn, preset));
        else if (Listings.isUsual(preset.where()))
            message.line("request.nothingNow");
        else
            message.line("request.nothing");
    }

    private static List<Span> noneOf(Turn turn, Preset preset) {
        String words = Listings.words(preset.where());
        if (words != null)
            return turn.say().line("lookup.noneFound", Map.of("words", turn.say().quoted(words)));
        return Listings.isOverdue(preset.where())
                ? turn.say().line("request.noneOverdue")
                : turn.say().line("request.none", Map.of("title", StaleLists.title(turn, preset, "")));
    }

    private long count(Turn turn, Filter where) {
        return finder.count(turn.id(), where, turn.now(), turn.zone());
    }

    static void title(Turn turn, MessageBuilder message, View.Listing listing) {
        Preset preset = Listings.parse(listing.preset(), listing.request());
        String title = listing.title().isEmpty() && !listing.all() && Listings.isUsual(preset.where())
                && StaleLists.title(turn, preset, "").equals(turn.say().text("request.everything"))
                        ? turn.say().text("request.askedNow")
                        : StaleLists.title(turn, preset, listing.title());
        if (listing.all() && listing.tasks().size() == listing.count())
            message.line("lookup", Map.of("title", title, "count", listing.count()));
        else
            message.line("request.title", Map.of("title", title)).then("request.count",
                    Map.of("shown", listing.tasks().size(), "count", listing.count()));
    }

    static void body(Turn turn, MessageBuilder message, List<Task> listed, List<String> reasons) {
        TaskLines lines = new TaskLines(turn.say());
        for (int i = 0; i < listed.size(); i++) {
            message.line(lines.line(i + 1, listed.get(i), false));
            if (i < reasons.size() && !reasons.get(i).isBlank())
                message.line(List.of(Span.italic(reasons.get(i))));
        }
    }

    /** Where the best of everything open was asked for: what was left out of it, so that the numbers agree. */
    void foot(Turn turn, MessageBuilder message, View.Listing listing, Preset preset, Situation situation) {
        if (listing.all() || !Listings.isUsual(preset.where()) || !situation.exclude().isEmpty())
            return;
        List<Task> ahead = suggestions.ahead(turn.account(), preset, situation);
        if (listing.tasks().isEmpty() && !ahead.isEmpty()) {
            message.line("request.ahead");
            body(turn, message, ahead.stream().limit(AHEAD).toList(), List.of());
            return;
        }
        long aside = count(turn, Listings.OPEN) - listing.count() - ahead.size();
        if (!ahead.isEmpty())
            message.line("request.appointments", Map.of("count", ahead.size()));
        if (aside > 0)
            message.line("request.aside", Map.of("count", aside));
    }
}
