package ptm.suggestion;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import ptm.account.Account;
import ptm.account.AccountId;
import ptm.filter.Filter;
import ptm.filter.OrderField;
import ptm.filter.OrderKey;
import ptm.filter.Preset;
import ptm.filter.TaskFinder;
import ptm.task.Task;
import ptm.task.TaskId;
import ptm.task.TaskKey;
import ptm.task.TaskService;
import ptm.task.WorkLog;

/** The one door to suggestions: which tasks now, and why. */
@Service
public class SuggestionService {

    static final int WITHOUT_LIMIT = 3;
    /** How long a stated place or mood holds. */
    private static final Duration LATELY = Duration.ofHours(4);

    private final Candidates candidates;
    private final TaskFinder finder;
    private final TaskService tasks;
    private final WorkLog workLog;
    private final FeedbackLog log;
    private final Clock clock;

    SuggestionService(Candidates candidates, TaskFinder finder, TaskService tasks, WorkLog workLog, FeedbackLog log,
            Clock clock) {
        this.candidates = candidates;
        this.finder = finder;
        this.tasks = tasks;
        this.workLog = workLog;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Ranks what the preset finds for this moment; where it finds nothing, loosens the least important condition and says
     * so. An order the person named is kept. Changes nothing.
     */
    public Suggestions suggest(Account account, Preset preset, Situation situation) {
        Candidates.Found found = candidates(account.id(), preset, situation);
        if (found.count() > 0)
            return suggestions(account, preset, situation, found, null);
        Ladder.Step step = new Ladder(preset, account.language(),
                where -> candidates(account.id(), preset.with(where), situation).count()).find();
        return step == null
                ? suggestions(account, preset, situation, found, null)
                : suggestions(account, step.preset(), situation, candidates(account.id(), step.preset(), situation),
                        step.loosened());
    }

    /**
     * Everything the preset finds, as it is and in its order, put aside or not; the best known order is the one it names.
     * Where it finds nothing it is loosened as a request is. Changes nothing.
     *
     * @param limit how many of them to list at most
     */
    public Suggestions list(Account account, Preset preset, int limit, Situation situation) {
        Candidates.Found found = candidates.all(account.id(), preset.where(), named(preset), limit, situation);
        Ladder.Step step = found.count() > 0
                ? null
                : new Ladder(preset, account.language(),
                        where -> candidates.countAll(account.id(), where, situation)).find();
        if (step == null)
            return plain(preset, found, null);
        return plain(step.preset(), candidates.all(account.id(), step.preset().where(), named(preset), limit,
                situation), step.loosened());
    }

    private static Suggestions plain(Preset preset, Candidates.Found found, Suggestions.@Nullable Loosened loosened) {
        return new Suggestions(preset, found.tasks().stream().map(task -> new Suggestion(task, 0, Map.of(), ""))
                .toList(), found.count(), loosened);
    }

    /** Appointments among what the preset finds, the next first: what is no suggestion yet. */
    public List<Task> ahead(Account account, Preset preset, Situation situation) {
        return candidates.toCome(account.id(), preset.where(), situation);
    }

    /**
     * Tasks one after the other that fill the minutes the preset names, the hardest first.
     *
     * @param minutes how long there is
     * @param breaks  whether to rest in between
     */
    public Plan plan(Account account, Preset preset, int minutes, boolean breaks, Situation situation) {
        Scene scene = scene(account.id(), preset.where(), situation);
        Ranker ranker = new Ranker(scene);
        List<Score> scores = ranker.ranked(candidates.forRanking(account.id(), preset.where(), situation).tasks())
                .stream().filter(score -> !situation.exclude().contains(score.task().id())).toList();
        return new Planner(scene, new ReasonPhrases(scene, ranker, account.language()), minutes, breaks).plan(scores);
    }

    private Candidates.Found candidates(AccountId account, Preset preset, Situation situation) {
        return isRanked(preset)
                ? candidates.forRanking(account, preset.where(), situation)
                : candidates.inOrder(account, preset.where(), named(preset), situation);
    }

    /** Whether the ranker decides: where {@code fit} comes first or no order was named. */
    private static boolean isRanked(Preset preset) {
        return preset.order().isEmpty() || preset.order().getFirst().by() == OrderField.FIT;
    }

    private static List<OrderKey> named(Preset preset) {
        return preset.order().stream().filter(key -> key.by() != OrderField.FIT).toList();
    }

    private Suggestions suggestions(Account account, Preset preset, Situation situation, Candidates.Found found,
            Suggestions.@Nullable Loosened loosened) {
        Scene scene = scene(account.id(), preset.where(), situation);
        Ranker ranker = new Ranker(scene);
        ReasonPhrases phrases = new ReasonPhrases(scene, ranker, account.language());
        List<Score> scores = isRanked(preset)
                ? ranker.ranked(found.tasks())
                : found.tasks().stream().map(ranker::score).toList();
        List<Suggestion> list = scores.stream().filter(score -> !situation.exclude().contains(score.task().id()))
                .limit(preset.limit() == null ? WITHOUT_LIMIT : preset.limit())
                .map(score -> new Suggestion(score.task(), score.sum(), score.named(), phrases.phrase(score))).toList();
        return new Suggestions(preset, list, found.count(), loosened);
    }

    private Scene scene(AccountId account, Filter where, Situation situation) {
        List<FeedbackLog.Line> lately = log.since(account, situation.now().minus(LATELY));
        Map<TaskId, Task> spokenOf = new LinkedHashMap<>();
        tasks.findAll(account, lately.stream().map(FeedbackLog.Line::task).distinct().toList())
                .forEach(task -> spokenOf.put(task.id(), task));
        return Scene.of(situation, where).with(log.weights(account), workLog.pace(account), log.putOff(account), lately,
                spokenOf);
    }

    /** Remembers what a person did with a suggested task; weights move a little. */
    @Transactional
    public void feedback(TaskKey task, Feedback feedback) {
        Optional<Task> given = tasks.find(task);
        if (given.isEmpty())
            return;
        log.add(task, feedback, clock.instant());
        Weights before = log.weights(task.account());
        Scene scene = Scene.of(Situation.at(clock.instant(), ZoneOffset.UTC), Filter.ALL);
        Weights after = Learning.moved(before, feedback, new Ranker(scene).score(given.get()));
        if (!after.equals(before))
            log.save(task.account(), after);
    }

    /** How often this feedback was given for the task so far. */
    public int count(TaskKey task, Feedback feedback) {
        return log.count(task, feedback);
    }

    /** How far the parts of this person's scores have moved from where everybody starts. */
    public Weights weights(AccountId account) {
        return log.weights(account);
    }

    /** Everybody's weights again. */
    public void forgetWeights(AccountId account) {
        log.forgetWeights(account);
    }

    /** Why a task is not among the suggestions of a preset, in the person's language; empty if it could be. */
    public String whyNot(Account account, TaskKey task, Preset preset, Situation situation) {
        Optional<Task> found = task.account().equals(account.id()) ? tasks.find(task) : Optional.empty();
        if (found.isEmpty())
            return ReasonPhrases.WORDING.say("whyNot.gone", account.language());
        return new WhyNot(found.get(), Candidates.isToCome(found.get(), situation), account.language(),
                part -> finder.holds(task, part, situation.now(), situation.zone())).find(preset);
    }
}
