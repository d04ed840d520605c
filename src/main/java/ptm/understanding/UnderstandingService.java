package ptm.understanding;

import ptm.understanding.builtin.edit.Pointing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import io.micrometer.core.instrument.MeterRegistry;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import ptm.account.Account;
import ptm.account.AccountId;
import ptm.account.AccountService;
import ptm.account.AiAccess;
import ptm.account.AiChoices;
import ptm.account.Language;
import ptm.filter.Filter;
import ptm.filter.PageRequest;
import ptm.filter.TaskFinder;
import ptm.task.Status;
import ptm.task.Task;
import ptm.task.TaskId;
import ptm.task.TaskService;
import ptm.task.TaskTitle;
import ptm.task.Theme;
import ptm.understanding.builtin.lexicon.Essence;

/** The one door to reading: the cascade of engines behind it, the person's vocabulary in front. */
@Service
public class UnderstandingService {

    private static final int TITLES = 500;
    private static final int LESSONS = 300;
    private static final int MAX_WORD = 40;

    private final Interpreter builtin;
    private final ObjectProvider<Interpreter> model;
    private final ObjectProvider<Transcriber> transcriber;
    private final AccountService accounts;
    private final AiChoices choices;
    private final TaskService tasks;
    private final TaskFinder finder;
    private final TaughtWords taughtWords;
    private final Doubt doubt;
    private final MeterRegistry meters;
    private final Clock clock;

    /** @param model the bean named {@code llmInterpreter}, where a model is configured */
    UnderstandingService(@Qualifier("builtinInterpreter") Interpreter builtin,
            @Qualifier("llmInterpreter") ObjectProvider<Interpreter> model,
            ObjectProvider<Transcriber> transcriber, AccountService accounts, AiChoices choices, TaskService tasks,
            TaskFinder finder, TaughtWords taughtWords, UnderstandingProperties properties, MeterRegistry meters,
            Clock clock) {
        this.builtin = builtin;
        this.model = model;
        this.transcriber = transcriber;
        this.accounts = accounts;
        this.choices = choices;
        this.tasks = tasks;
        this.finder = finder;
        this.taughtWords = taughtWords;
        this.doubt = new Doubt(properties);
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * What these words mean from this person; may take as long as the model's timeout, so never inside a transaction.
     *
     * @param zone     instead of the person's, or null
     * @param language instead of the person's, or null
     * @param shown    the tasks of the last list they saw, in its order
     */
    public Interpretation interpret(Account account, Utterance utterance, List<TaskId> shown, @Nullable ZoneId zone,
            @Nullable Language language) {
        Context context = context(account, shown, zone, language);
        boolean holdsKey = !TypedKeys.in(utterance.text()).isEmpty();
        if (holdsKey && utterance.origin().isOwn())
            return counted(new Interpretation(new Intent.About(Topic.TYPED_KEY, ""), context.language(),
                    Engine.BUILTIN, 1, List.of(), List.of()), "sure");
        Interpretation first = builtin.interpret(utterance, context);
        if (!isOpenTo(utterance, first.intent()))
            first = Passed.on(utterance, first);
        if (holdsKey || !doubt.isWorthAsking(first, utterance))
            return counted(first, "sure");
        if (first.intent() instanceof Intent.About)
            return first;
        Interpreter second = choices.isGiven(account.id()) ? model.getIfAvailable() : null;
        if (second == null)
            return counted(first, "alone");
        try {
            Interpretation better = second.interpret(utterance, context);
            boolean isBetter = isOpenTo(utterance, better.intent()) && !Doubt.isLost(first, better);
            return isBetter ? counted(better, "asked") : counted(first, "refused");
        } catch (AnnotatorUnavailable unavailable) {
            return counted(first, "fallback");
        }
    }

    /** Whether somebody can listen to what this person says aloud: only the operator's endpoint does. */
    public boolean hears(Account account) {
        return choices.of(account.id()) instanceof AiAccess.Shared && transcriber.getIfAvailable() != null;
    }

    /**
     * The words of a recording, empty where there are none; may take as long as the model's timeout, so never inside a
     * transaction.
     *
     * @throws AnnotatorUnavailable if nobody can listen now, or may for this person
     */
    public String transcribe(Account account, Recording recording) {
        Transcriber listener = hears(account) ? transcriber.getIfAvailable() : null;
        if (listener == null)
            throw new AnnotatorUnavailable("nobody may listen for this person");
        return listener.transcribe(account.id(), recording);
    }

    /** What these words mean if they speak of this task: read once more when the person said which they meant. */
    public Interpretation interpretOf(Account account, Utterance utterance, TaskId task) {
        Context whole = context(account, List.of(task), null, null);
        return builtin.interpret(utterance, new Context(whole.account(), whole.language(), whole.zone(), whole.times(),
                whole.shown(), whole.vocabulary(), () -> whole.titles().get().stream()
                        .filter(title -> title.id().equals(task)).toList(),
                whole.lessons()));
    }

    private static TaskTitle titled(Task task) {
        return new TaskTitle(task.id(), task.title(), task.status(), task.due(), task.dueKind());
    }

    /** Which of these tasks an answer to "which one?" names; empty where it names none of them, or several. */
    public Optional<TaskId> pointed(Account account, String answer, List<TaskId> among) {
        ZoneId zone = accounts.zoneOf(account);
        Map<TaskId, Task> found = new HashMap<>();
        tasks.findAll(account.id(), among).forEach(task -> found.put(task.id(), task));
        List<TaskTitle> titles = among.stream().map(found::get).filter(Objects::nonNull)
                .map(UnderstandingService::titled).toList();
        return Optional.ofNullable(Pointing.find(answer, titles, LocalDate.ofInstant(clock.instant(), zone), zone))
                .map(TaskTitle::id);
    }

    /** @param why sure, alone (unsure, and there is no model for this person), asked, or fallback: the model was wanted and did not answer */
    private Interpretation counted(Interpretation read, String why) {
        meters.counter("ptm.readings", "by", read.by().jsonName(), "why", why).increment();
        return read;
    }

    /** Words that are not the person's own can only become drafts. */
    private static boolean isOpenTo(Utterance utterance, Intent intent) {
        return utterance.origin().isOwn() || intent instanceof Intent.Capture;
    }

    private Context context(Account account, List<TaskId> shown, @Nullable ZoneId zone, @Nullable Language language) {
        AccountId id = account.id();
        ZoneId itsZone = zone == null ? accounts.zoneOf(account) : zone;
        return new Context(id, language == null ? account.language() : language, itsZone, account.times(),
                List.copyOf(shown), vocabulary(id), () -> tasks.titles(id, TITLES), () -> tasks.lessons(id, LESSONS),
                filter -> finder.find(id, filter, List.of(), PageRequest.first(TITLES), clock.instant(), itsZone)
                        .tasks().stream().map(UnderstandingService::titled).toList());
    }

    /** The person's own names and words. */
    public Vocabulary vocabulary(AccountId account) {
        return new Vocabulary(tasks.themes(account).stream().map(Theme::name).toList(), tasks.contexts(account),
                taughtWords.of(account));
    }

    /** From now on the word stands for the filter. */
    @Transactional
    public void teach(AccountId account, String word, Filter meaning) {
        String plain = word.strip().toLowerCase(Locale.ROOT);
        if (plain.isEmpty() || plain.length() > MAX_WORD)
            throw new IllegalArgumentException("a word has 1 to " + MAX_WORD + " characters");
        taughtWords.put(account, plain, meaning, clock.instant());
    }

    /** What the person explained, by word. */
    public Map<String, Filter> taught(AccountId account) {
        return taughtWords.of(account);
    }

    /** Whether there was such a word to forget. */
    @Transactional
    public boolean forget(AccountId account, String word) {
        return taughtWords.remove(account, word.strip().toLowerCase(Locale.ROOT));
    }

    /**
     * Open tasks that were there before and say the same as new ones: the same words in any form and order. Repeating
     * tasks and those of another day are others.
     *
     * @param added the new ones
     * @return the old one by the new one's id
     */
    public Map<TaskId, TaskId> twins(Account account, List<Task> added) {
        Map<Set<String>, List<TaskId>> before = new HashMap<>();
        for (TaskTitle title : tasks.titles(account.id(), TITLES))
            if (title.status() == Status.OPEN)
                before.computeIfAbsent(Essence.of(title.title()), none -> new ArrayList<>()).add(title.id());
        Map<TaskId, TaskId> twins = new LinkedHashMap<>();
        for (Task task : added)
            tasks.findAll(account.id(), before.getOrDefault(Essence.of(task.title()), List.of())).stream()
                    .filter(old -> old.id().value() < task.id().value() && isTwin(old, task, accounts.zoneOf(account)))
                    .findFirst().ifPresent(old -> twins.put(task.id(), old.id()));
        return twins;
    }

    private static boolean isTwin(Task old, Task task, ZoneId zone) {
        boolean sameDay = old.due() == null || task.due() == null
                || old.due().dayIn(zone).equals(task.due().dayIn(zone));
        return sameDay && old.repeat() == null && task.repeat() == null && !Essence.of(task.title()).isEmpty();
    }

}
