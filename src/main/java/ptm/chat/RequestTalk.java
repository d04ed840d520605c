package ptm.chat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import ptm.chat.ButtonAction.Refinement;
import ptm.filter.FilterSentence;
import ptm.filter.Preset;
import ptm.filter.Presets;
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

    /** Conditions that can be dropped with one tap each. */
    private static final int CONDITIONS = 6;
    private static final int ALTERNATIVES = 2;

    private final SuggestionService suggestions;
    private final TaskFinder finder;
    private final TaskService tasks;
    private final Presets presets;
    private final Views views;
    private final Questions questions;
    private final Speaker speaker;
    private final ChatProperties properties;

    RequestTalk(SuggestionService suggestions, TaskFinder finder, TaskService tasks, Presets presets, Views views,
            Questions questions, Speaker speaker, ChatProperties properties) {
        this.suggestions = suggestions;
        this.finder = finder;
        this.tasks = tasks;
        this.presets = presets;
        this.views = views;
        this.questions = questions;
        this.speaker = speaker;
        this.properties = properties;
    }

    /**
     * @param title  said instead of the conditions, or null
     * @param unread words that could not be used; they are named
     */
    Effect list(Turn turn, Preset preset, @Nullable String title, List<String> unread) {
        return () -> {
            markStale(turn);
            View.Listing listing = new View.Listing(Listings.print(preset),
                    preset.request() == null ? "" : preset.request(), title, List.of(), List.of(), List.of());
            View view = views.add(turn.id(), turn.address(), turn.source(), listing);
            run(turn, view, listing, preset, Set.of(), unread);
            return null;
        };
    }

    /** A number of tasks instead of the tasks. */
    Effect count(Turn turn, Preset preset) {
        return () -> {
            long count = finder.count(turn.id(), preset.where(), turn.now(), turn.zone());
            View view = views.add(turn.id(), turn.address(), turn.source(), new View.Listing(Listings.print(preset),
                    preset.request() == null ? "" : preset.request(), null, List.of(), List.of(), List.of()));
            MessageBuilder message = speaker.message(turn).line("request.answerCount",
                    Map.of("title", title(turn, preset, null), "count", count));
            if (count > 0)
                message.button("button.show", new ButtonAction.Refine(view.id(), Refinement.BACK));
            speaker.show(view, message);
            return null;
        };
    }

    /** The list that stands above says that it is no longer the newest. */
    private void markStale(Turn turn) {
        Optional<View> older = views.lastListing(turn.id(), turn.address());
        if (older.isEmpty())
            return;
        View.Listing listing = (View.Listing) older.get().content();
        if (listing.tasks().isEmpty())
            return;
        MessageBuilder message = speaker.message(turn).line("request.title",
                Map.of("title", title(turn, Listings.parse(listing.preset(), null), listing.title())));
        TaskLines lines = new TaskLines(turn.say());
        numbered(tasks.findAll(turn.id(), listing.tasks()),
                (number, task) -> message.line(lines.line(number, task, false)));
        speaker.show(older.get(), message.line("request.stale"));
    }

    private void run(Turn turn, View view, View.Listing listing, Preset preset, Set<TaskId> exclude,
            List<String> unread) {
        Suggestions found = suggestions.suggest(turn.account(), preset,
                new Situation(turn.now(), turn.zone(), exclude));
        MessageBuilder message = speaker.message(turn);
        head(turn, message, listing, found, exclude);
        if (!unread.isEmpty())
            message.line("request.unread", Map.of("words", String.join(", ", unread)));
        TaskLines lines = new TaskLines(turn.say());
        int number = 1;
        for (Suggestion suggestion : found.list()) {
            message.line(lines.line(number++, suggestion.task(), false));
            if (!suggestion.reason().isBlank())
                message.line(List.of(Span.italic(suggestion.reason())));
            suggestions.feedback(suggestion.task().key(), Feedback.SHOWN);
        }
        buttons(turn, message, view, found);
        remember(view, listing, found);
        speaker.show(view, message);
    }

    private void head(Turn turn, MessageBuilder message, View.Listing listing, Suggestions found, Set<TaskId> exclude) {
        if (found.list().isEmpty()) {
            boolean anything = finder.count(turn.id(), new ptm.filter.Filter.All(Listings.usual()), turn.now(),
                    turn.zone()) > 0;
            message.line(!exclude.isEmpty() ? "request.noOthers" : anything ? "request.nothing" : "request.noTasks");
            return;
        }
        if (found.loosened() != null) {
            message.line("request.without", Map.of("condition", found.loosened().dropped()));
            return;
        }
        message.line("request.title", Map.of("title", title(turn, found.preset(), listing.title())));
        message.then("request.count", Map.of("shown", found.list().size(), "count", found.count()));
    }

    private static String title(Turn turn, Preset preset, @Nullable String title) {
        if (title != null)
            return title;
        String said = FilterSentence.describe(preset.where(), preset.order(), preset.limit(),
                turn.account().language()).title();
        return said.isBlank() ? turn.say().text("request.everything") : said;
    }

    private void buttons(Turn turn, MessageBuilder message, View view, Suggestions found) {
        message.row();
        numbered(found.list().stream().map(Suggestion::task).limit(CaptureTalk.PAGE).toList(), (number, task) -> {
            if (task.isOpen())
                message.button("button.startNumber", Map.of("number", Integer.toString(number)),
                        new ButtonAction.Start(task.id()));
            else
                message.button("button.cardNumber", Map.of("number", Integer.toString(number)),
                        new ButtonAction.OpenCard(view.id(), task.id()));
        });
        message.row();
        if (found.loosened() != null) {
            int i = 0;
            for (Suggestions.Alternative alternative : found.loosened().alternatives().stream().limit(ALTERNATIVES)
                    .toList())
                message.labelled(alternative.label(), new ButtonAction.TakeAlternative(view.id(), i++));
            return;
        }
        if (found.list().isEmpty())
            return;
        message.button("button.others", new ButtonAction.Refine(view.id(), Refinement.OTHERS))
                .button("button.easier", new ButtonAction.Refine(view.id(), Refinement.EASIER))
                .button("button.shorter", new ButtonAction.Refine(view.id(), Refinement.SHORTER)).row();
        if (Listings.most(found.preset().where()).isPresent())
            message.button("button.plus15", new ButtonAction.Refine(view.id(), Refinement.LONGER));
        message.button("button.filter", new ButtonAction.Refine(view.id(), Refinement.CONDITIONS));
    }

    private void remember(View view, View.Listing listing, Suggestions found) {
        List<TaskId> ids = found.list().stream().map(suggestion -> suggestion.task().id()).toList();
        Set<TaskId> all = new LinkedHashSet<>(listing.shownAll());
        all.addAll(ids);
        List<String> ladder = found.loosened() == null
                ? List.of()
                : found.loosened().alternatives().stream().limit(ALTERNATIVES)
                        .map(alternative -> Listings.print(alternative.preset())).toList();
        views.save(view.with(new View.Listing(Listings.print(found.preset()), listing.request(), listing.title(), ids,
                new ArrayList<>(all), ladder)));
    }

    /** Turns the question of a list that stands already. */
    @Nullable
    String refine(Turn turn, View view, Refinement refinement) {
        if (!(view.content() instanceof View.Listing listing))
            return turn.say().text("toast.unknown");
        Preset preset = Listings.parse(listing.preset(), listing.request());
        switch (refinement) {
            case OTHERS -> run(turn, view, listing, preset, new HashSet<>(listing.shownAll()), List.of());
            case EASIER -> again(turn, view, listing, Listings.easier(preset));
            case SHORTER -> again(turn, view, listing, Listings.shorter(preset));
            case LONGER -> again(turn, view, listing, Listings.longer(preset));
            case BACK -> again(turn, view, listing, preset);
            case CONDITIONS -> conditions(turn, view, listing, preset);
        }
        return null;
    }

    private void again(Turn turn, View view, View.Listing listing, Preset preset) {
        String title = Listings.print(preset).equals(listing.preset()) ? listing.title() : null;
        run(turn, view,
                new View.Listing(Listings.print(preset), listing.request(), title, listing.tasks(), List.of(),
                        List.of()),
                preset, Set.of(), List.of());
    }

    private void conditions(Turn turn, View view, View.Listing listing, Preset preset) {
        MessageBuilder message = speaker.message(turn)
                .line("request.title", Map.of("title", title(turn, preset, listing.title())))
                .line(List.of(Span.italic(Listings.print(preset)))).row();
        List<FilterSentence.Chip> chips = chips(turn, preset);
        for (int i = 0; i < Math.min(CONDITIONS, chips.size()); i++) {
            if (i > 0 && i % 3 == 0)
                message.row();
            message.button("button.reject", Map.of("chip", chips.get(i).text()),
                    new ButtonAction.DropCondition(view.id(), i));
        }
        message.row().button("button.save", new ButtonAction.SavePreset(view.id()))
                .link("button.open", properties.panelLink("#tasks"))
                .button("button.back", new ButtonAction.Refine(view.id(), Refinement.BACK));
        speaker.show(view, message);
    }

    private static List<FilterSentence.Chip> chips(Turn turn, Preset preset) {
        return FilterSentence.describe(preset.where(), preset.order(), preset.limit(), turn.account().language())
                .chips();
    }

    @Nullable
    String dropCondition(Turn turn, View view, int index) {
        if (!(view.content() instanceof View.Listing listing))
            return turn.say().text("toast.unknown");
        Preset preset = Listings.parse(listing.preset(), listing.request());
        List<FilterSentence.Chip> chips = chips(turn, preset);
        if (index >= chips.size())
            return turn.say().text("toast.already");
        again(turn, view, listing, Listings.without(preset, chips.get(index).part()));
        return null;
    }

    @Nullable
    String takeAlternative(Turn turn, View view, int index) {
        if (!(view.content() instanceof View.Listing listing) || index >= listing.ladder().size())
            return turn.say().text("toast.unknown");
        again(turn, view, listing, Listings.parse(listing.ladder().get(index), listing.request()));
        return null;
    }

    @Nullable
    String save(Turn turn, View view) {
        if (!(view.content() instanceof View.Listing listing))
            return turn.say().text("toast.unknown");
        Preset preset = Listings.parse(listing.preset(), listing.request());
        String name = listing.request().isBlank() ? title(turn, preset, listing.title()) : listing.request();
        Preset saved = presets.save(turn.id(), new Preset(null, shortened(name), listing.request(), preset.where(),
                preset.order(), preset.limit(), false));
        if (saved.id() != null)
            questions.ask(turn.id(), turn.address(), new Question(Question.Kind.PRESET_NAME, view.id(), saved.id()));
        speaker.reply(turn, speaker.message(turn).line("request.saved", Map.of("name", shortened(name))));
        return null;
    }

    /** The answer to the question under a saved preset. */
    Effect rename(Turn turn, long preset, String name) {
        return () -> {
            questions.forget(turn.id(), turn.address());
            Optional<Preset> found = presets.find(turn.id(), preset);
            if (found.isEmpty())
                return null;
            Preset old = found.get();
            presets.save(turn.id(), new Preset(old.id(), shortened(name.strip()), old.request(), old.where(),
                    old.order(), old.limit(), old.pinned()));
            speaker.reply(turn, speaker.message(turn).line("request.renamed", Map.of("name", shortened(name.strip()))));
            return null;
        };
    }

    private static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= 60 ? name : name.substring(0, name.offsetByCodePoints(0, 60));
    }

    Effect saved(Turn turn) {
        return () -> {
            List<Preset> all = presets.list(turn.id());
            MessageBuilder message = speaker.message(turn)
                    .line(all.isEmpty() ? "request.noPresets" : "request.presets");
            for (Preset preset : all.stream().limit(8).toList())
                if (preset.id() != null)
                    message.row().labelled(preset.name() == null ? title(turn, preset, null) : preset.name(),
                            new ButtonAction.RunPreset(preset.id()));
            speaker.reply(turn, message);
            return null;
        };
    }

    @Nullable
    String runSaved(Turn turn, long id) {
        Optional<Preset> preset = presets.find(turn.id(), id);
        return preset.isEmpty()
                ? turn.say().text("toast.gone")
                : list(turn, preset.get(), preset.get().name(), List.of()).apply();
    }

    /** What to do next, after something was finished: the last question again, or what is best now. */
    @Nullable
    String next(Turn turn) {
        Preset preset = views.lastListing(turn.id(), turn.address())
                .map(view -> Listings.parse(((View.Listing) view.content()).preset(), null)).orElse(Listings.now());
        return list(turn, preset, null, List.of()).apply();
    }

    private static void numbered(List<Task> tasks, Numbered each) {
        int number = 1;
        for (Task task : tasks)
            each.accept(number++, task);
    }

    /** Takes a task with its number. */
    private interface Numbered {
        void accept(int number, Task task);
    }
}
