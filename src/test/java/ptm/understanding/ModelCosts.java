package ptm.understanding;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import ptm.account.Account;
import ptm.account.AccountId;
import ptm.account.Language;
import ptm.account.QuietHours;
import ptm.account.Role;
import ptm.account.TimesOfDay;
import ptm.task.Task;
import ptm.task.TaskDraft;
import ptm.task.TestDrafts;
import ptm.understanding.UnderstandingProperties.Ask;
import ptm.understanding.builtin.TestEngine;
import ptm.understanding.llm.CountingModel;
import ptm.understanding.llm.TestModels;
import tools.jackson.databind.json.JsonMapper;

/**
 * Prints what models are asked, and what that comes to in tokens, for dumps of 1, 10 and 30 tasks and for 50 requests of
 * all kinds; a scripted model answers. No part of the tests, run by name: {@code mvn -q test -Dtest=ModelCosts}.
 */
class ModelCosts {
    private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-05-19T10:05:00+02:00[Europe/Berlin]");
    private static final int BATCH = 10;
    private static final int REQUESTS = 50;

    private final Clock clock = Clock.fixed(NOW.toInstant(), NOW.getZone());
    private final Interpreter builtin = TestEngine.make();
    private final Doubt doubt = new Doubt(new UnderstandingProperties(Ask.DOUBTFUL, 0.95, 0.7, 0.6, 0.8));

    @Test
    void printsWhatDumpsAndRequestsCost() throws Exception {
        System.out.printf("%-34s%8s%10s%10s%12s%12s%n", "", "asked", "reading", "tasks", "tokens in", "tokens out");
        for (int size : List.of(1, 10, 30))
            try (var endpoint = new CountingModel(true)) {
                TestModels models = TestModels.at(endpoint.url(), clock);
                dump(models,
                        texts("/prompts/annotate/cases_en.jsonl", "/prompts/annotate/cases_ru.jsonl").subList(0, size));
                line("a dump of " + size, 1, models);
            }
        for (String set : List.of("", "unseen/"))
            try (var endpoint = new CountingModel(false)) {
                TestModels models = TestModels.at(endpoint.url(), clock);
                List<String> requests = mixed("/evaluation/" + set);
                Interpreter reader = models.reader(builtin);
                requests.forEach(text -> read(reader, text));
                line(requests.size() + " requests" + (set.isEmpty() ? "" : ", unseen"), requests.size(), models);
                System.out.printf("%-34s%7d%%%n", "  answered with no call",
                        100 * (requests.size() - models.calls("read")) / requests.size());
                requests.forEach(text -> read(reader, text));
                line("  and once more", requests.size() * 2, models);
            }
    }

    private static void line(String what, int asked, TestModels models) {
        System.out.printf("%-34s%8d%10d%10d%12d%12d%n", what, asked, models.calls("read"), models.calls("annotate"),
                models.tokens("read", "in") + models.tokens("annotate", "in"),
                models.tokens("read", "out") + models.tokens("annotate", "out"));
    }

    private void dump(TestModels models, List<String> tasks) {
        Interpretation read = read(models.reader(builtin), String.join("\n", tasks));
        List<Task> found = new ArrayList<>();
        if (read.intent() instanceof Intent.Capture(List<TaskDraft> drafts))
            for (TaskDraft draft : drafts)
                found.add(TestDrafts.task(draft, found.size() + 1L, NOW.toInstant()));
        Account person = new Account(new AccountId(1), "Ann", Role.OWNER, Language.EN, NOW.getZone(),
                TimesOfDay.DEFAULT, QuietHours.DEFAULT);
        found = found.subList(0, Math.min(found.size(), tasks.size()));
        Annotator annotator = models.annotator();
        for (int from = 0; from < found.size(); from += BATCH)
            annotator.annotate(person, found.subList(from, Math.min(found.size(), from + BATCH)), Vocabulary.EMPTY,
                    List.of());
    }

    /** As the cascade does it. */
    private Interpretation read(Interpreter model, String text) {
        Utterance utterance = Utterance.own(text, NOW.toInstant());
        Language language = text.matches("(?s).*[а-яА-Я].*") ? Language.RU : Language.EN;
        Context context = new Context(new AccountId(1), language, NOW.getZone(), TimesOfDay.DEFAULT, List.of(),
                Vocabulary.EMPTY, List::of, List::of);
        Interpretation first = builtin.interpret(utterance, context);
        return doubt.isWorthAsking(first, utterance) ? model.interpret(utterance, context) : first;
    }

    private static List<String> mixed(String set) throws IOException {
        List<String> mixed = new ArrayList<>();
        for (Language language : Language.values()) {
            List<String> all = texts(set + "requests_" + language.code() + ".jsonl");
            int half = REQUESTS / Language.values().length;
            for (int i = 0; i < half; i++)
                mixed.add(all.get(i * all.size() / half));
        }
        return mixed;
    }

    private static List<String> texts(String... resources) throws IOException {
        List<String> texts = new ArrayList<>();
        for (String resource : resources)
            try (InputStream in = Objects.requireNonNull(ModelCosts.class.getResourceAsStream(resource), resource)) {
                new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank())
                        .forEach(line -> texts.add(JsonMapper.shared().readTree(line).required("text").asString()));
            }
        return texts;
    }
}
