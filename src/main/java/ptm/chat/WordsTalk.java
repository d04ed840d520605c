package ptm.chat;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import ptm.filter.Filter;
import ptm.filter.PageRequest;
import ptm.filter.Preset;
import ptm.filter.TaskFinder;
import ptm.task.Proposed;
import ptm.task.Provenance;
import ptm.task.TaskDraft;
import ptm.task.TaskEdit;
import ptm.task.TaskId;
import ptm.understanding.Answer;
import ptm.understanding.Asked;
import ptm.understanding.EditCommand;
import ptm.understanding.Intent;
import ptm.understanding.Interpretation;
import ptm.understanding.Origin;
import ptm.understanding.Topic;
import ptm.understanding.TypedKeys;
import ptm.understanding.UnderstandingService;
import ptm.understanding.Utterance;

/** Free words: the answer to an open question, or read for what is meant and passed on to the talk it belongs to. */
@Component
class WordsTalk {

    private static final int TITLE = 200;
    private static final int SHOWN = 3_000;

    private final UnderstandingService understanding;
    private final Ears ears;
    private final CaptureTalk captures;
    private final RequestTalk requests;
    private final EditTalk edits;
    private final TeachTalk teach;
    private final PlanTalk plans;
    private final AskTalk asks;
    private final AboutTalk abouts;
    private final AiTalk ai;
    private final AnswerTalk answers;
    private final TaskFinder finder;
    private final Views views;
    private final Questions questions;
    private final Speaker speaker;

    WordsTalk(UnderstandingService understanding, Ears ears, CaptureTalk captures, RequestTalk requests,
            EditTalk edits, TeachTalk teach, PlanTalk plans, AskTalk asks, AboutTalk abouts, AiTalk ai,
            AnswerTalk answers,
            TaskFinder finder, Views views, Questions questions, Speaker speaker) {
        this.understanding = understanding;
        this.ears = ears;
        this.captures = captures;
        this.requests = requests;
        this.edits = edits;
        this.teach = teach;
        this.plans = plans;
        this.asks = asks;
        this.abouts = abouts;
        this.ai = ai;
        this.answers = answers;
        this.finder = finder;
        this.views = views;
        this.questions = questions;
        this.speaker = speaker;
    }

    Effect read(Turn turn, Incoming.Words said) {
        if (said.text().isBlank())
            return reply(turn, "capture.empty", Map.of());
        if (said.text().length() > Utterance.MAX_LENGTH)
            return reply(turn, "tooLong", Map.of("count", said.text().length(), "max", Utterance.MAX_LENGTH));
        List<String> keys = said.origin().isOwn() ? TypedKeys.in(said.text()) : List.of();
        if (!keys.isEmpty())
            return ai.keyTyped(turn, keys);
        Optional<Question> question = said.origin().isOwn()
                ? questions.find(turn.id(), turn.address())
                : Optional.empty();
        Optional<Effect> answer = question
                .flatMap(asked -> chosen(turn, asked, said.text()).or(() -> answers.answer(turn, asked, said)));
        return answer.orElseGet(() -> unasked(turn, question.isPresent(),
                said.origin().isOwn()
                        ? whyNot(turn, said.text()).orElseGet(() -> reading(turn, said))
                        : reading(turn, said)));
    }

    /** Words in place of a button under "which one?" or "sure?"; empty where they are no answer to that. */
    private Optional<Effect> chosen(Turn turn, Question asked, String text) {
        Optional<View> view = views.find(turn.id(), asked.view());
        if (view.isEmpty() || !(view.get().content() instanceof View.Saying saying))
            return Optional.empty();
        Optional<TaskId> meant = switch (asked.kind()) {
            case WHICH -> understanding.pointed(turn.account(), text, saying.tasks());
            case SURE -> Asides.isYes(text) ? Optional.of(new TaskId(0)) : Optional.empty();
            case CLOCK, PLACE, REMINDER_MOMENT, PRESET_NAME, STEPS -> Optional.empty();
        };
        return meant.map(task -> answers.forgetting(turn, choose(turn, asked.view(), task)));
    }

    /** Words about something else: what was asked before is not waited for any more. */
    private Effect unasked(Turn turn, boolean wasAsked, Effect effect) {
        return wasAsked ? answers.forgetting(turn, effect) : effect;
    }

    private Effect reading(Turn turn, Incoming.Words said) {
        return act(turn, said.text(), interpret(turn, said.text(), said.origin()),
                said.origin() == Origin.FORWARDED ? forwarder(said) : null);
    }

    /** Why a task is not in the list above, or not best now; empty where that is not asked, or of no task of theirs. */
    private Optional<Effect> whyNot(Turn turn, String text) {
        Optional<View> list = views.lastChoice(turn.id(), turn.address());
        return Asides.whyNot(text).flatMap(words -> finder.find(turn.id(),
                Filter.all(new Filter.Words(words), Listings.OPEN), List.of(), PageRequest.first(1), turn.now(),
                turn.zone()).tasks().stream().findFirst())
                .map(task -> () -> requests.whyNot(turn, list.orElse(null), task));
    }

    private static String forwarder(Incoming.Words said) {
        return said.forwardedFrom() == null ? "" : said.forwardedFrom();
    }

    private Effect reply(Turn turn, String key, Map<String, ?> arguments) {
        return () -> {
            speaker.reply(turn, speaker.message(turn).line(key, arguments));
            return null;
        };
    }

    private Interpretation interpret(Turn turn, String text, Origin origin) {
        return understanding.interpret(turn.account(), new Utterance(text, turn.now(), origin),
                views.lastShown(turn.id(), turn.address()), null, null);
    }

    private Effect act(Turn turn, String text, Interpretation read, @Nullable String forwardedFrom) {
        return switch (read.intent()) {
            case Intent.Capture(List<TaskDraft> drafts) ->
                    drafts.isEmpty()
                            ? captures.nothing(turn, text)
                            : captures.capture(turn, drafts, read.unread(), forwardedFrom);
            case Intent.Request(Preset preset, Answer answer) -> switch (answer) {
                case LIST, ALL -> requests.list(turn, asked(preset, text), "", answer == Answer.ALL, read.unread());
                case PLAN -> plans.plan(turn, asked(preset, text), read.unread());
                case COUNT -> requests.count(turn, asked(preset, text));
            };
            case Intent.Ask(Asked what, List<TaskId> asked, String _) -> asks.answer(turn, text, what, asked);
            case Intent.About(Topic topic, String about) -> abouts.about(turn, topic, about);
            case Intent.Edit(List<EditCommand> commands) -> edits.edit(turn, new EditTalk.Said(text,
                    views.lastShown(turn.id(), turn.address()), read.unread(), commands), null);
            case Intent.Teach taught -> teach.teach(turn, taught);
            case Intent.Smalltalk() -> captures.nothing(turn, text);
        };
    }

    private static Preset asked(Preset preset, String text) {
        return new Preset(preset.id(), preset.name(), text, preset.where(), preset.order(), preset.limit(),
                preset.pinned());
    }

    /** Earlier words were changed: what came from them follows; what came from none is read as new. */
    Effect reread(Turn turn, Incoming.Rewording said) {
        if (said.text().isBlank() || said.text().length() > Utterance.MAX_LENGTH)
            return () -> null;
        List<String> keys = TypedKeys.in(said.text());
        if (!keys.isEmpty())
            return ai.keyTyped(turn, keys);
        Optional<View> view = views.findBySource(turn.id(), turn.address(), said.message());
        if (view.isPresent() && view.get().content() instanceof View.Capture capture) {
            // words that can be nothing but tasks: they were tasks before
            Interpretation read = interpret(turn, said.text(), Origin.FORWARDED);
            if (read.intent() instanceof Intent.Capture(List<TaskDraft> drafts))
                return captures.reword(turn, view.get(), capture, drafts, read.unread());
        }
        return act(turn, said.text(), interpret(turn, said.text(), Origin.OWN), null);
    }

    /** Something said aloud: what was heard is shown and read like words, else the person is asked for the words. */
    Effect sound(Turn turn, Incoming.Sound sound) {
        return switch (ears.listen(turn, sound)) {
            case Ears.Heard.Words(String text) -> {
                Effect effect = read(turn, sound.said((sound.caption() + "\n" + text).strip()));
                yield () -> {
                    speaker.reply(turn, speaker.message(turn).line("voice.heard", Map.of("words", shown(text))));
                    return effect.apply();
                };
            }
            case Ears.Heard.Nothing(String key, Map<String, ?> arguments) -> sound.caption().isBlank()
                    ? reply(turn, key, arguments)
                    : read(turn, sound.captioned());
        };
    }

    /** In one paragraph, cut to what a message holds. */
    private static String shown(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= SHOWN
                ? line
                : line.substring(0, line.offsetByCodePoints(0, SHOWN - 1)) + "…";
    }

    /** Reading failed too often: the words stay, and can be tried again or taken as they are. */
    @Nullable
    String parked(Turn turn, String text, Origin origin) {
        View view = views.add(turn.id(), turn.address(), turn.source(), new View.Saying(text, List.of()));
        MessageBuilder message = speaker.message(turn).line("parked");
        if (origin.isOwn()) // tried again, words of somebody else would be read as the person's own
            message.button("button.retry", new ButtonAction.Retry(view.id()));
        speaker.show(view, message.button("button.asTask", new ButtonAction.CaptureAnyway(view.id())));
        return null;
    }

    Effect retry(Turn turn, long viewId) {
        return saying(turn, viewId, (view, saying) -> act(sourced(turn, view), saying.text(),
                interpret(turn, saying.text(), Origin.OWN), null));
    }

    /** These words are a task, whatever they were taken for. */
    Effect captureAnyway(Turn turn, long viewId) {
        return saying(turn, viewId, (view, saying) -> captures.capture(sourced(turn, view),
                List.of(asOneTask(turn, saying.text())), List.of(), null));
    }

    /** These words tell of something done that was no task before. */
    Effect keepDone(Turn turn, long viewId) {
        return saying(turn, viewId,
                (view, saying) -> captures.keepDone(sourced(turn, view), asOneTask(turn, saying.text())));
    }

    static TaskDraft asOneTask(Turn turn, String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        String title = line.codePointCount(0, line.length()) <= TITLE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, TITLE - 1)) + "…";
        return new TaskDraft(text, List.of(new Proposed(new TaskEdit.Rename(title), Provenance.user(turn.now()))));
    }

    /** The person said which task they meant, or with id 0 that they mean them all. */
    Effect choose(Turn turn, long viewId, TaskId chosen) {
        return saying(turn, viewId, (view, saying) -> {
            Utterance utterance = Utterance.own(saying.text(), turn.now());
            Interpretation read = understanding.interpret(turn.account(), utterance, saying.tasks(), null, null);
            return read.intent() instanceof Intent.Edit(List<EditCommand> commands)
                    ? edits.edit(sourced(turn, view), new EditTalk.Said(saying.text(), saying.tasks(), read.unread(),
                            chosen.value() == 0 ? commands : pointed(turn, utterance, commands, chosen)), chosen)
                    : () -> turn.say().text("toast.unknown");
        });
    }

    /** The commands, those that the chosen task is of as they are of it alone: "to 11" is then on its own day. */
    private List<EditCommand> pointed(Turn turn, Utterance utterance, List<EditCommand> commands, TaskId chosen) {
        List<EditCommand> its = understanding.interpretOf(turn.account(), utterance, chosen)
                .intent() instanceof Intent.Edit(List<EditCommand> read)
                        ? read.stream().filter(command -> command.tasks().contains(chosen)).toList()
                        : List.of();
        return commands.stream().map(command -> !command.candidates().contains(chosen)
                ? command
                : its.stream().filter(one -> one.verb() == command.verb() && !one.set().isEmpty()).findFirst()
                        .orElse(command))
                .toList();
    }

    private static Turn sourced(Turn turn, View view) {
        return new Turn(turn.account(), turn.address(), turn.say(), view.source());
    }

    private Effect saying(Turn turn, long viewId, OfSaying then) {
        Optional<View> view = views.find(turn.id(), viewId);
        if (view.isEmpty() || !(view.get().content() instanceof View.Saying saying))
            return () -> turn.say().text("toast.unknown");
        Effect effect = then.effect(view.get(), saying);
        return () -> {
            // the question is answered: pressed again, its buttons have nothing left to do
            if (!(views.find(turn.id(), viewId).map(View::content).orElse(null) instanceof View.Saying))
                return turn.say().text("toast.already");
            views.save(view.get().with(new View.Several(List.of())));
            return effect.apply();
        };
    }

    /** Makes an effect of words that were waiting. */
    private interface OfSaying {
        Effect effect(View view, View.Saying saying);
    }
}
