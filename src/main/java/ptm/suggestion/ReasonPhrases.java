package ptm.suggestion;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import ptm.account.Language;
import ptm.filter.FilterSentence;
import ptm.filter.Wording;
import ptm.task.Scale;
import ptm.task.Task;

/** Says the weightiest parts of a score in a person's words. */
final class ReasonPhrases {

    static final Wording WORDING = new Wording("suggestion");

    /** A part that adds less is no reason. */
    private static final double WORTH_SAYING = 0.1;
    private static final int DAYS_WORTH_SAYING = 3;

    private final Scene scene;
    private final Ranker ranker;
    private final Language language;

    ReasonPhrases(Scene scene, Ranker ranker, Language language) {
        this.scene = scene;
        this.ranker = ranker;
        this.language = language;
    }

    /** One reason or two; empty where none stands out. */
    String phrase(Score score) {
        if (!score.task().isOpen())
            return "";
        List<Part> reasons = score.parts().entrySet().stream().filter(part -> part.getValue() >= WORTH_SAYING)
                .sorted(Map.Entry.<Part, Double>comparingByValue(Comparator.reverseOrder())).map(Map.Entry::getKey)
                .filter(part -> words(part, score.task()) != null).limit(2).toList();
        if (reasons.isEmpty())
            return "";
        String first = Objects.requireNonNull(words(reasons.getFirst(), score.task()));
        if (reasons.size() == 1)
            return first;
        String second = Objects.requireNonNull(words(reasons.getLast(), score.task()));
        if (reasons.contains(Part.DUE) && reasons.contains(Part.IMPACT)) {
            boolean dueFirst = reasons.getFirst() == Part.DUE;
            return say("reason.dueAndImpact", dueFirst ? first : second, dueFirst ? second : first);
        }
        return say("reason.two", first, second);
    }

    private @Nullable String words(Part part, Task task) {
        return switch (part) {
            case IMPACT -> atLeast(task, Scale.IMPACT, 2, "reason.impact.");
            case DUE -> due(task);
            case RISK -> atLeast(task, Scale.RISK, 1, "reason.risk.");
            case TIME -> time(task);
            case STATE -> say("reason.state");
            case CONTEXT -> null;
            case AGE -> age(task);
            case PUT_OFF -> say("reason.putOff", scene.putOff().getOrDefault(task.id(), 0));
            case VARIETY -> variety(task);
        };
    }

    private @Nullable String atLeast(Task task, Scale scale, int least, String key) {
        Integer value = task.scale(scale);
        return value == null || value < least ? null : say(key + value);
    }

    private @Nullable String due(Task task) {
        if (task.due() == null)
            return null;
        LocalDate today = scene.now().atZone(scene.zone()).toLocalDate();
        long days = ChronoUnit.DAYS.between(today, task.due().dayIn(scene.zone()));
        if (task.isOverdue(scene.now(), scene.zone()))
            return days == 0 ? say("reason.overdue.today") : say("reason.overdue", -days);
        return days < 2 ? say("reason.due." + days) : say("reason.due.days", days);
    }

    private @Nullable String time(Task task) {
        Integer minutes = scene.minutes(task);
        if (scene.available() == null || minutes == null || minutes < 0.7 * scene.available())
            return null;
        return switch (scene.available()) {
            case 30 -> say("reason.time.halfHour");
            case 60 -> say("reason.time.hour");
            default -> say("reason.time", FilterSentence.duration(scene.available(), language));
        };
    }

    private @Nullable String age(Task task) {
        long days = (long) ranker.days(task);
        return days < DAYS_WORTH_SAYING ? null : say("reason.age", days);
    }

    private @Nullable String variety(Task task) {
        Task last = ranker.changeFrom(task);
        return last == null ? null : say("reason.variety", last.title());
    }

    private String say(String key, Object... arguments) {
        return WORDING.say(key, language, arguments);
    }
}
