package ptm.chat;

import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import ptm.enrichment.EnrichmentService;
import ptm.suggestion.Feedback;
import ptm.suggestion.SuggestionService;
import ptm.task.TaskId;
import ptm.task.TaskKey;

/** What each button does. A button pressed twice, or a year later, does the right thing or says why not. */
@Component
class ButtonTalk {

    private final ButtonCodec codec;
    private final Views views;
    private final CaptureTalk captures;
    private final CardTalk cards;
    private final TaskTalk tasks;
    private final TimerTalk timer;
    private final AsideTalk aside;
    private final UndoTalk undos;
    private final RequestTalk requests;
    private final LookupTalk lookups;
    private final PresetTalk presets;
    private final ReminderTalk reminders;
    private final AccessTalk access;
    private final SettingsTalk settings;
    private final WordsTalk words;
    private final TeachTalk teach;
    private final PlanTalk plans;
    private final AboutTalk abouts;
    private final TwinTalk twins;
    private final LeftOutTalk leftOut;
    private final SuggestionService suggestions;
    private final EnrichmentService enrichment;

    ButtonTalk(ButtonCodec codec, Views views, CaptureTalk captures, CardTalk cards, TaskTalk tasks, TimerTalk timer,
            AsideTalk aside, UndoTalk undos, RequestTalk requests, LookupTalk lookups, PresetTalk presets,
            ReminderTalk reminders, AccessTalk access, SettingsTalk settings, WordsTalk words, TeachTalk teach,
            PlanTalk plans, AboutTalk abouts, TwinTalk twins, LeftOutTalk leftOut, SuggestionService suggestions,
            EnrichmentService enrichment) {
        this.codec = codec;
        this.views = views;
        this.captures = captures;
        this.cards = cards;
        this.tasks = tasks;
        this.timer = timer;
        this.aside = aside;
        this.undos = undos;
        this.requests = requests;
        this.lookups = lookups;
        this.presets = presets;
        this.reminders = reminders;
        this.access = access;
        this.settings = settings;
        this.words = words;
        this.teach = teach;
        this.plans = plans;
        this.abouts = abouts;
        this.twins = twins;
        this.leftOut = leftOut;
        this.suggestions = suggestions;
        this.enrichment = enrichment;
    }

    Effect read(Turn turn, String payload) {
        Optional<ButtonAction> action = codec.decode(turn.id(), payload);
        if (action.isEmpty())
            return () -> turn.say().text("toast.unknown");
        return switch (action.get()) {
            // these read words once more, which may ask a model: not inside the transaction
            case ButtonAction.Choose(long view, TaskId task) -> words.choose(turn, view, task);
            case ButtonAction.CaptureAnyway(long view) -> words.captureAnyway(turn, view);
            case ButtonAction.Retry(long view) -> words.retry(turn, view);
            case ButtonAction.KeepDone(long view) -> words.keepDone(turn, view);
            default -> () -> press(turn, action.get());
        };
    }

    private @Nullable String press(Turn turn, ButtonAction action) {
        return switch (action) {
            case ButtonAction.Undo it -> at(turn, it.view(), view -> undos.takeBack(turn, view, it.changeSet()));
            case ButtonAction.BringBack it -> at(turn, it.view(), view -> undos.bringBack(turn, view, it.changeSet()));
            case ButtonAction.OpenCard it -> at(turn, it.view(), view -> cards.open(turn, view, it.task()));
            case ButtonAction.ShowPage it -> at(turn, it.view(), view -> page(turn, view, it.from()));
            case ButtonAction.Reject it -> at(turn, it.view(), view -> reject(turn, view, it));
            case ButtonAction.Start it -> told(turn, it.task(), Feedback.STARTED, timer.start(turn, it.task()));
            case ButtonAction.Finish it ->
                    told(turn, it.task(), Feedback.DONE,
                            tasks.finish(turn, views.find(turn.id(), it.view()), it.task()));
            case ButtonAction.PutAside it -> at(turn, it.view(), view -> aside.putAside(turn, view, it.task()));
            case ButtonAction.GiveReason it -> at(turn, it.view(), view -> giveReason(turn, view, it));
            case ButtonAction.SetPlace it ->
                    at(turn, it.view(), view -> aside.setPlace(turn, view, it.task(), it.place()));
            case ButtonAction.WaitDays it ->
                    at(turn, it.view(), view -> aside.waitDays(turn, view, it.task(), it.days()));
            case ButtonAction.Drop it -> at(turn, it.view(), view -> tasks.drop(turn, view, it.task()));
            case ButtonAction.Split it -> at(turn, it.view(), view -> cards.askSteps(turn, view, it.task()));
            case ButtonAction.Refine it -> at(turn, it.view(), view -> view.content() instanceof View.Plan
                    ? plans.refine(turn, view, it.refinement())
                    : requests.refine(turn, view, it.refinement()));
            case ButtonAction.DropCondition it ->
                    at(turn, it.view(), view -> requests.dropCondition(turn, view, it.condition()));
            case ButtonAction.TakeAlternative it ->
                    at(turn, it.view(), view -> requests.takeAlternative(turn, view, it.alternative()));
            case ButtonAction.SavePreset it -> at(turn, it.view(), view -> presets.save(turn, view));
            case ButtonAction.RunPreset it -> presets.run(turn, it.preset());
            case ButtonAction.Next _ -> plans.next(turn);
            case ButtonAction.Now _ -> requests.now(turn).apply();
            case ButtonAction.CountTime it ->
                    at(turn, it.view(), view -> timer.count(turn, view, it.session(), it.minutes()));
            case ButtonAction.CorrectTime it -> at(turn, it.view(), view -> tasks.correctTime(turn, view, it));
            case ButtonAction.Snooze it ->
                    at(turn, it.view(), view -> reminders.snooze(turn, view, it.task(), it.pause()));
            case ButtonAction.SnoozeAll it -> at(turn, it.view(), view -> reminders.snoozeAll(turn, view, it.pause()));
            case ButtonAction.AskMoment it -> at(turn, it.view(), view -> reminders.askMoment(turn, view, it.task()));
            case ButtonAction.StopThinking it ->
                    turn.say().text(enrichment.stop(turn.id(), it.changeSet()) ? "toast.stopped" : "toast.already");
            case ButtonAction.SetOffset it -> settings.setOffset(turn, it.view(), it.minutes());
            case ButtonAction.AskPlace it -> settings.askPlace(turn, it.view());
            case ButtonAction.SwitchLanguage it -> settings.switchLanguage(turn, it.view());
            case ButtonAction.LetIn it -> access.decide(turn, it.who(), it.verdict());
            case ButtonAction.Forget it -> at(turn, it.view(), view -> teach.forget(turn, view));
            case ButtonAction.Relearn it -> at(turn, it.view(), view -> teach.relearn(turn, view));
            case ButtonAction.SetTime it -> abouts.setTime(turn, it.part(), it.minutes());
            case ButtonAction.Speak it -> abouts.speak(turn, it.language());
            case ButtonAction.SetAi it -> settings.setAi(turn, it.view(), it.on());
            case ButtonAction.Merge it -> at(turn, it.view(), view -> twins.merge(turn, view));
            case ButtonAction.AddLeftOut it -> at(turn, it.view(), view -> leftOut.add(turn, view));
            case ButtonAction.KeepBoth it -> at(turn, it.view(), view -> captures.keepBoth(turn, view));
            case ButtonAction.Choose _,ButtonAction.CaptureAnyway _,ButtonAction.Retry _,ButtonAction.KeepDone _ ->
                    throw new IllegalStateException("read before");
        };
    }

    private @Nullable String at(Turn turn, long view, Function<View, @Nullable String> then) {
        Optional<View> found = views.find(turn.id(), view);
        return found.isEmpty() ? turn.say().text("toast.unknown") : then.apply(found.get());
    }

    private @Nullable String page(Turn turn, View view, int from) {
        switch (view.content()) {
            case View.Capture _ -> captures.show(turn, view, from);
            case View.Listing _ -> requests.page(turn, view, from);
            case View.Lookup _ -> lookups.show(turn, view, from);
            case View.Single _,View.Several _ -> cards.showLines(turn, view, from);
            case View.Saying _,View.Greeting _,View.Settings _,View.Plan _ -> {
                return turn.say().text("toast.unknown");
            }
        }
        return null;
    }

    private @Nullable String reject(Turn turn, View view, ButtonAction.Reject rejected) {
        String toast = cards.reject(turn, rejected.task(), rejected.field());
        if (!rejected.onCard() && view.content() instanceof View.Capture)
            captures.show(turn, view, 1);
        else
            cards.open(turn, view, rejected.task());
        return toast;
    }

    private @Nullable String giveReason(Turn turn, View view, ButtonAction.GiveReason given) {
        TaskKey key = new TaskKey(turn.id(), given.task());
        Feedback feedback = switch (given.reason()) {
            case TOO_LONG -> Feedback.TOO_LONG;
            case NOT_HERE -> Feedback.NOT_HERE;
            case NO_MOOD -> Feedback.NO_MOOD;
            case BLOCKED -> Feedback.BLOCKED;
        };
        int before = suggestions.count(key, feedback);
        return told(turn, given.task(), feedback,
                aside.giveReason(turn, view, given.task(), given.reason(), before + 1));
    }

    /** What was done is learned from; what was only pressed once more is not. */
    private @Nullable String told(Turn turn, TaskId task, Feedback feedback, @Nullable String toast) {
        if (toast == null)
            suggestions.feedback(new TaskKey(turn.id(), task), feedback);
        return toast;
    }
}
