package ptm.understanding.builtin.evaluation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;

import ptm.account.Account;
import ptm.account.AccountId;
import ptm.account.Language;
import ptm.account.QuietHours;
import ptm.account.Role;
import ptm.account.TimesOfDay;
import ptm.task.Proposed;
import ptm.task.Provenance;
import ptm.task.Status;
import ptm.task.Task;
import ptm.task.TaskDraft;
import ptm.task.TaskEdit;
import ptm.task.TaskId;
import ptm.task.TaskTitle;
import ptm.task.TestDrafts;
import ptm.understanding.Annotator;
import ptm.understanding.AnnotatorUnavailable;
import ptm.understanding.Context;
import ptm.understanding.EditCommand;
import ptm.understanding.Engine;
import ptm.understanding.Intent;
import ptm.understanding.Interpretation;
import ptm.understanding.Interpreter;
import ptm.understanding.Utterance;
import ptm.understanding.Vocabulary;
import ptm.understanding.builtin.TestEngine;
import ptm.understanding.llm.TestModels;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts the cases beside our prompts ({@code prompts/<name>/cases_<language>.jsonl}) to the endpoint of
 * {@code PTM_AI_URL} and prints how well it does with them, beside the built-in engine. No part of the tests, run by name:
 * {@code mvn -q test -Dtest=PromptEvaluation}, with {@code -Dptm.failures=true} to see what went wrong. Without an endpoint
 * it says so and that is no failure.
 */
class PromptEvaluation {
    private static final int AT_ONCE = 4;
    private static final int BATCH = 10;

    private final Optional<TestModels> models = TestModels.ofEnvironment(
            Clock.fixed(Evaluation.NOW.toInstant(), Evaluation.NOW.getZone()));
    private final Interpreter builtin = TestEngine.make();
    private final DumpJudge dumps = new DumpJudge(Evaluation.NOW);
    private final DraftJudge drafts = new DraftJudge();

    @Test
    void printsHowWellAModelDoesWithOurPrompts() throws Exception {
        System.out.println("The built-in engine:");
        Tally alone = new Tally();
        read(builtin, alone);
        System.out.println(alone.table());
        if (models.isEmpty()) {
            System.out.println("No model was asked: PTM_AI_URL names no endpoint.");
            return;
        }
        Tally asked = new Tally();
        read(models.get().reader(builtin), asked);
        annotate(models.get().annotator(), asked);
        System.out.println("The model, asked about every text:");
        System.out.println(asked.table());
        for (Map.Entry<String, String> use : Map.of("read", "interpret", "annotate", "annotate").entrySet())
            System.out.printf("%s: %d calls, %d tokens asked, %d answered, %d fields refused%n", use.getValue(),
                    models.get().calls(use.getKey()), models.get().tokens(use.getKey(), "in"),
                    models.get().tokens(use.getKey(), "out"), models.get().refused(use.getValue()));
        if (Boolean.getBoolean("ptm.failures"))
            asked.failures().forEach(System.out::println);
    }

    private void read(Interpreter engine, Tally tally) throws Exception {
        RequestJudge requests = new RequestJudge(new Universe(Evaluation.NOW));
        for (Language language : Language.values()) {
            List<EvaluationText> texts = cases("interpret", language);
            List<Interpretation> readings = atOnce(texts.stream()
                    .<Callable<Interpretation>>map(text -> () -> interpret(engine, text)).toList());
            for (int i = 0; i < texts.size(); i++)
                judge(texts.get(i), readings.get(i), requests, tally);
        }
    }

    private Interpretation interpret(Interpreter engine, EvaluationText text) {
        List<TaskTitle> open = open(text.json());
        Context context = new Context(new AccountId(1), text.language(), Evaluation.NOW.getZone(), TimesOfDay.DEFAULT,
                open.stream().map(TaskTitle::id).toList(), Vocabulary.EMPTY, () -> open, List::of);
        Utterance utterance = Utterance.own(text.words(), Evaluation.NOW.toInstant());
        try {
            return engine.interpret(utterance, context);
        } catch (AnnotatorUnavailable unavailable) {
            return new Interpretation(new Intent.Ask(ptm.understanding.Asked.RUNNING, List.of(),
                    unavailable.getMessage() == null ? "" : unavailable.getMessage()), text.language(), Engine.MODEL, 0,
                    List.of(), List.of());
        }
    }

    private static List<TaskTitle> open(JsonNode json) {
        List<TaskTitle> open = new ArrayList<>();
        for (JsonNode title : json.path("open"))
            open.add(new TaskTitle(new TaskId(open.size() + 1L), title.asString(), Status.OPEN));
        return open;
    }

    private void judge(EvaluationText text, Interpretation read, RequestJudge requests, Tally tally) {
        JsonNode json = text.json();
        if (json.has("accept"))
            requests.judge(text, read, tally);
        else if (json.has("tasks"))
            dumps.judge(text, read, Evaluation.tasks(read, Evaluation.NOW), tally);
        else if (json.has("edits"))
            edits(text, read, tally);
        else {
            String given = EvaluationText.name(read.intent());
            boolean isRight = json.required("ok").valueStream().anyMatch(name -> name.asString().equals(given));
            tally.add("intents", text.language(), isRight, read.confidence());
            if (!isRight)
                tally.fail(text.words(), "read as " + given);
        }
    }

    private static void edits(EvaluationText text, Interpretation read, Tally tally) {
        String given = read.intent() instanceof Intent.Edit(List<EditCommand> commands)
                ? String.join("; ", commands.stream().map(EditWords::of).toList())
                : EvaluationText.name(read.intent());
        boolean isRight = text.json().required("edits").asString().equals(given);
        tally.add("edits", text.language(), isRight, read.confidence());
        if (!isRight)
            tally.fail(text.words(), "read as " + given + ", is " + text.json().get("edits"));
    }

    private void annotate(Annotator annotator, Tally tally) throws Exception {
        for (Language language : Language.values()) {
            List<EvaluationText> texts = cases("annotate", language);
            Account person = new Account(new AccountId(1), "Ann", Role.OWNER, language, Evaluation.NOW.getZone(),
                    TimesOfDay.DEFAULT, QuietHours.DEFAULT);
            for (int from = 0; from < texts.size(); from += BATCH) {
                List<EvaluationText> batch = texts.subList(from, Math.min(texts.size(), from + BATCH));
                List<Task> tasks = new ArrayList<>();
                for (EvaluationText text : batch)
                    tasks.add(task(text, tasks.size(), List.of()));
                var said = annotator.annotate(person, tasks, Vocabulary.EMPTY, List.of());
                for (int i = 0; i < batch.size(); i++)
                    judge(batch.get(i), task(batch.get(i), i, said.getOrDefault(tasks.get(i).id(), List.of())), tally);
            }
        }
    }

    private static Task task(EvaluationText text, int place, List<Proposed> said) {
        List<Proposed> values = new ArrayList<>(said);
        values.add(new Proposed(new TaskEdit.Rename(text.words()), Provenance.user(Evaluation.NOW.toInstant())));
        return TestDrafts.task(new TaskDraft(text.words(), values), place + 1L, Evaluation.NOW.toInstant());
    }

    private void judge(EvaluationText text, Task task, Tally tally) {
        for (var field : text.json().required("expect").properties()) {
            boolean isRight = drafts.isExpected(field.getKey(), field.getValue(), task);
            tally.add("tasks, values", text.language(), isRight, 1);
            if (!isRight)
                tally.fail(text.words(), field.getKey() + " is not " + field.getValue());
        }
    }

    private static <T> List<T> atOnce(List<Callable<T>> questions) throws Exception {
        try (ExecutorService few = Executors.newFixedThreadPool(AT_ONCE)) {
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : few.invokeAll(questions))
                answers.add(answer.get());
            return answers;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    static List<EvaluationText> cases(String prompt, Language language) throws IOException {
        String resource = "/prompts/" + prompt + "/cases_" + language.code() + ".jsonl";
        try (InputStream in = Objects.requireNonNull(PromptEvaluation.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank())
                    .map(line -> new EvaluationText(language, JsonMapper.shared().readTree(line))).toList();
        }
    }
}
