package ptm.chat;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import ptm.account.AccountService;
import ptm.account.Language;
import ptm.account.TimesOfDay;
import ptm.filter.Filter;
import ptm.filter.FilterSentence;
import ptm.filter.NameField;
import ptm.filter.TaskFinder;
import ptm.task.Activity;
import ptm.task.Pace;
import ptm.task.TaskService;
import ptm.task.Theme;
import ptm.task.WorkLog;
import ptm.understanding.Topic;
import ptm.understanding.UnderstandingService;

/** Words about PTM itself: what it can do, which language it speaks, what it knows, and what its words mean. */
@Component
class AboutTalk {

    /** A command that is still to come. */
    private static final String ERASE = "delete_me";
    private static final int NAMED = 8;
    /** A pace that differs less from the estimates is not worth a word. */
    private static final double NOTICED = 0.15;
    private static final int MINUTES = 60;

    private final CommandTalk commands;
    private final TeachTalk teach;
    private final AiTalk ai;
    private final AccountService accounts;
    private final UnderstandingService understanding;
    private final TaskService tasks;
    private final TaskFinder finder;
    private final WorkLog workLog;
    private final Speaker speaker;

    AboutTalk(CommandTalk commands, TeachTalk teach, AiTalk ai, AccountService accounts,
            UnderstandingService understanding,
            TaskService tasks, TaskFinder finder, WorkLog workLog, Speaker speaker) {
        this.commands = commands;
        this.teach = teach;
        this.ai = ai;
        this.accounts = accounts;
        this.understanding = understanding;
        this.tasks = tasks;
        this.finder = finder;
        this.workLog = workLog;
        this.speaker = speaker;
    }

    /** @param words what came with the topic */
    Effect about(Turn turn, Topic topic, String words) {
        return switch (topic) {
            case HELP -> commands.read(turn, "help", "");
            case COMMAND -> words.equals(ERASE)
                    ? () -> reply(turn, speaker.message(turn).line("about.erase"))
                    : commands.read(turn, words, "");
            case WHO -> () -> reply(turn, commands.help(turn, speaker.message(turn).line("about.who")));
            case ENGLISH -> () -> speak(turn, Language.EN);
            case RUSSIAN -> () -> speak(turn, Language.RU);
            case KNOWN -> () -> reply(turn, known(turn));
            case TAUGHT -> teach.list(turn);
            case FORGET -> teach.forget(turn, words);
            case NO_AI -> () -> ai.set(turn, false);
            case AI_ON -> () -> ai.set(turn, true);
            case OWN_AI -> () -> ai.own(turn);
            case AI_USAGE -> () -> ai.usage(turn);
            case TYPED_KEY -> ai.keyTyped(turn, List.of()); // its words were seen, and struck out, before
            case ASK_FIRST -> () -> reply(turn, speaker.message(turn).line("about.askFirst"));
            case MORNING, NOON, LUNCH, AFTERNOON, END_OF_DAY, EVENING, NIGHT -> () -> {
                LocalTime time = LocalTime.parse(words);
                return setTime(turn, topic, time.getHour() * MINUTES + time.getMinute());
            };
        };
    }

    private @Nullable String reply(Turn turn, MessageBuilder message) {
        speaker.reply(turn, message);
        return null;
    }

    /** From now on in this language. */
    @Nullable
    String speak(Turn turn, Language language) {
        Turn then = speaker.turn(accounts.setLanguage(turn.id(), language), turn.address(), turn.source());
        return reply(then, speaker.message(then).line("about.language").button("button.language",
                new ButtonAction.Speak(language == Language.EN ? Language.RU : Language.EN)));
    }

    /** A part of the day begins then; one tap puts it back. */
    @Nullable
    String setTime(Turn turn, Topic part, int minutes) {
        LocalTime time = LocalTime.of(minutes / MINUTES, minutes % MINUTES);
        TimesOfDay before = turn.account().times();
        LocalTime old = of(before, part);
        accounts.setTimes(turn.id(), with(before, part, time));
        return reply(turn, speaker.message(turn)
                .line("about.time." + part.name(), Map.of("time", turn.say().time(time)))
                .button("button.undo",
                        new ButtonAction.SetTime(part, old.getHour() * MINUTES + old.getMinute())));
    }

    private static LocalTime of(TimesOfDay times, Topic part) {
        return switch (part) {
            case MORNING -> times.morning();
            case NOON -> times.noon();
            case LUNCH -> times.lunch();
            case AFTERNOON -> times.afternoon();
            case END_OF_DAY -> times.endOfDay();
            case EVENING -> times.evening();
            case NIGHT -> times.night();
            default -> throw new IllegalArgumentException(part + " is no part of the day");
        };
    }

    private static TimesOfDay with(TimesOfDay was, Topic part, LocalTime time) {
        return new TimesOfDay(part == Topic.MORNING ? time : was.morning(), part == Topic.NOON ? time : was.noon(),
                part == Topic.LUNCH ? time : was.lunch(), part == Topic.AFTERNOON ? time : was.afternoon(),
                part == Topic.END_OF_DAY ? time : was.endOfDay(), part == Topic.EVENING ? time : was.evening(),
                was.tonight(), part == Topic.NIGHT ? time : was.night());
    }

    private MessageBuilder known(Turn turn) {
        Wording say = turn.say();
        TimesOfDay times = turn.account().times();
        MessageBuilder message = speaker.message(turn).line("about.known")
                .line("settings.line", Map.of("place", Places.name(turn.zone(), say.language()), "time",
                        say.time(turn.now()), "from", say.time(turn.account().quiet().from()), "until",
                        say.time(turn.account().quiet().until())))
                .line("about.times", Map.of("morning", say.time(times.morning()), "evening",
                        say.time(times.evening())))
                .line("about.tasks", Map.of("open", count(turn, "open"), "done", count(turn, "done")));
        List<Theme> themes = tasks.themes(turn.id());
        if (!themes.isEmpty())
            message.line("about.themes", Map.of("names", themes.stream().limit(NAMED)
                    .map(theme -> new TaskLines(say).theme(theme.name())).collect(Collectors.joining(", "))));
        Map<String, Filter> words = understanding.taught(turn.id());
        if (!words.isEmpty())
            message.line("about.words", Map.of("words", words.keySet().stream().limit(NAMED)
                    .map(say::quoted).collect(Collectors.joining(", "))));
        pace(turn, message, workLog.pace(turn.id()));
        return message.line("about.more");
    }

    private long count(Turn turn, String status) {
        return finder.count(turn.id(), new Filter.Names(NameField.STATUS, List.of(status)), turn.now(), turn.zone());
    }

    private static void pace(Turn turn, MessageBuilder message, Pace pace) {
        for (Map.Entry<Activity, Double> known : pace.byActivity().entrySet())
            if (Math.abs(known.getValue() - 1) >= NOTICED)
                message.line("about.pace", Map.of("activity",
                        FilterSentence.describe(
                                new Filter.Names(NameField.ACTIVITY, List.of(known.getKey().jsonName())),
                                turn.account().language()),
                        "factor", known.getValue()));
    }
}
