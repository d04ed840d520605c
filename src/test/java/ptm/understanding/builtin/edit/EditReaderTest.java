package ptm.understanding.builtin.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import ptm.account.AccountId;
import ptm.account.Language;
import ptm.account.TimesOfDay;
import ptm.task.DueKind;
import ptm.task.Proposed;
import ptm.task.Status;
import ptm.task.Step;
import ptm.task.TaskEdit;
import ptm.task.TaskId;
import ptm.task.TaskTitle;
import ptm.task.When;
import ptm.understanding.Context;
import ptm.understanding.EditCommand;
import ptm.understanding.Intent;
import ptm.understanding.Interpretation;
import ptm.understanding.Interpreter;
import ptm.understanding.Utterance;
import ptm.understanding.Vocabulary;
import ptm.understanding.builtin.TestEngine;

/** What people say of tasks that are there, and what is to be done with which: evaluation/edits_*.yml. */
class EditReaderTest {

    private static final Interpreter INTERPRETER = TestEngine.make();
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

    @ParameterizedTest
    @EnumSource(Language.class)
    void readsWhatIsSaidOfTasksThatAreThere(Language language) throws IOException {
        Map<String, Object> file = file("/evaluation/edits_" + language.code() + ".yml");
        List<TaskTitle> titles = titles((Map<?, ?>) Objects.requireNonNull(file.get("tasks")));
        List<String> wrong = new ArrayList<>();
        for (Object edit : (List<?>) Objects.requireNonNull(file.get("edits"))) {
            String text = ((List<?>) edit).get(0).toString();
            String wanted = ((List<?>) edit).get(1).toString();
            String got = written(INTERPRETER.interpret(Utterance.own(text, NOW), context(language, titles)));
            if (!got.equals(wanted))
                wrong.add(text + "\n    wanted " + wanted + "\n    read   " + got);
        }
        assertThat(String.join("\n", wrong)).isEmpty();
    }

    private static Map<String, Object> file(String resource) throws IOException {
        try (InputStream in = Objects.requireNonNull(EditReaderTest.class.getResourceAsStream(resource))) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
        }
    }

    private static Context context(Language language, List<TaskTitle> titles) {
        return new Context(new AccountId(1), language, BERLIN, TimesOfDay.DEFAULT, List.of(), Vocabulary.EMPTY,
                () -> titles, List::of);
    }

    /** The newest first, as they come from the store. */
    private static List<TaskTitle> titles(Map<?, ?> tasks) {
        List<TaskTitle> titles = new ArrayList<>();
        tasks.forEach((id, task) -> titles.addFirst(title((Integer) id, (Map<?, ?>) task)));
        return titles;
    }

    private static TaskTitle title(int id, Map<?, ?> task) {
        Object due = task.get("due");
        Object status = task.get("status");
        return new TaskTitle(new TaskId(id), Objects.requireNonNull(task.get("title")).toString(),
                status == null ? Status.OPEN : Status.valueOf(status.toString()),
                due == null ? null : when(due.toString()), "at".equals(task.get("kind")) ? DueKind.AT : DueKind.BY);
    }

    private static When when(String due) {
        return due.contains("T")
                ? new When.Moment(LocalDateTime.parse(due).atZone(BERLIN).toInstant())
                : new When.Day(LocalDate.parse(due));
    }

    private static String written(Interpretation read) {
        if (!(read.intent() instanceof Intent.Edit(List<EditCommand> commands)))
            return "no";
        List<String> parts = new ArrayList<>(commands.stream().map(EditReaderTest::written).toList());
        read.unread().forEach(words -> parts.add("~ " + words));
        return String.join("; ", parts);
    }

    private static String written(EditCommand command) {
        String tasks = ids(command.tasks()) + (command.candidates().isEmpty()
                ? ""
                : "?" + ids(command.candidates()
                        .stream().sorted((one, other) -> Long.compare(one.value(), other.value())).toList()));
        String set = command.set().stream().map(EditReaderTest::written).collect(Collectors.joining(" "));
        return String.join(" ", List.of(command.verb().jsonName(), tasks, set).stream().filter(part -> !part.isEmpty())
                .toList());
    }

    private static String ids(List<TaskId> ids) {
        return ids.stream().map(id -> Long.toString(id.value())).collect(Collectors.joining(","));
    }

    private static String written(Proposed value) {
        String field = value.edit().field().jsonName() + "=";
        return switch (value.edit()) {
            case TaskEdit.Reschedule(When due, var _) -> field + local(due);
            case TaskEdit.Begin(When start) -> field + local(start);
            case TaskEdit.Estimate(Integer minutes) -> field + minutes;
            case TaskEdit.Repeat(String rule, var _) -> field + rule;
            case TaskEdit.Rate(var _, Integer level) -> field + level;
            case TaskEdit.Relabel(var _, List<String> names, var _) -> field + names;
            case TaskEdit.Remind(List<Instant> at) ->
                    field + at.stream().map(one -> local(new When.Moment(one))).collect(Collectors.joining(","));
            case TaskEdit.Hide(Instant until) -> field + (until == null ? "none" : local(new When.Moment(until)));
            case TaskEdit.Rename(String title) -> field + title;
            case TaskEdit.Plan(List<Step> steps) -> field + steps.stream().map(Step::title).toList();
            case TaskEdit.Describe(var _, String text) -> field + text;
            default -> field + value.edit();
        };
    }

    private static String local(When when) {
        return when == null
                ? "none"
                : when instanceof When.Day(LocalDate day)
                        ? day.toString()
                        : when.startsAt(BERLIN).atZone(BERLIN).toLocalDateTime().toString();
    }
}
