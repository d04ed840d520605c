package ptm.understanding.builtin.talk;

import ptm.understanding.builtin.lexicon.Word;
import ptm.understanding.builtin.lexicon.Words;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import ptm.task.Status;
import ptm.task.TaskId;
import ptm.understanding.Asked;
import ptm.understanding.Context;
import ptm.understanding.Intent;
import ptm.understanding.Topic;

/** Reads questions about tasks ("when is the dentist?") and words about PTM itself ("speak Russian"). */
public final class TalkReader {

    /** Longer texts are no such question. */
    private static final int LONG = 16;
    private static final String SURELY = "-surely";
    /** What a title is asked after without being part of it. */
    private static final Set<String> GENERIC = Set.of("appointment", "appointments", "meeting", "visit", "task",
            "thing",
            "deadline", "due", "date", "stuff", "задача", "задачу", "задачи", "дело", "встреча", "встречу", "прием",
            "приема", "запись", "записи", "визит", "срок", "дедлайн");

    private static final Set<String> NEXT = Set.of("next", "first", "last", "my", "the", "one", "it", "that", "this",
            "anything", "something", "everything", "следующ", "ближайш", "перв", "последн", "мо", "это", "все", "у",
            "меня", "что", "что-то");

    private static final Set<String> ANY = Set.of("a", "an", "some", "new", "another");

    private final Patterns patterns = Patterns.load("/lexicon/talk_en.yml", "/lexicon/talk_ru.yml");

    /** Words about PTM, or null; they mean nothing else, whatever tasks there are. */
    public Intent.@Nullable About about(List<Word> words, Context context) {
        if (isTooLong(words))
            return null;
        for (Patterns.Found found : patterns.all(plain(words))) {
            Topic topic = topic(withoutSurely(found.kind()));
            String about = topic == null ? null : subject(topic, found, context);
            if (topic != null && about != null)
                return new Intent.About(topic, about);
        }
        return null;
    }

    /** What comes with the topic, or null where the words mean something else then. */
    private static @Nullable String subject(Topic topic, Patterns.Found found, Context context) {
        return switch (topic) {
            case COMMAND -> found.kind().substring("command-".length());
            case MORNING, NOON, LUNCH, AFTERNOON, END_OF_DAY, EVENING, NIGHT -> SaidTime.read(topic, found.rest());
            case FORGET -> context.vocabulary().taught().keySet().stream()
                    .filter(word -> word.replace('ё', 'е').equals(found.rest())).findFirst()
                    .orElse(found.kind().endsWith(SURELY) ? found.rest() : null);
            case HELP, WHO, ENGLISH, RUSSIAN, KNOWN, TAUGHT, ASK_FIRST, NO_AI, AI_ON, OWN_AI, AI_USAGE -> found.rest();
            case TYPED_KEY -> null; // not said, but seen
        };
    }

    private static String withoutSurely(String kind) {
        return kind.endsWith(SURELY) ? kind.substring(0, kind.length() - SURELY.length()) : kind;
    }

    private static @Nullable Topic topic(String kind) {
        if (kind.startsWith("command-"))
            return Topic.COMMAND;
        for (Topic topic : Topic.values())
            if (topic.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(kind))
                return topic;
        return null;
    }

    /** A question about the person's tasks, or null; one about no task of theirs must be put as a question. */
    public Intent.@Nullable Ask ask(List<Word> words, Context context) {
        if (isTooLong(words))
            return null;
        boolean marked = words.getLast().plain().equals("?");
        for (Patterns.Found found : patterns.all(plain(words))) {
            boolean sure = found.kind().endsWith(SURELY);
            Asked asked = asked(withoutSurely(found.kind()));
            if (asked == null || asked == Asked.DONE && !marked && !sure)
                continue;
            if (asked != Asked.RUNNING && namesNothing(found.rest()))
                continue;
            List<TaskId> tasks = asked == Asked.RUNNING ? List.of() : tasks(found.rest(), asked, context);
            if (asked == Asked.RUNNING || !tasks.isEmpty() || sure || marked && asked == Asked.WHEN)
                return new Intent.Ask(asked, tasks, found.rest());
        }
        return null;
    }

    /** The words that are looked for among the person's tasks, or null; "find a flat" is a thing to do. */
    public @Nullable String search(List<Word> words, Context context) {
        if (isTooLong(words) || words.stream().anyMatch(word -> ANY.contains(word.plain())))
            return null;
        return patterns.all(plain(words)).stream().filter(found -> found.kind().equals("find"))
                .map(Patterns.Found::rest).filter(rest -> !tasks(rest, Asked.CARD, context).isEmpty()).findFirst()
                .orElse(null);
    }

    private static @Nullable Asked asked(String kind) {
        for (Asked asked : Asked.values())
            if (asked.name().toLowerCase(Locale.ROOT).equals(kind))
                return asked;
        return null;
    }

    /** Whether these words are such a sentence: {@code all}, {@code plan}. */
    public boolean is(String kind, List<Word> words) {
        return !isTooLong(words) && patterns.all(plain(words)).stream().anyMatch(found -> found.kind().equals(kind));
    }

    /** "my next appointment": a question about all of them. */
    private static boolean namesNothing(String said) {
        return Words.of(said).stream().allMatch(word -> GENERIC.contains(word.plain())
                || NEXT.contains(word.plain()) || NEXT.contains(word.stem()));
    }

    private static List<TaskId> tasks(String said, Asked asked, Context context) {
        List<Word> words = Words.of(said);
        List<Word> telling = words.stream().filter(word -> !GENERIC.contains(word.plain())).toList();
        List<Word> wanted = telling.isEmpty() ? words : telling;
        return NamedTasks.of(wanted, context.titles().get(), asked == Asked.DONE ? Status.DONE : Status.OPEN);
    }

    private static boolean isTooLong(List<Word> words) {
        return words.isEmpty() || words.size() > LONG || words.stream().anyMatch(word -> word.plain().equals("\n"));
    }

    private static String plain(List<Word> words) {
        return words.stream().filter(word -> !word.isMark()).map(word -> word.plain() + " ")
                .collect(Collectors.joining());
    }
}
