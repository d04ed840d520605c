package ptm.chat;

import java.time.Duration;
import java.time.Instant;
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
import ptm.filter.Preset;
import ptm.suggestion.Plan;
import ptm.suggestion.Situation;
import ptm.suggestion.SuggestionService;
import ptm.task.TaskId;

/** An hour or more to spend: what to do in it one after the other, with the clock beside it. */
@Component
class PlanTalk {

    /** A plan begins at a round minute. */
    private static final int ROUND = 5;
    /** With less time left than this, a plan is over. */
    private static final Duration LEAST = Duration.ofMinutes(10);

    private final SuggestionService suggestions;
    private final RequestTalk requests;
    private final StaleLists stale;
    private final Views views;
    private final Speaker speaker;

    PlanTalk(SuggestionService suggestions, RequestTalk requests, StaleLists stale, Views views, Speaker speaker) {
        this.suggestions = suggestions;
        this.requests = requests;
        this.stale = stale;
        this.views = views;
        this.speaker = speaker;
    }

    /** @param unread words that could not be used; they are named */
    Effect plan(Turn turn, Preset preset, List<String> unread) {
        int minutes = Listings.most(preset.where()).orElse(0);
        Plan first = plan(turn, preset, minutes, true, Set.of());
        if (first.slots().isEmpty())
            return requests.list(turn, preset, "", false, unread);
        return () -> {
            stale.mark(turn);
            Instant until = begin(turn).plus(Duration.ofMinutes(minutes));
            View view = views.add(turn.id(), turn.address(), turn.source(),
                    new View.Plan(Listings.print(preset), preset.request() == null ? "" : preset.request(),
                            until.getEpochSecond(), true, List.of(), List.of()));
            show(turn, view, plan(turn, preset, minutes, true, Set.of()), unread);
            return null;
        };
    }

    private static Instant begin(Turn turn) {
        long step = Duration.ofMinutes(ROUND).toSeconds();
        return Instant.ofEpochSecond((turn.now().getEpochSecond() + step - 1) / step * step);
    }

    private Plan plan(Turn turn, Preset preset, int minutes, boolean breaks, Set<TaskId> exclude) {
        return suggestions.plan(turn.account(), preset, minutes, breaks,
                new Situation(turn.now(), turn.zone(), exclude));
    }

    private void show(Turn turn, View view, Plan plan, List<String> unread) {
        View.Plan asked = (View.Plan) view.content();
        List<TaskId> ids = plan.slots().stream().map(slot -> slot.task().id()).toList();
        Set<TaskId> all = new LinkedHashSet<>(asked.shownAll());
        all.addAll(ids);
        views.save(view.with(new View.Plan(asked.preset(), asked.request(), asked.until(), asked.breaks(), ids,
                new ArrayList<>(all))));
        MessageBuilder message = speaker.message(turn);
        head(turn, message, asked, plan);
        if (!unread.isEmpty())
            message.line("request.unread", Map.of("words", String.join(", ", unread)));
        if (plan.slots().isEmpty())
            message.line("request.noOthers").button("button.back", new ButtonAction.Refine(view.id(), Refinement.BACK));
        else
            slots(turn, message, view, asked, plan);
        speaker.show(view, message);
    }

    private static void head(Turn turn, MessageBuilder message, View.Plan asked, Plan plan) {
        message.line("plan", Map.of("from", turn.say().time(begin(turn)), "until",
                turn.say().time(Instant.ofEpochSecond(asked.until()))));
        if (!plan.slots().isEmpty() && plan.spare() >= ROUND)
            message.then("plan.spare", Map.of("minutes", turn.say().minutes(plan.spare())));
    }

    private static void slots(Turn turn, MessageBuilder message, View view, View.Plan asked, Plan plan) {
        TaskLines lines = new TaskLines(turn.say());
        boolean rests = false;
        for (Plan.Slot slot : plan.slots()) {
            if (slot.rest() > 0)
                message.line("plan.break", Map.of("time", at(turn, slot.from() - slot.rest())));
            rests |= slot.rest() > 0;
            message.line("plan.slot", Map.of("time", at(turn, slot.from()), "title", slot.task().title()))
                    .then(List.of(Span.plain(turn.say().separator() + lines.minutes(slot.task()))));
            String reason = slot.first() ? turn.say().text("plan.hardest") : slot.reason();
            if (!reason.isEmpty())
                message.then(List.of(Span.plain(turn.say().separator()), Span.italic(reason)));
        }
        message.button("button.go", new ButtonAction.Start(plan.slots().getFirst().task().id()))
                .button("button.others", new ButtonAction.Refine(view.id(), Refinement.OTHERS))
                .button("button.easier", new ButtonAction.Refine(view.id(), Refinement.EASIER));
        if (rests)
            message.button("button.noBreak", new ButtonAction.Refine(view.id(), Refinement.NO_BREAK));
    }

    private static String at(Turn turn, int minutes) {
        return turn.say().time(begin(turn).plus(Duration.ofMinutes(minutes)));
    }

    /** Plans the time that is left once more, in another way. */
    @Nullable
    String refine(Turn turn, View view, Refinement refinement) {
        View.Plan asked = (View.Plan) view.content();
        Preset preset = Listings.parse(asked.preset(), asked.request());
        Set<TaskId> exclude = refinement == Refinement.BACK ? new HashSet<>() : new HashSet<>(asked.shownAll());
        if (refinement != Refinement.OTHERS)
            exclude.removeAll(asked.tasks());
        boolean breaks = asked.breaks() && refinement != Refinement.NO_BREAK;
        if (refinement == Refinement.EASIER)
            preset = Listings.easier(preset);
        int minutes = left(turn, asked);
        if (minutes < LEAST.toMinutes())
            return turn.say().text("plan.over");
        View turned = view.with(new View.Plan(Listings.print(preset), asked.request(), asked.until(), breaks,
                asked.tasks(), asked.shownAll()));
        show(turn, turned, plan(turn, preset, minutes, breaks, exclude), List.of());
        return null;
    }

    private static int left(Turn turn, View.Plan asked) {
        return (int) Duration.between(begin(turn), Instant.ofEpochSecond(asked.until())).toMinutes();
    }

    /** What to do next, after something was finished: what is left of the plan, or the last question again. */
    @Nullable
    String next(Turn turn) {
        Optional<View> last = views.lastAsked(turn.id(), turn.address());
        if (last.isEmpty() || !(last.get().content() instanceof View.Plan planned)
                || left(turn, planned) < LEAST.toMinutes())
            return requests.next(turn);
        Preset preset = Listings.parse(planned.preset(), planned.request());
        Plan rest = plan(turn, preset, left(turn, planned), planned.breaks(), Set.of());
        if (rest.slots().isEmpty())
            return requests.next(turn);
        View view = views.add(turn.id(), turn.address(), turn.source(), planned);
        show(turn, view, rest, List.of());
        return null;
    }
}
